import Documents

/// How often each symbol stands in the training set of a generation.
package struct GenerationCounts: Sendable, Equatable {
  /// How many rows there are.
  package var rows: Int
  /// For each column that has symbols.
  package var columns: [Column]

  /// The counts of one column.
  package struct Column: Sendable, Equatable {
    /// For each series the counts of the symbols of the real data.
    package var series: [[Int]]
    /// Counts of values that the real data lack.
    package var new: [String: Int]
  }

  /// As a document: for each column a list of its series, and an object of new values if there are any.
  var document: JSONValue {
    .object([
      "rows": .integer(rows),
      "columns": .array(
        columns.map { column in
          let series = column.series.map(Self.document)
          let new =
            column.new.isEmpty ? [] : [JSONValue.object(column.new.mapValues { .integer($0) })]
          return .array(series + new)
        }),
    ])
  }

  /// A list of counts; where most are 0, a list that says so, with the places of the others.
  private static func document(_ counts: [Int]) -> JSONValue {
    let places = counts.indices.filter { counts[$0] != 0 }
    guard 3 * places.count < counts.count else { return .array(counts.map { .integer($0) }) }
    let few = places.flatMap { [JSONValue.integer($0), .integer(counts[$0])] }
    return .array([.array([.integer(counts.count)] + few)])
  }

  private static func counts(_ list: [JSONValue]) -> [Int] {
    func integers(_ list: [JSONValue]) -> [Int] {
      list.map { if case .integer(let count) = $0 { count } else { 0 } }
    }
    guard case .array(let few)? = list.first else { return integers(list) }
    let numbers = integers(few)
    var counts = Array(repeating: 0, count: numbers.first ?? 0)
    for place in stride(from: 1, to: numbers.count - 1, by: 2)
    where counts.indices.contains(numbers[place]) {
      counts[numbers[place]] = numbers[place + 1]
    }
    return counts
  }

  /// What a document says, or `nil`.
  init?(_ document: JSONValue?) {
    guard case .object(let object)? = document, case .integer(let rows)? = object["rows"],
      case .array(let columns)? = object["columns"]
    else { return nil }
    self.rows = rows
    self.columns = columns.map { entry in
      guard case .array(let parts) = entry else { return Column(series: [], new: [:]) }
      var column = Column(series: [], new: [:])
      for part in parts {
        switch part {
        case .array(let counts):
          column.series.append(Self.counts(counts))
        case .object(let new):
          column.new = new.compactMapValues { if case .integer(let n) = $0 { n } else { nil } }
        default: break
        }
      }
      return column
    }
  }

  /// So many rows, with the counts of their columns.
  init(rows: Int, columns: [Column]) { (self.rows, self.columns) = (rows, columns) }
}
