import Documents

extension EnumeratedFamily {
  /// The family of a table in CSV.
  ///
  /// A header row, then a row for each state. The column `name` holds the names of the states, and `base`
  /// the base measure, 1 everywhere unless there is one; all other columns are statistics. Semicolons or tabs may
  /// stand for commas; empty lines, and lines that begin with #, are passed over.
  ///
  /// - Throws: ``TableError``, with line and column where one cell is to blame; also for a column beside others
  ///   that is called `count`, `weight` or the like, and may be meant as `base`.
  public init(csv: String) throws(TableError) {
    let text: DelimitedText
    do throws(CSVError) {
      text = try DelimitedText(name: "table", text: csv)
    } catch {
      throw .csv(line: error.line, column: nil, problem: error.problem)
    }
    try self.init(TextTable(text))
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
    try text.checkWeights(places, statistics)
    try self.init(
      names: names, statisticNames: places.map { text.header[$0] }, baseMeasure: base,
      statistics: statistics)
  }
}

/// The cells of a table of states.
private struct TextTable {
  let header: [String]
  let rows: [[String]]
  private let lines: [Int]

  /// The cells of a file.
  init(_ text: DelimitedText) throws(TableError) {
    // The two names that mean something are known in capital letters, too.
    header = text.header.map { ["name", "base"].contains($0.lowercased()) ? $0.lowercased() : $0 }
    rows = text.rows.map(\.cells)
    lines = text.rows.map(\.line)
    for (place, name) in header.enumerated() {
      if name.isEmpty {
        throw .csv(line: text.headerLine, column: nil, problem: "column \(place + 1) has no name")
      }
      if header[..<place].contains(name) {
        throw .csv(line: text.headerLine, column: name, problem: "two columns have this name")
      }
    }
    if rows.isEmpty {
      throw .csv(line: text.headerLine, column: nil, problem: "no state follows the header")
    }
  }

  /// An error in a cell.
  func error(_ row: Int, _ place: Int, _ problem: String) -> TableError {
    .csv(line: lines[row], column: header[place], problem: problem)
  }

  /// Words for how much a state counts.
  private static let weights: Set<String> = [
    "count", "counts", "freq", "freqs", "frequency", "frequencies", "n", "number", "weight",
    "weights",
    "w", "prob", "probs", "probability", "probabilities", "p", "proportion", "share", "percent",
    "fraction", "multiplicity", "degeneracy", "mass", "measure",
  ]

  /// Refuses a statistic that may be meant as the base measure; one alone, or with negative values, is not.
  func checkWeights(_ places: [Int], _ statistics: [[Double]]) throws(TableError) {
    guard places.count > 1, !header.contains("base") else { return }
    for (index, place) in places.enumerated()
    where Self.weights.contains(header[place].lowercased())
      && statistics.allSatisfy({ $0[index] >= 0 })
    {
      throw .weights(column: header[place])
    }
  }

  /// The names of the states, if there is a column of them.
  func names() throws(TableError) -> [String]? {
    guard let place = header.firstIndex(of: "name") else { return nil }
    var found: [String: Int] = [:]
    for (row, cells) in rows.enumerated() {
      let name = cells[place]
      if name.isEmpty { throw error(row, place, "the state has no name") }
      if let line = found[name] {
        throw error(row, place, "the state \(name) is on line \(line), too")
      }
      found[name] = lines[row]
    }
    return rows.map { $0[place] }
  }

  /// The finite number in a cell.
  func number(_ row: Int, _ place: Int) throws(TableError) -> Double {
    let cell = rows[row][place]
    guard let value = Double(cell) else {
      throw error(row, place, cell.isEmpty ? "a number is missing" : Self.complaint(cell))
    }
    guard value.isFinite else { throw error(row, place, "\(cell) is not a finite number") }
    return value
  }

  private static func complaint(_ cell: String) -> String {
    let known = "\(cell) is not a number"
    if cell.contains(","), Double(cell.replacing(",", with: "")) != nil {
      return known + ": write it without commas, and with a point before decimals"
    }
    if cell.contains(where: \.isLetter) {
      return known + ": the names of states are in a column called name"
    }
    return known
  }
}
