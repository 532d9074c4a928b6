import Claims
import Documents
import Machines
import Randomness
import Testing
import _TestSupport

/// Handwritten digits.
@Suite(.inTurn(.other)) struct DigitsTests {
  /// The law of the pixels' variance: a Wright–Fisher chain, an anchored one, and a pool that grows.
  @Test func exactVariancesAreThoseOfTheChains() throws {
    let table = try SmallRuns.standard("digits-network")["digits-network"]!
    let split = DigitSplit(
      training: 1500, rareClass: 0, rareShare: 0.02, key: StreamKey(rootSeed: 3).child("digits"))
    for (policy, rows) in table.groups(by: "policy") {
      for (generation, exact) in zip(rows["generation"], rows["variance_exact"]) {
        let t = Int(generation)
        var expected = 1.0
        switch policy[0] {
        case "replace": for _ in 0..<t { expected *= 1 - 1.0 / 6 }
        case "accumulate":
          let real = Double(split.truth.count)
          for k in 0..<t {
            let pool = real + 6 * Double(k)
            expected *= 1 - 6 / ((pool + 6) * (pool + 6))
          }
        default:
          // E p(1 − p) of one pixel with the truth ½ by its exact law over all counts.
          expected = Self.chain(fresh: policy[0] == "few" ? 1 : 2, generations: t)
        }
        #expect(abs(exact - expected) < 1e-9, "\(policy) \(t)")
      }
    }
  }

  /// `4 E p(1 − p)` after a start from ½, M = 6: the law of the sum of the training set, step by step.
  private static func chain(fresh: Int, generations: Int) -> Double {
    let (samples, size) = (6, 6 + fresh)
    func binomial(_ n: Int, _ p: Double) -> [Double] {
      (0..<n).reduce([1.0]) { law, _ in
        zip(law + [0], [0] + law).map { $0 * (1 - p) + $1 * p }
      }
    }
    var law: [Double: Double] = [0.5: 1]
    for _ in 0..<generations {
      var next: [Double: Double] = [:]
      for (p, weight) in law {
        for (own, a) in binomial(samples, p).enumerated() {
          for (real, b) in binomial(fresh, 0.5).enumerated() {
            next[Double(own + real) / Double(size), default: 0] += weight * a * b
          }
        }
      }
      law = next
    }
    return law.reduce(0) { $0 + 4 * $1.value * $1.key * (1 - $1.key) }
  }

  /// The network's biases are solved for, so that its first pixel has the training set's mean: where a run is
  /// shown to have lost it, so it has.
  @Test func whatIsLostStaysLostInAClosedLoop() throws {
    let tables = try SmallRuns.tables(
      "digits-network", ["samples=2", "generations=40", "recordEvery=1", "simulatedLoops=39"])
    for (policy, rows) in tables["digits-network"]!.groups(by: "policy") {
      let first = rows["first"]
      if policy == ["replace"] {
        #expect(first.last == 0 && rows["fixed"].last == 64 && rows["classes"].last == 1)
        for (a, b) in zip(first, first.dropFirst()) where a == 0 { #expect(b == 0) }
        for (a, b) in zip(rows["fixed"], rows["fixed"].dropFirst()) { #expect(a <= b) }
      } else {
        #expect(first.contains { $0 > 0 } && rows["fixed"].last! < 64, "\(policy)")
      }
    }
  }
}
