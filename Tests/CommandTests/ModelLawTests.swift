import Foundation
import NumericalMethods
import Testing
import _TestSupport

/// What `closedloop model` draws has the law of the fitted family: cells become points, and points cells, rightly.
///
/// Training sets are so small that another divisor, scale or shape would be seen.
@Suite(.inTurn(.other)) struct ModelLawTests {
  /// A family, a training set, and the distribution function of a number made of each row.
  struct Case: CustomStringConvertible, Sendable {
    let family: String
    let train: String
    var number: @Sendable ([Double]) -> Double = { $0[0] }
    let law: @Sendable (Double) -> Double
    /// One that must be refused.
    let other: @Sendable (Double) -> Double
    var description: String { family }
  }

  @Sendable private static func normal(_ x: Double, _ mean: Double, _ variance: Double) -> Double {
    erfc((mean - x) / (2 * variance).squareRoot()) / 2
  }

  private static let cases = [
    // Mean 3/2.
    Case(
      family: "poisson", train: "n\n1\n0\n2\n3\n", law: { PoissonLaw(mean: 1.5).cumulative($0) },
      other: { PoissonLaw(mean: 1.2).cumulative($0) }),
    Case(
      family: "geometric", train: "n\n1\n0\n2\n3\n", law: { 1 - pow(0.6, $0 + 1) },
      other: { PoissonLaw(mean: 1.5).cumulative($0) }),
    // Both columns together: 0, 1, 2 or 3, up with 1/4 and with 3/4.
    Case(
      family: "bernoulli", train: "u,v\n1,1\n0,1\n0,1\n0,0\n", number: { $0[0] + 2 * $0[1] },
      law: { [3, 4, 13, 16][min(3, Int($0))] / 16 }, other: { [1, 2, 3, 4][min(3, Int($0))] / 4 }),
    Case(
      family: "exponential", train: "t\n0.5\n2.5\n", law: { 1 - exp(-$0 / 1.5) },
      other: { 1 - exp(-$0 / 1.9) }),
    // Mean 1 and variance 2/3; with divisor M − 1 it would be 1.
    Case(
      family: "gaussian", train: "x\n0\n1\n2\n", law: { normal($0, 1, 2.0 / 3) },
      other: { normal($0, 1, 1) }),
    // x − y; with no covariance its variance would be the sum of both.
    Case(
      family: "gaussian-vector", train: "x,y\n0,1\n2,2\n4,3\n1,3\n", number: { $0[0] - $0[1] },
      law: { normal($0, -0.5, 1.25) }, other: { normal($0, -0.5, 2.875) }),
    // With another shape, 1, it would be exponential.
    Case(
      family: "gamma-shape", train: quantiles,
      law: { ContinuousLaw.gammaCumulative(shape: fitted.shape, rate: fitted.rate, at: $0) },
      other: { 1 - exp(-$0 * fitted.rate / fitted.shape) }),
  ]

  private static let waits = [0.4, 1.1, 1.9, 3.4, 0.8]
  private static let quantiles = "t\n" + waits.map { "\($0)\n" }.joined()
  /// The maximum-likelihood estimate by bisection of ln a − ψ(a) = ln mean − mean ln.
  private static let fitted: (shape: Double, rate: Double) = {
    let mean = waits.reduce(0, +) / 5
    let deficit = log(mean) - waits.reduce(0) { $0 + log($1) } / 5
    var (low, high) = (0.1, 100.0)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if log(middle) - SpecialFunction.digamma(middle) > deficit {
        low = middle
      } else {
        high = middle
      }
    }
    return (low, low / mean)
  }()

  @Test(arguments: cases) func rowsHaveTheFittedLaw(_ kind: Case) throws {
    let model = ModelProgram(
      words: [Command.executable.path, "model", "--family", kind.family], train: kind.train)
    let outcome = try model.once(samples: 20_000, seed: 7)
    let rows = outcome.text.split(separator: "\n").dropFirst().map { row in
      row.split(separator: ",").map { Double($0) ?? .nan }
    }
    let sample = rows.map(kind.number).sorted()
    #expect(sample.count == 20_000)
    let level = FalseAlarmBudget.share(of: "driven loops", cases: 30)
    let bound = DeviationBound.dvoretzkyKieferWolfowitz(count: sample.count, falseAlarm: level)
    let isWhole = sample.allSatisfy { $0 == $0.rounded() }
    func distance(_ law: (Double) -> Double) -> Double {
      sample.indices.reduce(0.0) { largest, i in
        // Of equal numbers the last counts.
        if i + 1 < sample.count, sample[i + 1] == sample[i] { return largest }
        let here = abs(Double(i + 1) / Double(sample.count) - law(sample[i]))
        let before = isWhole ? 0 : abs(Double(i) / Double(sample.count) - law(sample[i]))
        return max(largest, here, before)
      }
    }
    #expect(distance(kind.law) < bound)
    #expect(distance(kind.other) > bound)
  }
}
