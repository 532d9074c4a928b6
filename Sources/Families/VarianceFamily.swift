/// A family with variances that a fit may tamper with.
public protocol VarianceFamily: ExponentialFamily {
  /// The member with its variances scaled by `factor` > 0 and raised by `addition` ≥ 0.
  func member(_ member: Member, variancesTimes factor: Double, plus addition: Double) -> Member
}

extension GaussianFamily: VarianceFamily {
  /// The member with another variance.
  @inlinable
  public func member(
    _ member: Member, variancesTimes factor: Double, plus addition: Double
  ) -> Member {
    Member(
      mean: member.mean,
      scaledVariance: factor * member.scaledVariance + ScaledNumber(addition))
  }
}
