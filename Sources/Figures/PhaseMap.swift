import Tables

/// A map of one number over two fields of a sweep, in a panel for each value of a third.
///
/// Every value of a field has a place of its own, whatever its distance from the next; of each cell of the
/// sweep the last row counts.
public struct PhaseMap: Sendable {
  /// What is drawn.
  public struct Content: Sendable {
    /// Columns of the sweep: the horizontal and the vertical field, and the number.
    public let x: String
    public let y: String
    public let value: String
    /// The column whose values have panels, if any.
    public let panels: String?
    /// A column and the number that parts its small values from the others, at a line.
    public let boundary: (column: String, level: Double)?
    /// The lowest and the highest number that have colours of their own; those found unless given.
    public let range: ClosedRange<Double>?
    /// What to write in place of the name of a column.
    public let labels: [String: String]

    /// A map of `value` over `x` and `y`.
    public init(
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
  public let name: String
  /// One row a place of the map: panel, column and row from 1, the two fields, the number, and whether it lies
  /// on the far side of the boundary.
  public let table: Table
  private let content: Content
  private let panels: [String]
  private let columns: [String]
  private let rows: [String]
  private let places: [Place: Cell]

  private struct Place: Hashable {
    let panel: Int
    let column: Int
    let row: Int
  }

  private struct Cell {
    let value: Double
    let isBeyond: Bool
  }

  /// The map of a sweep's table.
  ///
  /// - Throws: ``CSVError`` where a column is missing, or two cells have one place.
  public init(_ sweep: Table, name: String, content: Content) throws(CSVError) {
    (self.name, self.content) = (name, content)
    let cells = try Self.cells(of: sweep, content)
    func distinct(_ values: [String]) -> [String] {
      var seen = Set<String>()
      return values.filter { seen.insert($0).inserted }
    }
    panels = distinct(cells.map(\.panel))
    columns = distinct(cells.map(\.x))
    rows = distinct(cells.map(\.y))
    var (places, index) = ([Place: Cell](), [[Table.Cell]]())
    for cell in cells {
      let place = Place(
        panel: panels.firstIndex(of: cell.panel)! + 1,
        column: columns.firstIndex(of: cell.x)! + 1, row: rows.firstIndex(of: cell.y)! + 1)
      guard places[place] == nil else {
        throw CSVError(
          table: sweep.name, line: 1,
          problem: "several cells have \(content.x) = \(cell.x) and \(content.y) = \(cell.y): give"
            + " what tells them apart panels")
      }
      places[place] = Cell(value: cell.value, isBeyond: cell.isBeyond)
      index.append([
        .integer(place.panel), .integer(place.column), .integer(place.row), .text(cell.panel),
        .text(cell.x), .text(cell.y), .number(cell.value), .integer(cell.isBeyond ? 1 : 0),
      ])
    }
    self.places = places
    table = Table(
      name: name, columns: ["panel", "column", "row", "panels", "x", "y", "value", "beyond"],
      rows: index)
  }

  private struct SweepCell {
    let panel: String
    let x: String
    let y: String
    let value: Double
    let isBeyond: Bool
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
            "the column \(column) is missing among \(sweep.columns.joined(separator: ", "))")
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
      guard case .text = row[value] else {
        cells.append(
          SweepCell(
            panel: panel.map { "\(row[$0])" } ?? "", x: "\(row[x])", y: "\(row[y])",
            value: row[value].value,
            isBeyond: boundary.map { row[$0].value >= content.boundary!.level } ?? false))
        continue
      }
      throw CSVError(
        table: sweep.name, line: line + 2,
        problem: "\(content.value) = \(row[value]) is not allowed: use a column of numbers")
    }
    guard !cells.isEmpty else {
      throw CSVError(table: sweep.name, line: 2, problem: "the table has no rows")
    }
    return cells
  }

  // MARK: - The script

  /// The script that draws it as an SVG file, reading `data/<name>.csv`.
  public var script: String {
    let width = 150 + panels.count * (90 + max(240, 46 * columns.count))
    let height = 130 + max(160, 30 * rows.count)
    let map = frames(width, height)
    let parts = panels.indices.map { index in
      panel(
        index,
        Panel(left: map[index].left, right: map[index].right, bottom: map.bottom, top: map.top))
    }
    return """
      # A phase diagram: \(content.value) over \(content.x) and \(content.y).
      # Run this file with gnuplot in its own folder; it reads data/\(name).csv.
      \(Terminal.svg.preamble(id: name, width: width, height: height))
      set border linewidth 0.8
      set tics nomirror out scale 0.4
      unset key
      set style fill solid noborder
      set palette defined (0 '\(Palette.red)', 0.5 '#f3ece4', 1 '\(Palette.blue)')
      set cbrange [\(Axis.plain(range.lowerBound)):\(Axis.plain(range.upperBound))]
      set cblabel \(quoted(content.label(content.value))) noenhanced
      set multiplot

      \(parts.joined(separator: "\n\n"))

      unset multiplot
      unset output

      """
  }

