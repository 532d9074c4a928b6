import Tables

extension EnumeratedFamily {
  /// The family of a table in CSV.
  ///
  /// A header row, then a row for each state. The column `name` holds the names of the states, and `base`
  /// the base measure, 1 everywhere unless there is one; all other columns are statistics.
  ///
  /// - Throws: ``TableError``, with line and column where one cell is to blame.
  public init(csv: String) throws(TableError) {
    let lines: [[String]]
    do throws(CSVError) {
      lines = try Table.cells(name: "table", csv: csv)
    } catch {
      throw .csv(line: error.line, column: nil, problem: error.problem)
    }
    try self.init(TextTable(lines))
  }

  private init(_ text: TextTable) throws(TableError) {
    let places = text.header.indices.filter { !["name", "base"].contains(text.header[$0]) }
    if places.isEmpty { throw .statisticCount(0) }
    let names = try text.names()
    var base = [Double](repeating: 1, count: text.rows.count)
    if let place = text.header.firstIndex(of: "base") {
      for row in text.rows.indices {
        base[row] = try text.number(row, place)
        if base[row] <= 0 {
          throw text.error(row, place, "a base measure of \(base[row]) is not above 0")
        }
      }
    }
    var statistics: [[Double]] = []
    for row in text.rows.indices {
      var φ: [Double] = []
      for place in places { φ.append(try text.number(row, place)) }
      statistics.append(φ)
    }
    try self.init(
      names: names, statisticNames: places.map { text.header[$0] }, baseMeasure: base,
      statistics: statistics)
  }
}

/// The cells of a table of states.
private struct TextTable {
  let header: [String]
  let rows: [[String]]

  /// The lines of a file, the header first.
  init(_ lines: [[String]]) throws(TableError) {
    let trimmed = lines.map { $0.map(Self.trimmed) }
    header = trimmed[0]
    rows = Array(trimmed.dropFirst())
    for (place, name) in header.enumerated() {
      if name.isEmpty {
        throw .csv(line: 1, column: nil, problem: "column \(place + 1) has no name")
      }
      if header[..<place].contains(name) {
        throw .csv(line: 1, column: name, problem: "two columns have this name")
      }
    }
    if rows.isEmpty { throw .csv(line: 1, column: nil, problem: "no state follows the header") }
  }

  private static func trimmed(_ cell: String) -> String {
    let isSpace = { (c: Character) in c == " " || c == "\t" || c == "\u{FEFF}" }
    let start = cell.drop(while: isSpace)
    return String(start.reversed().drop(while: isSpace).reversed())
  }

  /// An error in a cell; the first row is on line 2.
  func error(_ row: Int, _ place: Int, _ problem: String) -> TableError {
    .csv(line: row + 2, column: header[place], problem: problem)
  }

  /// The names of the states, if there is a column of them.
  func names() throws(TableError) -> [String]? {
    guard let place = header.firstIndex(of: "name") else { return nil }
    var lines: [String: Int] = [:]
    for (row, cells) in rows.enumerated() {
      let name = cells[place]
      if name.isEmpty { throw error(row, place, "the state has no name") }
      if let line = lines[name] {
        throw error(row, place, "the state \(name) is on line \(line), too")
      }
      lines[name] = row + 2
    }
    return rows.map { $0[place] }
  }

  /// The finite number in a cell.
  func number(_ row: Int, _ place: Int) throws(TableError) -> Double {
    let cell = rows[row][place]
    guard let value = Double(cell) else {
      throw error(row, place, cell.isEmpty ? "a number is missing" : "\(cell) is not a number")
    }
    guard value.isFinite else { throw error(row, place, "\(cell) is not a finite number") }
    return value
  }
}
