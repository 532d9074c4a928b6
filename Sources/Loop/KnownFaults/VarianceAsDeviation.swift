import Families

/// A model whose samples take its variance for its standard deviation, so that they have the variance v².
///
/// In the units in which the variance is 1 nobody notices. In a loop ln v doubles in every generation, up or down:
/// the scale collapses or explodes within a few generations, and the units of the data decide which.
@frozen
public struct VarianceAsDeviation: DeterministicEstimator {
  /// The family of the models.
  public typealias Family = GaussianFamily

  /// The fault.
  @inlinable public init() {}

  /// The model that the samples are drawn from: the maximum-likelihood estimate with its variance squared, which must
  /// still be a double.
  @inlinable
  public func estimate(
    from data: GaussianStatistics, in family: GaussianFamily
  ) throws(EstimationError) -> GaussianFamily.Member {
    let model = try family.maximumLikelihood(data)
    guard model.variance > 0, model.variance < .infinity else {
      throw .unresolvedVariance(mean: model.mean)
    }
    return family.member(model, variancesTimes: model.variance, plus: 0)
  }
}