  private var range: ClosedRange<Double> {
    if let range = content.range { return range }
    let found = places.values.map(\.value).filter(\.isFinite)
    let (low, high) = (found.min() ?? 0, found.max() ?? 1)
    return low < high ? low...high : low - 1...low + 1
  }

  private struct Frames {
    let bottom: Double
    let top: Double
    private let spans: [(left: Double, right: Double)]

    init(bottom: Double, top: Double, spans: [(left: Double, right: Double)]) {
      (self.bottom, self.top, self.spans) = (bottom, top, spans)
    }

    subscript(_ index: Int) -> (left: Double, right: Double) { spans[index] }
  }

  /// Panels of one size side by side, the box of colours at the right.
  private func frames(_ width: Int, _ height: Int) -> Frames {
    let (w, h) = (Double(width), Double(height))
    let each = (w - 100) / Double(panels.count)
    return Frames(
      bottom: 70 / h, top: 1 - 40 / h,
      spans: panels.indices.map { index in
        (left: (Double(index) * each + 75) / w, right: (Double(index + 1) * each - 10) / w)
      })
  }

  private func panel(_ index: Int, _ frame: Panel) -> String {
    let file = "'data/\(name).csv'"
    let here = "($1 == \(index + 1) ? $2 : NaN)"
    let isLast = index + 1 == panels.count
    let title = content.panels.map { _ in panels[index] } ?? ""
    // White on strong colours, black on pale ones.
    let middle = Axis.plain((range.lowerBound + range.upperBound) / 2)
    let reach = Axis.plain(0.3 * (range.upperBound - range.lowerBound))
    func numbers(_ condition: String, _ colour: String) -> String {
      "\(file) using \(here):3:(\(condition) ? sprintf('%.2f', $7) : '') with labels"
        + " font ',11' textcolor rgb '\(colour)'"
    }
    return """
      \(frame.frame)
      \(isLast ? "set colorbox user origin graph 1.04, graph 0 size graph \(colourBox(frame)), graph 1" : "unset colorbox")
      set title \(quoted(title)) noenhanced offset 0,-0.5
      set xlabel \(quoted(content.label(content.x))) noenhanced offset 0,0.3
      set ylabel \(quoted(index == 0 ? content.label(content.y) : "")) noenhanced
      set xrange [0.5:\(columns.count).5]
      set yrange [0.5:\(rows.count).5]
      set xtics (\(tics(columns)))
      set ytics (\(tics(rows)))
      unset arrow
      \(boundary(in: index + 1))
      plot \(file) using \(here):3:(0.5):(0.5):7 with boxxyerror linecolor palette, \\
        \(numbers("abs($7 - \(middle)) > \(reach)", "white")), \\
        \(numbers("abs($7 - \(middle)) <= \(reach)", "black"))
      """
  }

  private func colourBox(_ frame: Panel) -> String {
    Axis.decimals(0.012 / (frame.right - frame.left), 4)
  }

  private func tics(_ values: [String]) -> String {
    values.enumerated().map { "\(quoted($1)) \($0 + 1)" }.joined(separator: ", ")
  }

  /// Lines between places of which one is beyond the boundary and the other is not.
  private func boundary(in panel: Int) -> String {
    func isBeyond(_ column: Int, _ row: Int) -> Bool? {
      places[Place(panel: panel, column: column, row: row)]?.isBeyond
    }
    func line(_ x: (Double, Double), _ y: (Double, Double)) -> String {
      "set arrow from \(x.0),\(y.0) to \(x.1),\(y.1) nohead front linewidth 3 linecolor rgb 'black'"
    }
    var lines: [String] = []
    for row in 1...rows.count {
      for column in 1...columns.count {
        guard let here = isBeyond(column, row) else { continue }
        let (x, y) = (Double(column), Double(row))
        if let right = isBeyond(column + 1, row), right != here {
          lines.append(line((x + 0.5, x + 0.5), (y - 0.5, y + 0.5)))
        }
        if let above = isBeyond(column, row + 1), above != here {
          lines.append(line((x - 0.5, x + 0.5), (y + 0.5, y + 0.5)))
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
