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
  public func posteriorMode(
    given data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    let statistic = data.mean
    let threshold = penalty / data.count
    let scales = family.parameterScales
    var θ = try family.startingPoint(for: data)
    var here = family.expansion(at: θ, about: statistic)
    for steps in 0..<200 {
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
      var fraction = 1.0
      while true {
        // The whole step lands on the model's minimum itself, with its exact zeros.
        let candidate = fraction == 1 ? target : θ + fraction * step
        let there = family.expansion(at: candidate, about: statistic)
        let penaltyThere = threshold * norm(candidate - centre)
        if there.value + penaltyThere <= here.value + penaltyHere + 1e-4 * fraction * promise {
          (θ, here) = (candidate, there)
          break
        }
        fraction /= 2
        guard fraction > 1e-12 else { throw .noConvergence(steps: steps) }
      }
    }
    throw .noConvergence(steps: 200)
  }

  /// The minimum of the quadratic model with the penalty, by cyclic soft thresholding.
  private func minimiseModel(
    _ model: ConvexExpansion<Family.Vector>, at θ: Family.Vector, _ threshold: Double, _ steps: Int
  ) throws(EstimationError) -> Family.Vector {
    var point = θ
    for _ in 0..<10_000 {
      var change = 0.0
      for a in 0..<θ.dimension {
        let curvature = model.curvature[a, a]
        guard curvature > 0 else { throw .noConvergence(steps: steps) }
        let slope = (0..<θ.dimension).reduce(model.gradient[a]) {
          $0 + model.curvature[a, $1] * (point[$1] - θ[$1])
        }
        let free = point[a] - slope / curvature - centre[a]
        let shrunk = max(0, abs(free) - threshold / curvature)
        let value = centre[a] + (free < 0 ? -shrunk : shrunk)
        change = max(change, abs(value - point[a]) / (1 + abs(value)))
        point[a] = value
      }
      if change < 1e-15 { break }
    }
    return withoutZeros(point, model, at: θ, threshold) ?? point
  }

  /// The minimum in one step where no component is zero: there the penalty is linear, and soft
  /// thresholding may have crept along a narrow valley.
  private func withoutZeros(
    _ point: Family.Vector, _ model: ConvexExpansion<Family.Vector>, at θ: Family.Vector,
    _ threshold: Double
  ) -> Family.Vector? {
    let signs = (point - centre).map { _, d in d == 0 ? 0 : d > 0 ? 1 : -1 }
    guard (0..<θ.dimension).allSatisfy({ signs[$0] != 0 }),
      let step = model.curvature.solve(model.gradient + threshold * signs)
    else { return nil }
    let exact = θ - step
    return (0..<θ.dimension).allSatisfy { (exact[$0] - centre[$0]) * signs[$0] > 0 } ? exact : nil
  }
}
