/// A prior p₀ over the models of a family, as a density in one named coordinate.
///
/// Maximum a posteriori depends on the coordinate: a density picks up a Jacobian under a change of
/// variables, and its maximum moves. Here a prior is the function that is added to the
/// log-likelihood, so no Jacobian enters anywhere, neither in the estimate nor in Eq. 18.
public protocol Prior<Family>: Sendable {
  /// The family it is a prior over.
  associatedtype Family: ExponentialFamily

  /// The coordinate in which it is a density.
  var coordinate: PriorCoordinate { get }
  /// `ln p₀` up to a constant: the density in ``coordinate``, evaluated at the model with natural
  /// parameter θ.
  func logDensity(at θ: Family.Vector, in family: Family) -> Double
  /// `∇ ln p₀` with respect to θ, by which Eq. 12 pulls.
  ///
  /// Where ln p₀ has a kink, any subgradient.
  func logDensityGradient(at θ: Family.Vector, in family: Family) -> Family.Vector
  /// The maximum a posteriori: the member of the closed family that maximises
  /// `Σ log f(s) + ln p₀`.
  ///
  /// - Throws: ``EstimationError`` if no estimate exists.
  func posteriorMode(
    given data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member
  /// What keeps θ from running away.
  func confinement(in family: Family) -> PriorConfinement<Family.Statistics>
}

/// A coordinate on a family of models.
public enum PriorCoordinate: String, Sendable, Codable {
  /// The natural parameter θ.
  case natural
  /// The mean parameter μ.
  case mean
  /// The angle `arcsin √p`, in which the Fisher information of a spin is constant.
  case arcsine
}

/// How a prior keeps θ from running away; by this it is decided whether a
/// stationary law exists.
public enum PriorConfinement<Data: TrainingStatistics>: Sendable {
  /// p₀ is bounded and p₀² integrable over all θ, whatever the data.
  case everyDirection
  /// p₀ is the likelihood of so many pseudo-data with such statistics; none for a flat prior.
  case pseudoData(Data)
}
