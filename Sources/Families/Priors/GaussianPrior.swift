/// Independent normal priors on the components of θ: the L2 penalty.
@frozen
public struct GaussianPrior<Family: ExponentialFamily>: Prior {
  /// Means.
  public let mean: Family.Vector
  /// Variances > 0.
  public let variance: Family.Vector

  /// The prior with the given means and variances > 0; other variances stop the program.
  @inlinable
  public init(mean: Family.Vector, variance: Family.Vector) {
    for i in 0..<variance.dimension {
      precondition(variance[i] > 0 && variance[i] < .infinity, "a finite variance > 0 is needed")
    }
    self.mean = mean
    self.variance = variance
  }

  /// The penalty `λ‖θ − mean‖²`, which is the prior of variance 1/(2λ).
  ///
  /// - Parameters:
  ///   - mean: where the penalty vanishes, D components.
  ///   - penalty: λ > 0.
  @inlinable
  public init(mean: Family.Vector, penalty: Double) {
    self.init(mean: mean, variance: mean.map { _, _ in 1 / (2 * penalty) })
  }

  /// θ.
  public var coordinate: PriorCoordinate { .natural }

  /// `−Σ (θ_a − mean_a)²/(2 variance_a)`.
  @inlinable
  public func logDensity(at θ: Family.Vector, in family: Family) -> Double {
    let d = θ - mean
    return -0.5 * d.dot(d.map { a, d in d / variance[a] })
  }

  /// `−(θ_a − mean_a)/variance_a`.
  public func logDensityGradient(at θ: Family.Vector, in family: Family) -> Family.Vector {
    (θ - mean).map { a, d in -d / variance[a] }
  }

  /// The estimate by ``DampedNewton``; always in the interior.
  ///
  /// Specialised for callers whose compiler does not see it, as in debug builds.
  @inlinable
  @_specialize(where Family == CoupledSpins)
  public func posteriorMode(
    given data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    let statistic = data.mean
    let start = try family.startingPoint(for: data)
    // Per data point, so that the function is of order one.
    let precision = variance.map { _, variance in 1 / (data.count * variance) }
    func expansion(_ θ: Family.Vector) -> ConvexExpansion<Family.Vector> {
      var expansion = family.expansion(at: θ, about: statistic)
      let d = θ - mean
      let pull = d.map { a, d in precision[a] * d }
      expansion.value += 0.5 * d.dot(pull)
      expansion.gradient = expansion.gradient + pull
      expansion.curvature = expansion.curvature.addingDiagonal(precision)
      return expansion
    }
    // A(θ) and θ·φ̄ cancel where the data lie far from 0.
    func magnitude(_ θ: Family.Vector, _ expansion: ConvexExpansion<Family.Vector>) -> Double {
      (0..<θ.dimension).reduce(abs(expansion.value)) { $0 + abs(θ[$1] * statistic[$1]) }
    }
    let θ: Family.Vector
    do throws(EstimationError) {
      θ = try DampedNewton.minimise(
        from: start, scales: family.parameterScales, magnitude: { magnitude($0, $1) }
      ) { expansion($0) }
    } catch {
      θ = try DampedNewton.searchLines(
        from: start, scales: family.parameterScales, magnitude: { magnitude($0, $1) }
      ) { expansion($0) }
    }
    return try family.admittedMember(at: θ)
  }

  /// The tails of a Gaussian.
  public func confinement(in family: Family) -> PriorConfinement<Family.Statistics> {
    .everyDirection
  }
}
