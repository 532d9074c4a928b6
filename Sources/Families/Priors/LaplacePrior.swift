/// Independent Laplace priors `∝ exp(−λ|θ_a − centre_a|)`: the L1 penalty, or Lasso.
///
/// Its mode may sit exactly at the centre in some components: there, the likelihood pulls less than λ.
@frozen
public struct LaplacePrior<Family: ExponentialFamily>: Prior {
  /// Centres.
  public let centre: Family.Vector
  /// λ > 0.
  public let penalty: Double

  /// The prior with the given centres and λ > 0; other numbers stop the program.
  @inlinable
  public init(centre: Family.Vector, penalty: Double) {
    precondition(penalty > 0 && penalty < .infinity, "a finite penalty λ > 0 is needed")
    self.centre = centre
    self.penalty = penalty
  }

  /// θ.
  public var coordinate: PriorCoordinate { .natural }

  /// `−λ Σ |θ_a − centre_a|`.
  @inlinable
  public func logDensity(at θ: Family.Vector, in family: Family) -> Double {
    -penalty * norm(θ - centre)
  }

  /// `−λ sign(θ_a − centre_a)`; 0 at a centre.
  public func logDensityGradient(at θ: Family.Vector, in family: Family) -> Family.Vector {
    (θ - centre).map { _, d in d == 0 ? 0 : d > 0 ? -penalty : penalty }
  }

  @inlinable
  func norm(_ vector: Family.Vector) -> Double {
    (0..<vector.dimension).reduce(0) { $0 + abs(vector[$1]) }
  }

  /// The tails of the exponential function.
  public func confinement(in family: Family) -> PriorConfinement<Family.Statistics> {
    .everyDirection
  }

  /// The estimate by proximal Newton steps with Armijo's rule; always in the interior.
  ///
  /// Where rounding hides differences of values the slopes decide, as in ``DampedNewton``.
  public func posteriorMode(
    given data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    let statistic = data.mean
    let threshold = penalty / data.count
    let scales = family.parameterScales
    var θ = try family.startingPoint(for: data)
    var here = family.expansion(at: θ, about: statistic)
    for steps in 0..<200 {
      // Where all probabilities but one have underflowed, the curvature is lost: a long step is shortened.
      here.curvature = here.curvature.addingDiagonal(
        scales.map { a, scale in here.curvature[a, a] > 0 ? 0 : 1e-6 / (scale * scale) })
      let target = try minimiseModel(here, at: θ, threshold, steps)
      let step = target - θ
      let penaltyHere = threshold * norm(θ - centre)
      let promise = here.gradient.dot(step) + threshold * norm(target - centre) - penaltyHere
      // A decrease that rounding would hide, or a step too short to matter: the model is exact.
      if -promise < 0x1p-46 * (1 + abs(here.value))
        || (0..<step.dimension).allSatisfy({ abs(step[$0]) < 1e-9 * scales[$0] })
      {
        return try family.admittedMember(at: target)
      }
      // A(θ) and θ·φ̄ cancel where the data lie far from 0.
      let rounding = DampedNewton.rounding(
        (0..<θ.dimension).reduce(abs(here.value) + penaltyHere) {
          $0 + abs(θ[$1] * statistic[$1])
        })
      var fraction = 1.0
      while true {
        // The whole step lands on the model's minimum itself, with its exact zeros.
        let candidate = fraction == 1 ? target : θ + fraction * step
        let there = family.expansion(at: candidate, about: statistic)
        let penaltyThere = threshold * norm(candidate - centre)
        let slope = -there.gradient.dot(step) - threshold * growth(at: candidate, along: step)
        if DampedNewton.isLower(
          (there.value + penaltyThere, fraction * slope),
          (here.value + penaltyHere, -fraction * promise), rounding: { rounding })
        {
          (θ, here) = (candidate, there)
          break
        }
        // Where not even a full step is told from rounding, there is no better point.
        if fraction == 1, -promise <= rounding { return try family.admittedMember(at: θ) }
        fraction /= 2
        guard fraction > 1e-12 else { throw .noConvergence(steps: steps) }
      }
    }
    throw .noConvergence(steps: 200)
  }

  /// How fast `Σ |θ_a − centre_a|` grows at the end of a step, coming along it.
  private func growth(at end: Family.Vector, along step: Family.Vector) -> Double {
    (0..<step.dimension).reduce(0) { sum, a in
      let d = end[a] - centre[a]
      return sum + (d == 0 ? -abs(step[a]) : d > 0 ? step[a] : -step[a])
    }
  }

