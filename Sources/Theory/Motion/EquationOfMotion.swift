import Families

/// The equation of motion of θ for large M, in the time τ = t/M.
///
/// Eqs. 12–15, B9: `dθ = A dτ + J^(−½) dW` with `A = −J⁻¹∇U` and
/// `U = ½ ln det J − u ln p₀ + m D_KL(q‖θ)`. The first term is the bias of maximum likelihood, which is
/// of the same order as what a single data point or a prior does.
public struct EquationOfMotion<P: Prior>: Sendable {
  /// The family of the models.
  public let family: P.Family
  /// p₀; flat for maximum likelihood (u = 0).
  public let prior: P
  /// mφ₀ and m: the external points of one generation.
  public let external: P.Family.Statistics

  /// The equation for a family, a prior, and external points.
  public init(family: P.Family, prior: P, external: P.Family.Statistics) {
    self.family = family
    self.prior = prior
    self.external = external
  }

  /// The drift A in its three parts, each `J⁻¹` times a force.
  public struct Drift: Sendable {
    /// `−½ J⁻¹∇ ln det J`: the bias of maximum likelihood.
    public let bias: P.Family.Vector
    /// `J⁻¹∇ ln p₀`.
    public let prior: P.Family.Vector
    /// `m J⁻¹(φ₀ − μ)`.
    public let external: P.Family.Vector

    /// A.
    public var total: P.Family.Vector { bias + prior + external }
  }

  /// A(θ) per unit of τ; `nil` where J is singular to working accuracy.
  public func drift(at θ: P.Family.Vector) -> Drift? {
    let fisher = family.fisherInformation(at: θ)
    guard let bias = fisher.solve(-0.5 * family.logDeterminantGradient(at: θ)),
      let prior = fisher.solve(prior.logDensityGradient(at: θ, in: family)),
      let anchor = fisher.solve(external.sum - external.count * family.meanParameter(at: θ))
    else { return nil }
    return Drift(bias: bias, prior: prior, external: anchor)
  }

  /// The covariance of the noise per unit of τ, `J⁻¹(θ)`, row by row; `nil` where J is singular.
  ///
  /// The preprint's B9 lacks the factor 1/M that turns it into the covariance of one generation.
  public func noiseCovariance(at θ: P.Family.Vector) -> [[Double]]? {
    let fisher = family.fisherInformation(at: θ)
    func unit(_ a: Int) -> P.Family.Vector {
      family.parameterScales.map { index, _ in index == a ? 1 : 0 }
    }
    var rows: [[Double]] = []
    for a in 0..<family.dimension {
      guard let row = fisher.solve(unit(a)) else { return nil }
      rows.append((0..<family.dimension).map { row[$0] })
    }
    return rows
  }
}

extension EquationOfMotion {
  /// The equation of the closed loop: maximum likelihood, no external points.
  public init<F: ExponentialFamily>(family: F) where P == FlatPrior<F> {
    // A sum of zeros fits any dimension.
    self.init(
      family: family, prior: FlatPrior(), external: F.Statistics(sum: .zero, count: 0))
  }
}
