/// Whether numbers make a table, one question after the other.
struct TableCheck {
  let names: [String]
  let statisticNames: [String]
  private let baseMeasure: [Double]
  private let statistics: [[Double]]

  init(
    names: [String]?, statisticNames: [String]?, baseMeasure: [Double], statistics: [[Double]]
  ) {
    self.names = names ?? statistics.indices.map { "\($0)" }
    self.statisticNames =
      statisticNames ?? (statistics.first ?? []).indices.map { "φ\($0 + 1)" }
    self.baseMeasure = baseMeasure
    self.statistics = statistics
  }

  /// As many entries as there should be, and names that tell them apart.
  func shape() throws(TableError) {
    let (n, d) = (statistics.count, statistics.first?.count ?? 0)
    guard (2...EnumeratedFamily.maximumStates).contains(n) else { throw .stateCount(n) }
    guard (1...EnumeratedFamily.maximumStatistics).contains(d) else { throw .statisticCount(d) }
    if names.count != n {
      throw .entryCount(list: "names of states", found: names.count, expected: n)
    }
    if baseMeasure.count != n {
      throw .entryCount(list: "base measures", found: baseMeasure.count, expected: n)
    }
    for (name, row) in zip(names, statistics) where row.count != d {
      throw .raggedRow(state: name, found: row.count, expected: d)
    }
    if statisticNames.count != d {
      throw .entryCount(list: "names of statistics", found: statisticNames.count, expected: d)
    }
    if let name = Self.repetition(in: names) { throw .duplicateState(name) }
    if let name = Self.repetition(in: statisticNames) { throw .duplicateStatistic(name) }
  }

  private static func repetition(in names: [String]) -> String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
  }

  /// Base measures above 0, and finite statistics.
  func values() throws(TableError) {
    for (name, value) in zip(names, baseMeasure) where !(value > 0 && value < .infinity) {
      throw .baseMeasure(state: name, value: value)
    }
    for (name, row) in zip(names, statistics) {
      for (statistic, value) in zip(statisticNames, row) where !value.isFinite {
        throw .notFinite(statistic: statistic, state: name, value: value)
      }
    }
  }

  /// The statistics as integers, none of them constant.
  func columns() throws(TableError) -> [DecimalColumn] {
    var columns: [DecimalColumn] = []
    for (a, name) in statisticNames.enumerated() {
      let values = statistics.map { $0[a] }
      if values.allSatisfy({ $0 == values[0] }) {
        throw .constant(statistic: name, value: values[0])
      }
      columns.append(try DecimalColumn(values, name: name))
    }
    return columns
  }

  /// No combination of the statistics that is the same in every state.
  func independence(of hull: Hull, _ units: [DecimalUnit]) throws(TableError) {
    let relation: [Int]?
    do {
      relation = try hull.affineDependence()
    } catch {
      throw .dependent(error.description)
    }
    guard let relation else { return }
    throw .dependent(describe(relation, units))
  }

  /// "2 a − b = 3 in every state", from coefficients in units of the statistics.
  private func describe(_ relation: [Int], _ units: [DecimalUnit]) -> String {
    let involved = statisticNames.indices.filter { relation[$0 + 1] != 0 }
    guard let scaled = Self.scaled(relation, units) else {
      return "of \(involved.map { statisticNames[$0] }.joined(separator: ", ")), some combination "
        + "is the same in every state"
    }
    var text = ""
    for a in involved {
      let coefficient = scaled[a + 1]
      text += coefficient < 0 ? (text.isEmpty ? "−" : " − ") : (text.isEmpty ? "" : " + ")
      text += coefficient.magnitude == 1 ? "" : "\(coefficient.magnitude) "
      text += statisticNames[a]
    }
    return text + " = \(scaled[0] > 0 ? "−" : "")\(scaled[0].magnitude) in every state"
  }

  /// Coefficients of the statistics themselves, as integers without a common divisor; nil if they are
  /// too large.
  private static func scaled(_ relation: [Int], _ units: [DecimalUnit]) -> [Int]? {
    let coarsest = max(0, units.map(\.exponent).max() ?? 0)
    var scaled: [Int] = []
    for (coefficient, exponent) in zip(relation, [0] + units.map(\.exponent)) {
      var value = coefficient
      for _ in exponent..<coarsest {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        value = product
      }
      scaled.append(value)
    }
    let divisor = scaled.reduce(0) { Self.divisor($0, $1) }
    return scaled.map { $0 / divisor }
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : divisor(b, a % b) }
}
