import Documents

/// A picture of tables: columns in, a gnuplot script out.
///
/// A figure knows the names of its columns and nothing of the models behind them.
package protocol Figure: Sendable {
  /// Identifier, shared with its experiment: `fig1`.
  static var id: String { get }
  /// The tables it draws.
  static var inputs: [FigureInput] { get }

  /// The script that draws `data` on `terminal`, reading `data/*.csv` and writing the picture
  /// beside that folder.
  static func script(for data: FigureData, on terminal: Terminal) -> String
}

/// A table that a figure reads.
package struct FigureInput: Sendable {
  /// File name without extension.
  package let table: String
  /// Columns that must be there, with what they may hold.
  package let columns: [(name: String, content: Content)]
  /// Whether it may have no rows.
  package let mayBeEmpty: Bool

  /// What a column may hold.
  package enum Content: String, Sendable {
    /// A whole number from 0 on.
    case count = "a whole number from 0 to 10^15"
    /// A number in [0, 1].
    case fraction = "a number from 0 to 1"
    /// A number from 0 on.
    case nonnegative = "a number from 0 to 10^15"
    /// Any number of reasonable size.
    case number = "a number of at most 10^15"
    /// A short name.
    case name = "a letter, and after it letters, digits and hyphens"
    /// The same, or inf, or nan where there is none.
    case open = "a number of at most 10^15, inf or nan"

    func allows(_ value: Double) -> Bool {
      switch self {
      case .count: (0...1e15).contains(value) && value == value.rounded()
      case .fraction: (0...1).contains(value)
      case .nonnegative: (0...1e15).contains(value)
      case .number: abs(value) <= 1e15
      case .open: abs(value) <= 1e15 || !value.isFinite
      case .name: false
      }
    }

    func allows(_ cell: Table.Cell) -> Bool {
      guard case .text(let text) = cell else { return allows(cell.value) }
      return self == .name && text.first?.isLetter == true
        && text.allSatisfy { $0 == "-" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }

  /// A table with the columns it must have.
  ///
  /// - Parameter open: more columns, for numbers that need not be finite.
  package init(
    _ table: String, columns: KeyValuePairs<String, Content>, and open: [String] = [],
    mayBeEmpty: Bool = false
  ) {
    self.table = table
    self.columns = columns.map { ($0.key, $0.value) } + open.map { ($0, .open) }
    self.mayBeEmpty = mayBeEmpty
  }
}

/// The tables of one figure, checked.
package struct FigureData: Sendable {
  private let tables: [String: Table]

  /// The tables that `inputs` asks for.
  ///
  /// - Throws: ``CSVError`` naming the table and line where a column is missing or holds what it may
  ///   not.
  package init(_ tables: [Table], for inputs: [FigureInput]) throws {
    self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    for input in inputs { try check(input) }
  }

  private func check(_ input: FigureInput) throws {
    guard let table = tables[input.table] else {
      throw CSVError(table: input.table, line: 1, problem: "the table is missing")
    }
    for (column, content) in input.columns {
      guard let index = table.columns.firstIndex(of: column) else {
        throw CSVError(
          table: input.table, line: 1,
          problem:
            "the column \(column) is missing among \(table.columns.joined(separator: ", "))")
      }
      for (line, row) in table.rows.enumerated() {
        guard content.allows(row[index]) else {
          throw CSVError(
            table: input.table, line: line + 2,
            problem: "\(column) = \(row[index]) is not allowed: use \(content.rawValue)")
        }
      }
    }
    guard input.mayBeEmpty || !table.rows.isEmpty else {
      throw CSVError(table: input.table, line: 2, problem: "the table has no rows")
    }
  }

  /// The distinct whole numbers in a column, in order of appearance.
  package func distinct(_ column: String, in table: String) -> [Int] {
    var seen = Set<Double>()
    return numbers(column, in: table)
      .filter { abs($0) < 1e18 && seen.insert($0).inserted }.map { Int($0) }
  }

  /// The distinct finite numbers in a column, in order of appearance.
  package func distinctNumbers(_ column: String, in table: String) -> [Double] {
    var seen = Set<Double>()
    return numbers(column, in: table).filter { $0.isFinite && seen.insert($0).inserted }
  }

  /// The distinct names in a column, in order of appearance.
  package func names(_ column: String, in table: String) -> [String] {
    guard let table = tables[table], let index = table.columns.firstIndex(of: column) else {
      return []
    }
    var seen = Set<String>()
    return table.rows.map { $0[index].description }.filter { seen.insert($0).inserted }
  }

  /// The rows of a table for which `isIncluded` holds, given the text of a cell by column.
  package func rows(
    of table: String, where isIncluded: ((String) -> Table.Cell) -> Bool
  ) -> [(String) -> Table.Cell] {
    guard let table = tables[table] else { return [] }
    let places = Dictionary(uniqueKeysWithValues: zip(table.columns, table.columns.indices))
    return table.rows.map { row in { column in row[places[column]!] } }.filter(isIncluded)
  }

  /// The largest finite number in a column; 1 if there is none.
  package func maximum(_ column: String, in table: String) -> Double {
    numbers(column, in: table).filter(\.isFinite).max() ?? 1
  }

  /// Whether a column holds a finite number in some row where another column has the given value.
  package func hasNumber(
    _ column: String, in table: String, where filter: (column: String, value: Int)
  ) -> Bool {
    zip(numbers(column, in: table), numbers(filter.column, in: table))
      .contains { $0.isFinite && $1 == Double(filter.value) }
  }

  /// The names of a table's columns, in order.
  package func columns(of table: String) -> [String] { tables[table]?.columns ?? [] }

  /// All numbers of a column.
  package func numbers(_ column: String, in table: String) -> [Double] {
    tables[table]?.numbers(in: column) ?? []
  }
}

/// The figures of the standard experiments, in their order.
package let figures: [any Figure.Type] = [
  Figure1Plot.self, Figure2Plot.self, Figure3Plot.self, FixedAnchorPlot.self,
  InfiniteSyntheticPlot.self, RandomEnergyPlot.self, MotionFieldPlot.self, EntropyPlot.self,
  CoordinatesPlot.self, FamiliesPlot.self, DosePlot.self, AccumulatePlot.self,
  WeightsPlot.self, TailsPlot.self, ErrorsPlot.self, BlurPlot.self, LibrariesPlot.self,
  RemediesPlot.self,
]

/// The figures of the experiments beyond exponential families, in their order.
package let beyondFigures: [any Figure.Type] = [
  MachinesPlot.self, DigitsMachinePlot.self, DigitsNetworkPlot.self,
]

/// Both sets.
package let allFigures = figures + beyondFigures
