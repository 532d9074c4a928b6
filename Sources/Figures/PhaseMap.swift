import Documents

/// A map of one number over two fields of a sweep, in a panel for each value of a third.
///
/// Every value of a field has a place of its own, whatever its distance from the next; of each cell of the
/// sweep the last row counts, and what has no number there is left blank.
package struct PhaseMap: Sendable {
  /// What is drawn.
  package struct Content: Sendable {
    /// The column of the horizontal field.
    package let x: String
    /// The column of the vertical field.
    package let y: String
    /// The column of the number.
    package let value: String
    /// The column whose values have panels, if any.
    package let panels: String?
    /// A column and the number that parts its small values from the others, at a line.
    package let boundary: (column: String, level: Double)?
    /// The lowest and the highest number that have colours of their own; those found unless given.
    package let range: ClosedRange<Double>?
    /// What to write in place of the name of a column.
    package let labels: [String: String]

    /// A map of `value` over `x` and `y`.
    package init(
      x: String, y: String, value: String, panels: String? = nil,
      boundary: (column: String, level: Double)? = nil, range: ClosedRange<Double>? = nil,
      labels: [String: String] = [:]
    ) {
      (self.x, self.y, self.value, self.panels) = (x, y, value, panels)
      (self.boundary, self.range, self.labels) = (boundary, range, labels)
    }

    func label(_ column: String) -> String { labels[column] ?? column }
  }

  /// What it is called; its files are.
  package let name: String
  /// One row a place of the map: panel, column and row from 1, the two fields, the number, and whether it lies
  /// on the far side of the boundary.
  package let table: Table
  let content: Content
  let panels: [String]
  let columns: [String]
  let rows: [String]
  let places: [Place: Cell]

  struct Place: Hashable {
    let panel: Int
    let column: Int
    let row: Int
  }

  struct Cell {
    let value: Double
    /// On which side of the boundary it is; `nil` on none.
    let isBeyond: Bool?
  }

  /// The most values that a field may have.
  private static let widest = 200

  /// The map of a sweep's table.
  ///
  /// - Throws: ``CSVError`` where a column is missing, or two cells have one place.
  package init(_ sweep: Table, name: String, content: Content) throws(CSVError) {
    (self.name, self.content) = (name, content)
    let cells = try Self.cells(of: sweep, content)
    func distinct(_ values: [String]) -> (values: [String], places: [String: Int]) {
      var places: [String: Int] = [:]
      let found = values.filter { value in
        guard places[value] == nil else { return false }
        places[value] = places.count + 1
        return true
      }
      return (found, places)
    }
    let axes = [cells.map(\.panel), cells.map(\.x), cells.map(\.y)].map(distinct)
    (panels, columns, rows) = (axes[0].values, axes[1].values, axes[2].values)
    guard max(panels.count, columns.count, rows.count) <= Self.widest else {
      throw CSVError(
        table: sweep.name, line: 1,
        problem: "a map has at most \(Self.widest) values of a field: choose other columns")
    }
    // To gnuplot a doubled quote ends a cell, and the numbers after it are in other columns.
    func word(_ text: String) -> Table.Cell { .text(text.replacing("\"", with: "'")) }
    var (places, list) = ([Place: Cell](), [[Table.Cell]]())
    for cell in cells {
      let place = Place(
        panel: axes[0].places[cell.panel]!, column: axes[1].places[cell.x]!,
        row: axes[2].places[cell.y]!)
      guard places[place] == nil else {
        throw CSVError(
          table: sweep.name, line: 1,
          problem: "several cells have \(content.x) = \(cell.x) and \(content.y) = \(cell.y): give"
            + " what tells them apart panels")
      }
      places[place] = Cell(value: cell.value, isBeyond: cell.isBeyond)
      list.append([
        .integer(place.panel), .integer(place.column), .integer(place.row), word(cell.panel),
        word(cell.x), word(cell.y), .number(cell.value),
        cell.isBeyond.map { .integer($0 ? 1 : 0) } ?? .text("none"),
      ])
    }
    self.places = places
    table = Table(
      name: name, columns: ["panel", "column", "row", "panels", "x", "y", "value", "beyond"],
      rows: list)
  }

  private struct SweepCell {
    let panel: String
    let x: String
    let y: String
    let value: Double
    let isBeyond: Bool?
  }

  /// A value as short as it can be told from all others.
  private static func label(_ cell: Table.Cell) -> String {
    guard case .number(let value) = cell, Double(cell.description) != value, !value.isNaN else {
      return "\(cell)"
    }
    return "\(value)"
  }

  /// The last row of each cell.
  private static func cells(
    of sweep: Table, _ content: Content
  ) throws(CSVError) -> [SweepCell] {
    func place(_ column: String) throws(CSVError) -> Int {
      guard let index = sweep.columns.firstIndex(of: column) else {
        throw CSVError(
          table: sweep.name, line: 1,
          problem:
            "there is no column \(column): use \(Words.choice(of: sweep.columns, for: column))")
      }
      return index
    }
    let (cell, x, y) = (try place("cell"), try place(content.x), try place(content.y))
    let value = try place(content.value)
    let panel: Int? = if let column = content.panels { try place(column) } else { nil }
    let boundary: Int? = if let line = content.boundary { try place(line.column) } else { nil }
    var cells: [SweepCell] = []
    for (line, row) in sweep.rows.enumerated() {
      // A cell's rows stand together.
      let next = line + 1 < sweep.rows.count ? sweep.rows[line + 1] : nil
      guard next?[cell] != row[cell] else { continue }
      cells.append(
        SweepCell(
          panel: panel.map { Self.label(row[$0]) } ?? "", x: Self.label(row[x]),
          y: Self.label(row[y]),
          value: row[value].value,
          isBeyond: boundary.flatMap { column in
            let side = row[column].value
            return side.isNaN ? nil : side >= content.boundary!.level
          }))
    }
    // A word in one cell leaves a hole in the map.
    if let first = sweep.rows.indices.first,
      sweep.rows.allSatisfy({ if case .text = $0[value] { true } else { false } })
    {
      throw CSVError(
        table: sweep.name, line: 2,
        problem:
          "\(content.value) = \(sweep.rows[first][value]) is not allowed: use a column of numbers")
    }
    guard !cells.isEmpty else {
      throw CSVError(table: sweep.name, line: 2, problem: "the table has no rows")
    }
    return cells
  }
}
