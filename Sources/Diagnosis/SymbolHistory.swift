/// How often each symbol stands in one column, generation by generation.
///
/// A column of categories has a symbol for each value. A column of numbers has the intervals between the deciles of
/// the real data for symbols; its tails are a history of their own.
public struct SymbolHistory: Sendable, Equatable {
  /// What the symbols are.
  public enum Kind: String, Sendable {
    /// Values as they stand in the data.
    case categories
    /// Intervals between the deciles of the real data.
    case deciles
    /// Below the first percentile of the real data, between, and above the last.
    case tails
  }

  /// Name of the column.
  public let column: String
  /// What the symbols are.
  public let kind: Kind
  /// Names of the S symbols, each once.
  public let symbols: [String]
  /// S counts in the real data; generation 0 where no real data are given.
  public let truth: [Int]
  /// Numbers of the T generations, rising; a gap is a step of more than one generation.
  public let generations: [Int]
  /// T × S counts, row by row.
  public let counts: [[Int]]

  /// - Precondition: counts are not negative, `truth` and each row of `counts` has S entries, at least one of them
  ///   positive; as many rows as generations, whose numbers rise.
  public init(
    column: String, kind: Kind = .categories, symbols: [String], truth: [Int], generations: [Int],
    counts: [[Int]]
  ) {
    precondition(counts.count == generations.count)
    precondition(zip(generations, generations.dropFirst()).allSatisfy { $0 < $1 })
    for row in [truth] + counts {
      precondition(row.count == symbols.count)
      precondition(row.allSatisfy { $0 >= 0 } && row.contains { $0 > 0 })
    }
    (self.column, self.kind, self.symbols) = (column, kind, symbols)
    (self.truth, self.generations, self.counts) = (truth, generations, counts)
  }

  /// Numbers of rows of each generation that have a symbol.
  public var rows: [Int] { counts.map { $0.reduce(0, +) } }
}
