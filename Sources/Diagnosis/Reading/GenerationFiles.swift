import Foundation

/// Files of generations, and of the real data, that become histories of symbols.
///
/// ```swift
/// let data = try GenerationFiles(.files(["g0.csv", "g1.csv", "g2.csv"]), truth: "real.csv").read()
/// ```
///
/// Files are CSV in UTF-8 with a header (RFC 4180): a cell in double quotes may hold delimiters, line ends and doubled
/// quotes. Lines end with LF or CRLF; a byte order mark and empty lines are passed over. No file is held in memory: each
/// generation is read once, and the real data once, too, or a few times where their first rows are not like the others.
///
/// A column whose cells are all numbers in the real data, more than ``Options/levels`` distinct ones, has two
/// histories: its deciles, and its tails of one per cent. Quantile number k of n numbers is the smallest of them that
/// k % of all are less than or equal to; intervals hold their upper end. Dates in ISO notation are numbers. All other
/// columns are categories, whose symbols are their values; few distinct numbers are the same category where they are
/// equal (`1` and `1.0`).
///
/// Memory: some 200 MB at most for the quantiles, and at most two million distinct values in all.
public struct GenerationFiles: Sendable {
  /// Where the generations are.
  public enum Source: Sendable, Equatable {
    /// One file a generation.
    ///
    /// Generations are numbered by the last number in each file's name, where all names have one and no two the same;
    /// else by their order, from 1, or from 0 where no real data are given.
    case files([String])
    /// One file, in which a column has the number of each row's generation.
    case column(file: String, named: String = "generation")
    /// One table of counts with the columns `generation`, `value`, `count`, and perhaps `column` and `kind` (see
    /// ``SymbolHistory/Kind``). What is not in it has count 0. Its symbols are taken as they are.
    case counts(file: String)
  }

  /// How files are read.
  public struct Options: Sendable {
    /// What stands between cells.
    public enum Delimiter: String, Sendable, CaseIterable {
      /// `,`
      case comma
      /// `;`
      case semicolon
      /// A tab.
      case tab

      package var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        }
      }
    }

    /// What stands between cells.
    public var delimiter = Delimiter.comma
    /// Words for missing values, such as `NA` or `nan`, beside cells that are empty or have spaces only.
    public var missing: [String] = []
    /// Columns of at most so many distinct numbers are categories.
    public var levels = 20
    /// A column of more distinct values is skipped; where columns or generations are many, of fewer: two million by
    /// the number of columns, or ten million by that of columns and generations, but never fewer than 1000.
    public var mostValues = 100_000
    /// Names of the columns to read; `nil` for all.
    public var columns: [String]?
    /// How many threads work; results do not depend on it.
    public var threads = min(8, ProcessInfo.processInfo.activeProcessorCount)

    // For tests: bytes read at a time, and numbers kept for quantiles.
    package var chunk = 1 << 18
    package var sample: Int?
    package var capacity: Int?

    /// The usual ones.
    public init() {}
  }

  /// Where the generations are.
  public var source: Source
  /// The file of the real data, of the same form; the first generation stands in where there is none.
  public var truth: String?
  /// How files are read.
  public var options: Options

  /// Files to be read.
  public init(_ source: Source, truth: String? = nil, options: Options = Options()) {
    (self.source, self.truth, self.options) = (source, truth, options)
  }

  /// Reads all files.
  ///
  /// - Throws: ``ReadingError`` at the first file or line that cannot be read.
  public func read() throws(ReadingError) -> GenerationData {
    switch source {
    case .counts(let file):
      return try CountsReading(file: file, truth: truth, options: options).read()
    case .files, .column:
      var reading = try RowsReading(self)
      return try reading.read()
    }
  }

  /// The most generations that are told apart.
  static let mostGenerations = 10_000
}

/// What files of generations hold.
public struct GenerationData: Sendable, Equatable {
  /// Histories of the columns, in the order of the real data; of a column of numbers, deciles before tails.
  public var histories: [SymbolHistory]
  /// What the user should know.
  public var notes: [ReadingNote]
  /// Numbers of the generations, rising.
  public var generations: [Int]
  /// Numbers of rows of the generations; in tables of counts, the largest sum of the counts of a column.
  public var rows: [Int]
  /// The same of the real data.
  public var truthRows: Int

  /// What files hold, or a loop has counted.
  package init(
    histories: [SymbolHistory], notes: [ReadingNote], generations: [Int], rows: [Int],
    truthRows: Int
  ) {
    (self.histories, self.notes, self.generations) = (histories, notes, generations)
    (self.rows, self.truthRows) = (rows, truthRows)
  }
}
