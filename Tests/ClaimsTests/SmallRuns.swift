import Claims
import Documents
import Loop
import Simulation
import _TestSupport

/// Runs of small definitions.
enum SmallRuns {
  /// The tables of the experiment called `id`, by name, with some settings changed.
  static func tables(
    _ id: String, _ settings: [String] = [], seed: UInt64 = 3, threads: Int = 2,
    meter: WorkMeter = WorkMeter()
  ) throws -> [String: Table] {
    let experiment = allExperiments.first { $0.id == id }!
    let tables = try run(
      experiment, SmallDefinitions.settings[id]! + settings, seed: seed,
      RunContext(threads: threads, meter: meter))
    return Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
  }

  /// The tables of the experiment called `id`, made once.
  static func standard(_ id: String) throws -> [String: Table] { try allStandard.get()[id]! }

  private static let allStandard = Result {
    try Dictionary(
      uniqueKeysWithValues: SmallDefinitions.settings.keys.map { ($0, try tables($0)) })
  }

  private static func run<E: Experiment>(
    _ experiment: E.Type, _ settings: [String], seed: UInt64, _ context: RunContext
  ) throws -> [Table] {
    try E.run(try E.definition(.quick, seed: seed, settings: settings), context: context)
  }
}

extension Table {
  /// Successive rows with the same cells in the columns called `names`, group by group, in order of appearance.
  func groups(by names: String...) -> [(key: [String], rows: Table)] {
    let places = names.map { columns.firstIndex(of: $0)! }
    var groups: [(key: [String], rows: Table)] = []
    for row in rows {
      let key = places.map { row[$0].description }
      if groups.last?.key != key { groups.append((key, Table(name: name, columns: columns))) }
      groups[groups.count - 1].rows.append(row)
    }
    return groups
  }

  /// The numbers in a column that must be there.
  subscript(column: String) -> [Double] { numbers(in: column)! }

  /// The distance between the first two numbers of an evenly spaced column.
  func width(of column: String) -> Double { self[column][1] - self[column][0] }
}

/// `Σ aᵢbᵢ`.
func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
