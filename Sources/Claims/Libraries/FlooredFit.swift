import Families
import Loop

/// Maximum likelihood with a constant added to the variance, which has the divisor M, or M − 1.
package struct FlooredFit<Family: VarianceFamily>: DeterministicEstimator {
  /// What is added, and to what.
  let floor: VarianceFloor

  package func estimate(
    from data: Family.Statistics, in family: Family
  ) throws(EstimationError) -> Family.Member {
    let model =
      floor.unbiased
      ? try UnbiasedVariance<Family>().estimate(from: data, in: family)
      : try family.maximumLikelihood(data)
    return family.member(model, variancesTimes: 1, plus: floor.constant)
  }
}

/// A constant that is added to a variance.
package struct VarianceFloor: Sendable {
  /// ε.
  package var constant: Double
  /// Whether the variance has the divisor M − 1.
  package var unbiased: Bool

  init(_ constant: Double, unbiased: Bool = false) {
    (self.constant, self.unbiased) = (constant, unbiased)
  }
}

/// The loops behind A1.
package struct FlooredPrograms: ProgramBundle {
  /// What is made of the constant.
  package var floor: @Sendable (VarianceFloor) -> VarianceFloor = { $0 }

  /// The real programs.
  package init() {}

  /// The loop with the given constant.
  func loop<Family: VarianceFamily>(
    family: Family, samples: Int, floor: VarianceFloor
  ) -> RetrainingLoop<Replace<Family>, FlooredFit<Family>> {
    RetrainingLoop(
      family: family, samples: samples, policy: Replace(),
      estimator: FlooredFit(floor: self.floor(floor)))
  }
}
