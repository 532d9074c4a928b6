/// Tells numbers from cells that are missing, and from all else.
struct CellReader {
  /// What a cell holds.
  enum Content {
    case number(Double)
    case missing
    case other
  }

  /// Words for missing values.
  let missing: MissingWords
  /// Whether numbers are dates.
  var hasDates = false
  let scratch = Scratch()

  @inline(__always)
  func read(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Content {
    if count == 0 || missing.haveNumbers && missing.contains(bytes, count) { return .missing }
    if hasDates {
      if let seconds = ISODate.parse(bytes, count) { return .number(seconds) }
    } else if let number = DecimalNumber.parse(bytes, count, scratch) {
      return .number(number)
    }
    return missing.contains(bytes, count) ? .missing : .other
  }
}

/// Words that stand for missing values; cells with nothing but spaces are missing, too.
struct MissingWords: Sendable {
  private let words: [[UInt8]]
  /// Whether one of them could be taken for a number.
  let haveNumbers: Bool

  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    haveNumbers = words.contains { Double($0) != nil }
  }

  /// Whether a cell is missing.
  @inline(never)
  func contains(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let cell = UnsafeBufferPointer(start: bytes, count: count)
    return cell.allSatisfy { $0 == 0x20 || $0 == 0x09 } || words.contains { $0.elementsEqual(cell) }
  }

  /// Whether a value is missing.
  func contains(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return true }
      return contains(base, bytes.count)
    }
  }
}
