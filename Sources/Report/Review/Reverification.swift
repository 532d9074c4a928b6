import Claims
import Documents
import Foundation
import Loop

/// A claim checked again, beside what the results say of it.
package struct Reverification: Encodable {
  package let claim: String
  /// The verdict now.
  package let verdict: String
  /// The verdict in the results.
  package let before: String
  /// The headline measurement now.
  package let measurement: Double
  /// The headline measurement in the results.
  package let measurementBefore: Double
  /// Whether both are the same, numbers to 1e−9 relatively, and every check came out as it should.
  package let agrees: Bool

  /// Evaluates claims at the paper's scale.
  package static func of(
    _ ids: Set<String>, results: Results, context: RunContext
  ) throws -> [Reverification] {
    let tests = claimTests.filter { ids.contains($0.id) && results.ids.contains($0.id) }
    context.meter.plan(Double(tests.count))
    let seed = ThisProgram.seed(of: results)
    return try tests.map { test in
      defer { context.meter.complete(1) }
      let claim = try test.evaluate(seed: seed, context: context)
      let before = try results.value(of: .verdict(claim.id)).plain
      let old =
        try results.value(of: .measured(claim.id, check: nil)).number ?? .nan
      let isSame = Table.Cell.number(claim.measurement).agrees(
        with: .number(old), absolutely: 1e-12)
      return Reverification(
        claim: claim.id, verdict: claim.verdict.rawValue, before: before,
        measurement: claim.measurement, measurementBefore: old,
        agrees: isSame && before == claim.verdict.rawValue && claim.isAsRecorded)
    }
  }

  /// A line for people.
  package var text: String {
    let numbers = String(format: "%.6g, in the results %.6g", measurement, measurementBefore)
    return "\(claim)  \(agrees ? "still" : "NO LONGER AS IN THE RESULTS:") \(verdict)"
      + (verdict == before ? "" : ", in the results it \(before)") + "; measured \(numbers)"
  }
}
