import Synchronization

/// The last lines of a text that comes in parts, however long it is.
final class LastLines: Sendable {
  private let bytes = Mutex<[UInt8]>([])
  private static let most = 4096

  /// Adds a part.
  func add(_ part: some Sequence<UInt8>) {
    bytes.withLock { bytes in
      bytes.append(contentsOf: part)
      if bytes.count > 2 * Self.most { bytes.removeFirst(bytes.count - Self.most) }
    }
  }

  /// Forgets all.
  func clear() { bytes.withLock { $0 = [] } }

  /// The last lines, five at most.
  var lines: [String] {
    let text = bytes.withLock { String(decoding: $0.suffix(Self.most), as: UTF8.self) }
    return text.split(whereSeparator: \.isNewline).suffix(5).map { line in
      String(line.prefix(300).unicodeScalars.map { $0.value < 32 ? " " : Character($0) })
    }
  }
}
