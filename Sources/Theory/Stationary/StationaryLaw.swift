import Families

/// The stationary law of the parameter as M → ∞.
///
/// Eq. 18: `p_st(θ) ∝ p₀(θ)^{2u} exp(−2m D_KL(q‖θ))`, a density with respect to dθ, with the prior
/// taken as the function that maximum a posteriori adds to the log-likelihood.
///
/// D_KL stands for A(θ) − φ₀·θ up to a constant, which is finite for fixed points of a continuous family, too.
///
/// A value of this type exists only where that density is normalisable. With finitely many values of φ and external
/// data, or a conjugate prior of positive weight maximised in θ, the loop is alive there, and otherwise collapses onto
/// the smallest face that holds their mean, totally if that is a vertex (X7). For other priors that there is no law does not mean collapse.
public struct StationaryLaw<P: Prior>: Sendable {
  /// The family of the models.
  public let family: P.Family
  /// p₀; flat for maximum likelihood (u = 0).
  public let prior: P
  /// mφ₀ and m: the external points of one generation, φ₀ being their mean statistic if they are
  /// fixed and its expectation if they are drawn afresh.
  public let external: P.Family.Statistics
  /// Why the density is normalisable.
  public let reason: String

  /// The law, if there is one.
  ///
  /// - Throws: ``NoStationaryLaw`` with the reason, where the density is not normalisable.
  public init(
    family: P.Family, prior: P, external: P.Family.Statistics
  ) throws(NoStationaryLaw) {
    self.family = family
    self.prior = prior
    self.external = external
    reason = try Self.reason(family: family, prior: prior, external: external)
  }

  /// `ln p_st(θ)` up to a constant: `2 ln p₀ + 2m(θ·φ₀ − A(θ))`; NaN where the family has no such θ.
  public func logDensity(at θ: P.Family.Vector) -> Double {
    let likelihood =
      external.count > 0 ? θ.dot(external.sum) - external.count * family.logPartition(at: θ) : 0
    return 2 * (prior.logDensity(at: θ, in: family) + likelihood)
  }

  /// Decides by theory, not by watching an integral: the likelihood is bounded, so a prior that
  /// confines every direction suffices; pseudo-data and external data together are a
  /// Diaconis–Ylvisaker density, proper if and only if their mean is interior.
  private static func reason(
    family: P.Family, prior: P, external: P.Family.Statistics
  ) throws(NoStationaryLaw) -> String {
    let data: P.Family.Statistics
    switch prior.confinement(in: family) {
    case .everyDirection: return "the squared prior is integrable and the likelihood is bounded"
    case .pseudoData(let pseudo)
    where pseudo.count == 0 && pseudo.sum.dot(pseudo.sum) == 0 && external.count == 0:
      throw NoStationaryLaw(
        reason: "without a prior or external data nothing holds the parameter in place")
    case .pseudoData(let pseudo) where pseudo.count + external.count <= 0:
      throw NoStationaryLaw(
        reason:
          "the prior, a density in a coordinate that ends at the boundary, drives the parameter"
          + " there")
    case .pseudoData(let pseudo) where pseudo.count == 0: data = external
    case .pseudoData(let pseudo) where external.count == 0: data = pseudo
    case .pseudoData(let pseudo): data = external + pseudo
    }
    let anchor: P.Family.Member
    do {
      anchor = try family.maximumLikelihood(data)
    } catch {
      throw NoStationaryLaw(reason: "\(error)")
    }
    if let face = anchor.face {
      throw NoStationaryLaw(
        reason: "the mean of external data and prior lies on the boundary of the convex support,"
          + " and the loop collapses onto it: \(face)")
    }
    return "the mean of external data and prior is interior to the convex support"
  }
}

extension StationaryLaw {
  /// The law under maximum likelihood, anchored by `external` data alone.
  ///
  /// - Throws: ``NoStationaryLaw`` with the reason, where the loop collapses onto a face.
  public init<F: ExponentialFamily>(
    family: F, external: F.Statistics
  ) throws(NoStationaryLaw) where P == FlatPrior<F> {
    try self.init(family: family, prior: FlatPrior(), external: external)
  }
}

/// The stationary density is not normalisable here.
public struct NoStationaryLaw: Error, Equatable, CustomStringConvertible {
  /// Why.
  public let reason: String

  /// One sentence for people.
  public var description: String { "there is no stationary law: \(reason)" }
}
