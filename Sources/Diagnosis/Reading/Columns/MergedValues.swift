import Foundation

/// Values of a table that are one symbol where they are the same text, or the same number.
struct MergedValues {
  /// Names of the symbols: numbers rise, words are in the order of their letters.
  let symbols: [String]
  /// The symbol of each value; `nil` if it is missing.
  private let places: [Int?]

  /// - Parameter areNumbers: whether all values of the real data are numbers.
  init(_ values: [String], areNumbers: Bool, missing: MissingWords) {
    var names: [String] = []
    var byText: [String: Int] = [:]
    var byNumber: [Double: Int] = [:]
    var numbers: [Double?] = []
    let scratch = Scratch()
    let places: [Int?] = values.map { value in
      if missing.contains(value) { return nil }
      var number: Double?
      if areNumbers { number = Self.number(value, scratch) }
      if let place = number.map({ byNumber[$0] }) ?? byText[value] { return place }
      if let number { byNumber[number] = names.count } else { byText[value] = names.count }
      names.append(value)
      numbers.append(number)
      return names.count - 1
    }
    let order = names.indices.sorted { a, b in
      switch (numbers[a], numbers[b]) {
      case (let x?, let y?): x < y
      case (nil, nil): names[a] < names[b]
      default: numbers[a] != nil
      }
    }
    var rank = Array(repeating: 0, count: names.count)
    for (new, old) in order.enumerated() { rank[old] = new }
    symbols = order.map { names[$0] }
    self.places = places.map { $0.map { rank[$0] } }
  }

  /// Counts by symbol; values beyond the last count have none.
  func counts(_ counts: [Int]) -> [Int] {
    var merged = Array(repeating: 0, count: symbols.count)
    for (count, place) in zip(counts, places) {
      if let place { merged[place] += count }
    }
    return merged
  }

  /// How many cells are missing.
  func missing(_ counts: [Int]) -> Int {
    zip(counts, places).reduce(0) { $1.1 == nil ? $0 + $1.0 : $0 }
  }

  static func number(_ text: String, _ scratch: Scratch) -> Double? {
    // Zeros behind the text, since words of eight bytes are read.
    let bytes = Array(text.utf8) + Array(repeating: 0, count: 16)
    return bytes.withUnsafeBufferPointer {
      $0.baseAddress.flatMap { DecimalNumber.parse($0, bytes.count - 16, scratch) }
    }
  }
}
