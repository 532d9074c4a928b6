import Documents
import Figures
import Testing
import _TestSupport

/// Tables that a figure cannot draw are refused before gnuplot sees them, by name and line.
@Suite(.inTurn(.other)) struct FigureDataTests {
  /// What is wrong with `tables` as data of the figure called `id`.
  static func problem(_ id: String, _ tables: [Table]) -> String {
    let error = #expect(throws: CSVError.self) {
      try FigureData(tables, for: SmallFigures.figure(id).inputs)
    }
    return error.map { "\($0)" } ?? ""
  }

  /// `tables` with one of them replaced.
  static func replacing(_ table: Table, in tables: [Table]) -> [Table] {
    tables.map { $0.name == table.name ? table : $0 }
  }

  /// Cells that a column of some content may not hold.
  static func wrong(for content: FigureInput.Content) -> [Table.Cell] {
    switch content {
    case .count: ["oops", 1.5, -5, .number(.nan), 1e16]
    case .fraction: ["oops", 1.01, -0.1, .number(.nan)]
    case .nonnegative: ["oops", -1, .number(.nan), .number(.infinity)]
    case .number: ["oops", -1e16, .number(.nan), .number(-.infinity)]
    case .open: ["oops", 1e308]
    case .name: [5, .number(.nan), "", "two words", "it's", "-x", "7th", "é"]
    }
  }

  @Test(arguments: FigureTests.ids)
  func missingTablesAreNamed(id: String) throws {
    let tables = try SmallFigures.tables(id)
    for input in SmallFigures.figure(id).inputs {
      let problem = Self.problem(id, tables.filter { $0.name != input.table })
      #expect(problem == "\(input.table).csv, line 1: the table is missing")
    }
  }

  @Test(arguments: FigureTests.ids)
  func missingColumnsAreNamed(id: String) throws {
    let tables = try SmallFigures.tables(id)
    for input in SmallFigures.figure(id).inputs {
      let table = tables.first { $0.name == input.table }!
      for (column, _) in input.columns {
        let renamed = Table(
          name: table.name, columns: table.columns.map { $0 == column ? "other" : $0 },
          rows: table.rows)
        let problem = Self.problem(id, Self.replacing(renamed, in: tables))
        #expect(problem.hasPrefix("\(input.table).csv, line 1: the column \(column) is missing"))
      }
    }
  }

  /// In any column: a text for a number, a number for a name, and numbers that make no sense there.
  @Test(arguments: FigureTests.ids)
  func wrongCellsAreNamed(id: String) throws {
    let tables = try SmallFigures.tables(id)
    for input in SmallFigures.figure(id).inputs {
      let table = tables.first { $0.name == input.table }!
      for (column, content) in input.columns {
        for cell in Self.wrong(for: content) {
          var rows = Array(table.rows.prefix(2))
          rows[rows.count - 1][table.columns.firstIndex(of: column)!] = cell
          let corrupt = Table(name: table.name, columns: table.columns, rows: rows)
          #expect(
            Self.problem(id, Self.replacing(corrupt, in: tables))
              == "\(table.name).csv, line \(rows.count + 1): \(column) = \(cell) is not allowed:"
              + " use \(content.rawValue)")
        }
      }
    }
  }

  /// Panel d of Figure 1 alone may have nothing to average.
  @Test(arguments: FigureTests.ids)
  func emptyTablesAreNamed(id: String) throws {
    let tables = try SmallFigures.tables(id)
    for input in SmallFigures.figure(id).inputs {
      let table = tables.first { $0.name == input.table }!
      let emptied = Self.replacing(Table(name: table.name, columns: table.columns), in: tables)
      if input.mayBeEmpty {
        #expect(input.table == "fig1d-mean")
        _ = try FigureData(emptied, for: SmallFigures.figure(id).inputs)
      } else {
        #expect(Self.problem(id, emptied) == "\(input.table).csv, line 2: the table has no rows")
      }
    }
  }
}
