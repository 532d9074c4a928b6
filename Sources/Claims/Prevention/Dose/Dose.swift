import Documents
import Families
import Loop
import Randomness
import Simulation
import Theory

/// Dose and response: how far from the truth K external points a generation keep a loop.
package enum Dose: Experiment {
  package static let id = "dose"
  package static let summary =
    "X5, X13: K external points keep a loop at a divergence of D/(2K) from the truth"
  package static let caption = """
    Dose and response. (a) K external points a generation keep the loop at a divergence of D/(2K) \
    from the truth, to leading order what 2K independent real points leave, and forever: \
    simulations at M = 400, and lines. (b) How this limit is approached as M grows, exactly. (c) \
    Whether more synthetic data lower the variance beside fresh points: if and only if K is larger \
    than v₂, the quadratic coefficient of the variance as a function of the mean; here Gamma \
    variables with v₂ = 2.
    """

  /// K from 1 to 32 points beside M = 400.
  package static func definition(_ scale: Scale) -> DoseDefinition {
    var definition = DoseDefinition()
    if scale == .quick { (definition.replicates, definition.samples) = (200, 100) }
    return definition
  }

  /// Divergences against K, their approach to the limit with M, and variances with M.
  package static func run(_ definition: DoseDefinition, context: RunContext) throws -> [Table] {
    let work = definition.external.reduce(0) { $0 + definition.relaxed($1) }
    context.meter.plan(Double(4 * work * definition.replicates))
    var doses = Table(
      name: "dose",
      columns: [
        "family", "parameters", "points", "forward", "forward_error", "reverse", "reverse_error",
        "sum", "sum_error", "predicted",
      ])
    try append("gaussian-mean", GaussianKnownVariance(variance: 1), definition, context, to: &doses)
    {
      $0.member(mean: 0)
    }
    try append("gaussian", GaussianFamily(), definition, context, to: &doses) {
      $0.member(mean: 0, variance: 1)
    }
    try append(
      "gaussian-vector", MultivariateGaussian(dimensions: 3), definition, context,
      to: &doses
    ) {
      $0.member(mean: [0, 0, 0], covariance: (0..<3).map { i in (0..<3).map { i == $0 ? 1 : 0 } })
    }
    try append(
      "spins", IndependentSpins(spins: 2), definition, context, to: &doses, isFixed: true
    ) { $0.member(magnetisation: 0) }
    return [doses, try approach(definition), variances(definition)]
  }

  /// One family at all K.
  private static func append<F: ExponentialFamily>(
    _ name: String, _ family: F, _ definition: DoseDefinition, _ context: RunContext,
    to table: inout Table, isFixed: Bool = false, truth: (F) -> F.Member
  ) throws {
    let truth = truth(family)
    for points in definition.external {
      let fixed = F.Statistics(
        sum: Double(points) * truth.meanParameter, count: Double(points))
      let loop = RetrainingLoop(
        family: family, samples: definition.samples,
        policy: ExternalData(isFixed ? .fixed(fixed) : .fresh(count: points, truth: truth)),
        estimator: MaximumLikelihood())
      let key = StreamKey(rootSeed: definition.seed).child(id).child("\(name), K=\(points)")
      let last = definition.relaxed(points)
      let runs = try loop.ensemble(from: truth, key: key)
        .models(at: last, definition.replicates, work: Double(last), context) {
          (
            forward: family.klDivergence(from: truth, to: $0),
            reverse: family.klDivergence(from: $0, to: truth)
          )
        }
      let (forward, reverse) = (Estimate(runs.map(\.forward)), Estimate(runs.map(\.reverse)))
      let sum = Estimate(runs.map { $0.forward + $0.reverse })
      table.append([
        .text(name), .integer(family.dimension), .integer(points), .number(forward.mean),
        .number(forward.standardError), .number(reverse.mean), .number(reverse.standardError),
        .number(sum.mean), .number(sum.standardError),
        .number(
          PriceOfPoints.limit(parameters: family.dimension, points: Double(points))),
      ])
    }
  }

  /// Both divergences over D/(2K), exactly: from the chain of two spins, and for the mean of a Gaussian.
  private static func approach(_ definition: DoseDefinition) throws -> Table {
    var table = Table(
      name: "dose-approach", columns: ["family", "points", "samples", "ratio"])
    func append(_ family: String, _ sum: (_ points: Int, _ samples: Int) throws -> Double) rethrows
    {
      for points in definition.exactExternal {
        let limit = PriceOfPoints.limit(parameters: 1, points: Double(points))
        for samples in definition.exactSamples {
          table.append([
            .text(family), .integer(points), .integer(samples),
            .number(try sum(points, samples) / limit),
          ])
        }
      }
    }
    try append("spins") { points, samples in
      try SymmetricDivergence(
        AnchoredSpinsChain(
          spins: 2, samples: samples, external: .fixed(points: points, up: points))
      ).mean
    }
    // The sum of both divergences of Gaussians of variance 1 is the squared distance of their means.
    append("gaussian-mean") { points, samples in
      AnchoredVariance.fresh(
        samples: Double(samples), points: Double(points), quadratic: 0, variance: 1)
    }
    return table
  }

  /// The stationary variance of the mean of Gamma variables over its limit, for K below, at and above v₂.
  private static func variances(_ definition: DoseDefinition) -> Table {
    var table = Table(
      name: "dose-variance", columns: ["quadratic", "points", "samples", "ratio"])
    let v2 = 1 / definition.shape
    for points in [0.75, 1, 2].map({ $0 * v2 }) {
      let limit = AnchoredVariance.limit(points: points, quadratic: v2, variance: 1)
      for samples in definition.exactSamples {
        let variance = AnchoredVariance.fresh(
          samples: Double(samples), points: points, quadratic: v2, variance: 1)
        table.append([
          .number(v2), .number(points), .integer(samples), .number(variance / limit),
        ])
      }
    }
    return table
  }
}
