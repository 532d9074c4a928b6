import Claims
import Documents
import Foundation
import Loop
import Simulation
import Testing

/// Sweeps of no time, and what comes of them.
enum SmallSweeps {
  static let context = RunContext(threads: 1)

  static func plan(_ json: String) throws -> SweepPlan {
    let plan = try SweepPlan(try JSONValue(json: json))
    let refusals = try plan.refusals(1...plan.count)
    try #require(refusals.isEmpty, "\(refusals)")
    return plan
  }

  /// What a cell finds.
  static func found(_ plan: SweepPlan, _ cell: Int) throws -> Table {
    try plan.cell(cell).job().run(context: context).table
  }

  /// The table of a plan all of whose cells are run.
  static func table(_ plan: SweepPlan) throws -> SweepTable {
    try SweepTable(of: plan) { cell, address in
      (try? cell.job()).map { job in
        do {
          return SweepPiece(try job.run(context: context).table, at: address)
        } catch {
          return SweepPiece(failure: "\(error)", at: address)
        }
      }
    }
  }

  static let small = """
    {"definition": {"family": "poisson", "generations": 3, "replicates": 5},
     "axes": [{"samples": [2, 5], "seed": [1, 2]}, {"policy": ["replace", "external,count=2"]},
              {"truth.rate": [1, 0.5, 2]}]}
    """
}