  /// The minimum of the quadratic model with the penalty: by cyclic soft thresholding where that arrives soon,
  /// else, in a narrow valley, by solving for one set of signs after the other.
  private func minimiseModel(
    _ model: ConvexExpansion<Family.Vector>, at θ: Family.Vector, _ threshold: Double, _ steps: Int
  ) throws(EstimationError) -> Family.Vector {
    var point = θ
    for _ in 0..<100 {
      var change = 0.0
      for a in 0..<θ.dimension {
        let curvature = model.curvature[a, a]
        guard curvature > 0 else { throw .noConvergence(steps: steps) }
        let free = point[a] - slope(a, of: model, from: θ, to: point) / curvature - centre[a]
        let shrunk = max(0, abs(free) - threshold / curvature)
        let value = centre[a] + (free < 0 ? -shrunk : shrunk)
        change = max(change, abs(value - point[a]) / (1 + abs(value)))
        point[a] = value
      }
      guard change < 1e-15 else { continue }
      if (0..<θ.dimension).contains(where: { point[$0] == centre[$0] }) { return point }
      break
    }
    return minimumBySigns(from: point, model, at: θ, threshold)
  }

  /// The minimum, by signs of `θ − centre`, one of which changes at a time: it becomes 0 where the way to the
  /// minimum with these signs ends, and other than 0 where the slope at the centre is above the threshold.
  private func minimumBySigns(
    from start: Family.Vector, _ model: ConvexExpansion<Family.Vector>, at θ: Family.Vector,
    _ threshold: Double
  ) -> Family.Vector {
    var point = start
    var signs = (point - centre).map { _, d in d == 0 ? 0 : d > 0 ? 1 : -1 }
    for _ in 0..<(20 + 20 * θ.dimension) {
      guard let target = minimum(withSigns: signs, model, at: θ, threshold) else { return point }
      var (fraction, end) = (1.0, Int?.none)
      for a in 0..<θ.dimension where (target[a] - centre[a]) * signs[a] < 0 {
        let share = (point[a] - centre[a]) / (point[a] - target[a])
        if share <= fraction { (fraction, end) = (share, a) }
      }
      if let end {
        point = point + fraction * (target - point)
        signs[end] = 0
        point = point.map { a, value in signs[a] == 0 ? centre[a] : value }
        continue
      }
      point = target
      let slopes = point.map { a, _ in
        signs[a] == 0 ? slope(a, of: model, from: θ, to: point) : 0
      }
      let steepest = (0..<θ.dimension).max { abs(slopes[$0]) < abs(slopes[$1]) }!
      if abs(slopes[steepest]) <= threshold * (1 + 1e-12) { return point }
      signs[steepest] = slopes[steepest] > 0 ? -1 : 1
    }
    return point
  }

  /// The slope of a quadratic model in component `a`.
  private func slope(
    _ a: Int, of model: ConvexExpansion<Family.Vector>, from θ: Family.Vector,
    to point: Family.Vector
  ) -> Double {
    (0..<θ.dimension).reduce(model.gradient[a]) {
      $0 + model.curvature[a, $1] * (point[$1] - θ[$1])
    }
  }

  /// The minimum of the model with a penalty that is linear, some components at their centres.
  private func minimum(
    withSigns signs: Family.Vector, _ model: ConvexExpansion<Family.Vector>,
    at θ: Family.Vector, _ threshold: Double
  ) -> Family.Vector? {
    let isFree = signs.map { _, sign in abs(sign) }
    let start = θ.map { a, value in isFree[a] == 0 ? centre[a] : value }
    var gradient = model.gradient + threshold * signs
    var curvature = model.curvature
    if start != θ || (0..<θ.dimension).contains(where: { isFree[$0] == 0 }) {
      gradient = gradient.map { a, _ in
        isFree[a] * slope(a, of: model, from: θ, to: start) + threshold * signs[a]
      }
      // What is as stiff as this does not move.
      curvature = curvature.addingDiagonal(
        isFree.map { a, free in (1 - free) * 1e30 * model.curvature[a, a] })
    }
    guard let step = curvature.solve(gradient) else { return nil }
    return (start - step).map { a, value in isFree[a] == 0 ? centre[a] : value }
  }
}
