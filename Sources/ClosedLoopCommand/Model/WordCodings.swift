import Families

/// Words and whole numbers as points.

/// One column of words: a symbol for each that occurs.
struct CategoricalCells: RowCoding {
  static let kind = "categorical"
  static let summary = "words, each with a probability of its own"
  static let allowed = "text"

  private let words: [String]
  private let symbols: [[UInt8]: Int]

  init(_ rows: [[String]]) {
    // By bytes: text that only looks alike is not the same word.
    var seen: Set<[UInt8]> = []
    words = rows.map { $0[0] }.filter { seen.insert(Array($0.utf8)).inserted }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    symbols = Dictionary(
      uniqueKeysWithValues: words.enumerated().map { (Array($1.utf8), $0) })
  }

  // A single word is a vertex of the family of two symbols.
  var family: Categorical { Categorical(symbols: max(2, words.count)) }
  func point(of cells: [String]) -> Int? { symbols[Array(cells[0].utf8)] }
  func cells(of point: Int) -> [String] { [words[point]] }
}

/// One column of 0 and 1.
struct BernoulliCells: RowCoding {
  static let kind = "bernoulli"
  static let summary = "0 or 1; several columns are independent spins"
  static let allowed = "0 or 1"

  init(_ rows: [[String]]) {}
  let family = BinomialFamily(trials: 1)
  func point(of cells: [String]) -> [Bool]? {
    switch Double(cells[0]) {
    case 1: [true]
    case 0: [false]
    default: nil
    }
  }
  func cells(of point: [Bool]) -> [String] { [point[0] ? "1" : "0"] }
}

/// One column of counts.
struct PoissonCells: RowCoding {
  static let kind = "poisson"
  static let summary = "counts, with variance = mean"
  static let allowed = "a whole number from 0"

  init(_ rows: [[String]]) {}
  let family = PoissonFamily()
  func point(of cells: [String]) -> Int? { count(cells[0]) }
  func cells(of point: Int) -> [String] { ["\(point)"] }
}

/// One column of counts.
struct GeometricCells: RowCoding {
  static let kind = "geometric"
  static let summary = "counts, with variance = mean + mean²"
  static let allowed = "a whole number from 0"

  init(_ rows: [[String]]) {}
  let family = NegativeBinomial(size: 1)
  func point(of cells: [String]) -> Int? { count(cells[0]) }
  func cells(of point: Int) -> [String] { ["\(point)"] }
}

/// A whole number from 0 to 2⁵³, also as 3.0, which is how some programs write it.
private func count(_ cell: String) -> Int? {
  guard let value = Double(cell), value >= 0, value <= 0x1p53 else { return nil }
  return Int(exactly: value)
}
