import PortableMath
import Randomness

extension MultivariateGaussian {
  /// The mean and the scatter over its number of points, M.
  ///
  /// - Throws: ``EstimationError`` where the points are d or fewer, or sums no longer tell them apart.
  @inlinable
  public func maximumLikelihood(
    _ data: MultivariateStatistics
  ) throws(EstimationError) -> Member {
    try check(data)
    return Member(mean: data.centre, factor: data.scatter.scaled(by: -0.5 * log(data.count)))
  }

  /// Refuses data that have no estimate.
  @usableFromInline
  func check(_ data: MultivariateStatistics) throws(EstimationError) {
    guard data.count > 0 else { throw .noData }
    let scales = data.scatter.logScales
    guard
      data.centre.count == dimensions, data.count < .infinity,
      data.centre.allSatisfy({ abs($0) < .infinity }), scales.allSatisfy({ $0 < .infinity })
    else {
      throw .outsideSupport(
        mean: "\(data.mean.components)", allowed: "positive semidefinite covariances")
    }
    guard let lost = scales.firstIndex(of: -.infinity) else { return }
    throw data.count < Double(dimensions + 1)
      ? .tooFewPoints(count: data.count, needed: dimensions + 1)
      : .unresolvedVariance(mean: data.centre[lost])
  }

  /// The maximum-likelihood estimate; where the scatter is singular, with the mean variance of all variables
  /// added to each, or with variances of the size of the mean if there is none.
  public func startingPoint(
    for data: MultivariateStatistics
  ) throws(EstimationError) -> DenseVector {
    do { try check(data) } catch {
      switch error {
      case .tooFewPoints, .unresolvedVariance: break
      default: throw error
      }
    }
    var factor = data.scatter.scaled(by: -0.5 * log(data.count))
    if !factor.isRegular {
      let d = dimensions
      let matrix = factor.matrix
      let variance = (0..<d).reduce(0) { $0 + matrix[$1 * d + $1] } / Double(d)
      let square = data.centre.reduce(0) { $0 + $1 * $1 } / Double(d)
      factor.add(toDiagonal: log(variance > 0 ? variance : 1 + square))
    }
    guard let θ = Member(mean: data.centre, factor: factor).naturalParameter else {
      throw .unresolvedVariance(mean: data.centre[0])
    }
    return θ
  }
}

extension MultivariateGaussian: VarianceFamily {
  /// The member with the covariance `factor·Σ + addition·1`.
  public func member(
    _ member: Member, variancesTimes factor: Double, plus addition: Double
  ) -> Member {
    var scaled = member.factor.scaled(by: 0.5 * log(factor))
    if addition > 0 { scaled.add(toDiagonal: log(addition)) }
    return Member(mean: member.mean, factor: scaled)
  }
}
