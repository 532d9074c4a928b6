import Families
import Foundation
import Loop
import Simulation
import Theory

/// A5: the shape of Gamma variables, and where a double ends it.
package enum ShapeClaim: ClosedClaimTest {
  package static let words = ClaimWords(
    id: "A5",
    statement: """
      The shape k of a Gamma fit grows without end, and soon the arithmetic of doubles ends the loop: for \
      large k, ln k is a random walk of steps −ln(χ²/M), 2/M on average, so that k reaches 2⁴⁶ after about \
      16M generations from a shape of 1. There ln k − ψ(k) = 1/(2k) is two units in the last place \
      of ln k, and a solver that subtracts the two (SciPy's gamma.fit) finds no root.
      """,
    reference: "what libraries do",
    conditions: """
      Maximum likelihood with shape and scale free, all data replaced in every generation, M ≥ 3, χ² \
      with M − 1 degrees of freedom. Steps are so up to terms of order 1/k. In exact arithmetic, or with \
      a deficit that is computed without cancellation, the loop goes on.
      """,
    derivation: """
      The shape solves ln k − ψ(k) = Δ, where Δ is ln mean − mean ln of the data. For large k the points \
      are nearly normal with the relative variance 1/k, so that Δ is half of their relative scatter, \
      χ²/(2kM), and ln k − ψ(k) is 1/(2k). Hence k′ = kM/χ². By Wald's identity the mean time to grow by \
      L in ln k is L, and the overshoot, over the mean step.
      """,
    equations: [
      Equation(
        "libraries", "ln k′ = ln k − ln(χ²_{M−1}/M) + O(1/k), mean ln(M/2) − ψ((M − 1)/2)",
        in: "ShapeWalk.rate"),
      Equation("libraries", "E T ≈ L M/2, L = ln(2⁴⁶/k₀)", in: "ShapeWalk.meanTime"),
    ],
    quantity: "fraction of loops past a shape of 2⁴⁶ after the time of Wald's identity, M = 10",
    evidence: ["families.svg", "data/families-scale.csv"])

  package typealias Family = GammaFamily

  /// The law of a step, its mean, and the time to a shape that doubles do not resolve.
  package static func checks(
    of program: some ClosedProgram<GammaFamily>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let replicates = scale == .paper ? 4000 : 600
    return try [
      passage(program, replicates: replicates, seed: seed, context),
      step(program, replicates: replicates, seed: seed, context),
      growth(program, replicates: replicates / 10, seed: seed, context),
    ] + exact
  }

  private static let samples = 10

  private static func case_<P: ClosedProgram<GammaFamily>>(
    _ program: P, shape: Double, seed: UInt64
  ) -> LoopCase<P.Policy, P.Fit> {
    let family = GammaFamily()
    return LoopCase(
      program.loop(family: family, samples: samples), from: family.member(mean: 1, shape: shape),
      "M = \(samples), k₀ = 10^\(Int(log10(shape).rounded()))", claim: id, seed: seed)
  }

  /// One generation from a shape whose points are all but normal.
  private static func step(
    _ program: some ClosedProgram<GammaFamily>, replicates: Int, seed: UInt64,
    _ context: RunContext
  ) throws -> Check {
    let shape = 1e10
    let case_ = case_(program, shape: shape, seed: seed)
    let steps = try case_.runs.models(at: 1, replicates, context) { $0.logShape - log(shape) }
    let law = ShapeWalk(samples: samples).step
    func cumulative(_ x: Double) -> Double { 1 - law.cumulative(-x) }
    return Check.distance(
      "distance of a step of ln k to its law, \(case_.description)", of: steps,
      falseAlarm: falseAlarm / 3, allowance: 1e-6, below: cumulative, upTo: cumulative)
  }

  /// The mean of many.
  private static func growth(
    _ program: some ClosedProgram<GammaFamily>, replicates: Int, seed: UInt64,
    _ context: RunContext
  ) throws -> Check {
    let (shape, generations) = (1e8, 50)
    let case_ = case_(program, shape: shape, seed: seed)
    let growths = try case_.runs.models(at: generations, replicates, context) {
      (log(shape) - $0.logShape) / Double(generations)
    }
    return Check(
      .meanLogGamma(
        "change of −ln k in a generation, \(case_.description)",
        shapes: [0.5 * Double(samples - 1)], of: replicates * generations,
        prediction: -ShapeWalk(samples: samples).rate, falseAlarm: falseAlarm / 3),
      measurement: growths.reduce(0, +) / Double(growths.count))
  }

  /// How many are past 2⁴⁶ by Wald's time.
  private static func passage(
    _ program: some ClosedProgram<GammaFamily>, replicates: Int, seed: UInt64,
    _ context: RunContext
  ) throws -> Check {
    let shape = 1e4
    let distance = 46 * log(2) - log(shape)
    let walk = ShapeWalk(samples: samples)
    let generations = Int(distance / walk.rate)
    let case_ = case_(program, shape: shape, seed: seed)
    let passed = try case_.runs.replicates(replicates, context) { chain in
      try chain.advance(to: generations) { $0.logShape < log(shape) + distance }
      return chain.model.logShape >= log(shape) + distance
    }
    return Check.frequency(
      "fraction of loops past a shape of 2⁴⁶ by t = \(generations), \(case_.description)",
      of: passed.count { $0 }, in: replicates,
      prediction: 1 - walk.remaining(below: distance, generations: generations).last!,
      // Steps of order 1/k add up to less than M/k₀ in ln k.
      falseAlarm: falseAlarm / 3, allowance: 0.002)
  }

  /// Times by quadrature against Wald's identity, and the resolution of doubles.
  private static let exact: [Check] = {
    let distance = 46 * log(2.0)
    let walk = ShapeWalk(samples: 50)
    let time = walk.meanTime(to: distance)
    // The mean overshoot is at most E ξ²/|E ξ| (Lorden 1970).
    let square = walk.step.variance + walk.rate * walk.rate
    let bound = square / (walk.rate * walk.rate)
    let deficit = exp2(-47.0)
    return [
      Check(
        Expectation(
          "mean generations to a shape of 2⁴⁶ from 1, over M, between Wald's and Lorden's bounds, M = 50",
          method: .exact, prediction: (distance / walk.rate + 0.5 * bound) / 50,
          tolerance: 0.5 * bound / 50), measurement: time / 50),
      Check(
        Expectation(
          extrapolating: "growth of ln k in M generations", from: 100, prediction: 2),
        measurement: Extrapolation.limit(from: 100) { Double($0) * ShapeWalk(samples: $0).rate }),
      Check(
        "1/(2k) at k = 2⁴⁶ in units of the last place of ln k", method: .exact, prediction: 2,
        measurement: deficit / (46 * log(2.0)).ulp),
    ]
  }()
}
