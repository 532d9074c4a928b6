import Documents
import Figures
import Foundation
import Testing

/// Maps of sweeps.
@Suite struct PhaseMapTests {
  /// Two panels of 2 × 2 cells with two generations each; the value is 100 panel + 10 y + x.
  private static let sweep = Table(
    name: "sweep", columns: ["cell", "kind", "y", "x", "generation", "value", "dead"],
    rows: ["a", "b"].enumerated().flatMap { panel, kind in
      (0..<4).flatMap { place -> [[Table.Cell]] in
        let (y, x) = (place / 2, place % 2)
        return [0, 7].map { generation in
          [
            .integer(4 * panel + place + 1), .text(kind), .integer(y), .integer(3 * x),
            .integer(generation),
            .number(generation == 0 ? -1 : Double(100 * panel + 10 * y + x)),
            .number(y == 0 ? 1 : 0),
          ]
        }
      }
    })

  private static func map(
    _ sweep: Table = sweep, value: String = "value", panels: String? = "kind",
    boundary: (column: String, level: Double)? = ("dead", 0.5)
  ) throws -> PhaseMap {
    try PhaseMap(
      sweep, name: "map",
      content: PhaseMap.Content(
        x: "x", y: "y", value: value, panels: panels, boundary: boundary,
        labels: ["y": "it's y"]))
  }

  @Test func theLastRowOfACellCounts() throws {
    let table = try Self.map().table
    #expect(table.rows.count == 8)
    #expect(table.numbers(in: "value") == [0, 1, 10, 11, 100, 101, 110, 111])
    #expect(table.numbers(in: "column") == [1, 2, 1, 2, 1, 2, 1, 2])
    #expect(table.numbers(in: "row") == [1, 1, 2, 2, 1, 1, 2, 2])
    #expect(table.numbers(in: "beyond") == [1, 1, 0, 0, 1, 1, 0, 0])
  }

  /// Between the two rows of each panel, and nowhere else.
  @Test func theBoundaryRunsBetweenItsSides() throws {
    let lines = try Self.map().script.split(separator: "\n").filter { $0.hasPrefix("set arrow") }
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.contains(",1.5 to ") && $0.contains(",1.5 nohead") })
    #expect(try !Self.map(boundary: nil).script.contains("set arrow from"))
  }

  /// What has no number lies on neither side.
  @Test func whereThereIsNoNumberThereIsNoBoundary() throws {
    let rows = Self.sweep.rows.map { $0.dropLast() + [$0[0] == 1 ? .number(.nan) : $0[6]] }
    let map = try Self.map(
      Table(name: "sweep", columns: Self.sweep.columns, rows: rows.map { Array($0) }))
    #expect(map.table.rows[0].last == "none")
    #expect(map.script.split(separator: "\n").count { $0.hasPrefix("set arrow") } == 3)
  }

  /// A cell without a number is a hole, and costs the others nothing.
  @Test func aCellWithoutANumberIsAHole() throws {
    let rows = Self.sweep.rows.map { row in
      row.enumerated().map { $0 == 5 && row[0] == 3 ? Table.Cell.text("") : $1 }
    }
    let map = try Self.map(Table(name: "sweep", columns: Self.sweep.columns, rows: rows))
    let values = try #require(map.table.numbers(in: "value"))
    #expect(values.map { $0.isNaN ? -1 : $0 } == [0, 1, -1, 11, 100, 101, 110, 111])
    try GnuplotTests.withFolder { folder in
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("data"), withIntermediateDirectories: true)
      try Data(map.table.csv.utf8).write(to: folder.appendingPathComponent("data/map.csv"))
      #expect(try Gnuplot.run(map.script, in: folder.path) == "")
      let svg = try String(contentsOf: folder.appendingPathComponent("map.svg"), encoding: .utf8)
      // Seven of eight places have their number.
      #expect(svg.matches(of: />[0-9]+\.00</).count == 7)
    }
  }

  /// Two values that differ in the last digit have two places.
  @Test func valuesAreToldApartByAllTheirDigits() throws {
    let table = Table(
      name: "sweep", columns: ["cell", "y", "x", "value"],
      rows: [[1, 0, 0.3, 1], [2, 0, 0.30000000000000004, 2], [3, 0, 0.5, 3]])
    let map = try PhaseMap(
      table, name: "map", content: PhaseMap.Content(x: "x", y: "y", value: "value"))
    #expect(
      map.table.rows.map { $0[4].description } == ["0.3", "0.30000000000000004", "0.5"])
  }

  @Test func labelsAreQuoted() throws {
    #expect(try Self.map().script.contains("set ylabel 'it''s y' noenhanced"))
  }

  @Test func whatIsNoMapIsRefused() throws {
    #expect(throws: CSVError.self) { try Self.map(panels: nil) }
    #expect(throws: CSVError.self) { try Self.map(value: "nothing") }
    #expect(throws: CSVError.self) { try Self.map(value: "kind") }
    #expect(throws: CSVError.self) { try Self.map(boundary: ("nothing", 0)) }
    #expect(throws: CSVError.self) {
      try Self.map(Table(name: "sweep", columns: Self.sweep.columns))
    }
  }
}
