import Documents
import Families
import Foundation
import Loop
import Randomness
import Simulation
import Theory

/// The equation of motion, measured: drift and noise of θ in one generation, over planes and lines of θ.
package enum MotionField: Experiment {
  package static let id = "equation-of-motion"
  package static let summary =
    "P7, P8: drift and noise of θ in one generation, measured and predicted, in five families"
  package static let caption = """
    How the parameter moves in one generation. Measured drifts (red) over predicted ones (pale), \
    measured ellipses of one standard deviation (blue) over predicted ones (grey), from 25 values of \
    (θ₁, θ₂): coupled spins, N = 10, in the closed loop (a) and with the priors and the point of \
    Figure 2, case iii (b); three symbols (c); a Gaussian with mean and variance free (d). In a \
    closed loop the drift is all bias of maximum likelihood, and as large as what a prior or a data \
    point does. (e, f) The same for one parameter, closed and anchored: points measured, lines \
    predicted; M = 1000. The linear response to the noise of the sample, whose mean is zero, is \
    taken away before averaging.
    """

  /// M = 1000; planes of 5 × 5 and lines of 13 values of θ.
  package static func definition(_ scale: Scale) -> MotionFieldDefinition {
    var definition = MotionFieldDefinition()
    if scale == .quick { definition.replicates = 1000 }
    return definition
  }

  /// A table of the planes and one of the lines.
  package static func run(
    _ definition: MotionFieldDefinition, context: RunContext
  ) throws -> [Table] {
    context.meter.plan(
      Double(4 * definition.grid * definition.grid + 4 * definition.values))
    return try planes(definition, context) + [try lines(definition, context)]
  }

  // MARK: - Two parameters

  /// Drifts and covariances, and outlines of the ellipses of one standard deviation.
  private typealias PlaneTables = (planes: Table, ellipses: Table)

  private static func planes(
    _ definition: MotionFieldDefinition, _ context: RunContext
  ) throws -> [Table] {
    let planes = Table(
      name: "equation-of-motion",
      columns: [
        "case", "theta1", "theta2", "drift1", "drift1_error", "drift2", "drift2_error",
        "predicted1", "predicted2", "variance1", "covariance", "variance2",
        "predicted_variance1", "predicted_covariance", "predicted_variance2",
      ])
    let ellipses = Table(
      name: "equation-of-motion-ellipse",
      columns: [
        "case", "point", "theta1", "theta2", "measured1", "measured2", "predicted1", "predicted2",
      ])
    var tables: PlaneTables = (planes, ellipses)
    let spins = CoupledSpins(spins: definition.spins)
    let variance = SIMD2(definition.variance, definition.variance)
    let symbols = Categorical(symbols: 3)
    try append(
      "coupled-closed", EquationOfMotion(family: spins), definition, from: [-0.3, -1],
      to: [0.3, 1], context, &tables
    ) { SIMD2($0, $1) }
    try append(
      "coupled-anchored",
      EquationOfMotion(
        family: spins, prior: GaussianPrior(mean: [0, 0], variance: variance),
        external: SufficientStatistics(
          sum: spins.statistic(ofLevel: definition.anchor), count: 1)),
      definition, from: [-0.3, -1], to: [0.3, 1], context, &tables
    ) { SIMD2($0, $1) }
    try append(
      "categorical", EquationOfMotion(family: symbols), definition, from: [-1.5, -1.5],
      to: [1.5, 1.5], context, &tables
    ) { SparseVector([$0, $1]) }
    try append(
      "gaussian", EquationOfMotion(family: GaussianFamily()), definition, from: [-1, -1.5],
      to: [1, -0.3], context, &tables
    ) { SIMD2($0, $1) }
    return [tables.planes, tables.ellipses]
  }

  /// A plane of θ between two corners.
  private static func append<P: Prior>(
    _ name: String, _ motion: EquationOfMotion<P>, _ definition: MotionFieldDefinition,
    from low: SIMD2<Double>, to high: SIMD2<Double>, _ context: RunContext,
    _ tables: inout PlaneTables,
    vector: (Double, Double) -> P.Family.Vector
  ) throws {
    for i in 0..<definition.grid {
      for j in 0..<definition.grid {
        let step = (high - low) / Double(definition.grid - 1)
        let (a, b) = (low.x + step.x * Double(i), low.y + step.y * Double(j))
        let point = MotionPoint(motion: motion, θ: vector(a, b))
        let measured = try measure(point, "\(name) \(i) \(j)", definition, context)
        guard let drift = motion.drift(at: point.θ)?.total,
          let noise = motion.noiseCovariance(at: point.θ)
        else { continue }
        let predicted = Covariance(xx: noise[0][0], xy: noise[0][1], yy: noise[1][1])
        let numbers = [
          a, b, measured.drift[0].mean, measured.drift[0].standardError, measured.drift[1].mean,
          measured.drift[1].standardError, drift[0], drift[1],
        ]
        let covariances = [measured.covariance, predicted].flatMap { [$0.xx, $0.xy, $0.yy] }
        tables.planes.append(
          [.text(name)] + (numbers + covariances).map { .number($0) })
        let outlines = zip(measured.covariance.outline, predicted.outline)
        for (found, expected) in outlines {
          tables.ellipses.append(
            [.text(name), .integer(i * definition.grid + j)]
              + [a, b, found.x, found.y, expected.x, expected.y].map { .number($0) })
        }
        context.meter.complete(1)
      }
    }
  }

  // MARK: - One parameter

  private static func lines(
    _ definition: MotionFieldDefinition, _ context: RunContext
  ) throws -> Table {
    var table = Table(
      name: "equation-of-motion-line",
      columns: [
        "case", "theta", "drift", "drift_error", "predicted", "variance", "predicted_variance",
      ])
    let (spins, counts) = (IndependentSpins(spins: definition.spins), PoissonFamily())
    try append(
      "spins-closed", EquationOfMotion(family: spins), definition, from: -1.2, to: 1.2, context,
      &table)
    try append(
      "spins-anchored",
      EquationOfMotion(
        family: spins, prior: FlatPrior(),
        external: SufficientStatistics(sum: Double(definition.fieldAnchor), count: 1)),
      definition, from: -1.2, to: 1.2, context, &table)
    try append(
      "poisson-closed", EquationOfMotion(family: counts), definition, from: -1, to: 2, context,
      &table)
    try append(
      "poisson-anchored",
      EquationOfMotion(
        family: counts, prior: ExponentialPrior(rate: 1),
        external: SufficientStatistics(sum: 2, count: 1)),
      definition, from: -1, to: 2, context, &table)
    return table
  }

  private static func append<P: Prior>(
    _ name: String, _ motion: EquationOfMotion<P>, _ definition: MotionFieldDefinition,
    from low: Double, to high: Double, _ context: RunContext, _ table: inout Table
  ) throws where P.Family.Vector == Double {
    for i in 0..<definition.values {
      let θ = low + (high - low) * Double(i) / Double(definition.values - 1)
      let measured = try measure(
        MotionPoint(motion: motion, θ: θ), "\(name) \(i)", definition, context)
      guard let drift = motion.drift(at: θ)?.total, let noise = motion.noiseCovariance(at: θ)
      else { continue }
      table.append(
        [.text(name)]
          + [
            θ, measured.drift[0].mean, measured.drift[0].standardError, drift,
            measured.covariance.xx, noise[0][0],
          ].map { .number($0) })
      context.meter.complete(1)
    }
  }
}
