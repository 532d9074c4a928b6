import ExponentialFamilies
import Retraining

/// A loop of maximum likelihood with a policy of its own.
public struct PolicyProgram<Policy: DataPolicy>: LoopProgram
where Policy.Family: ExponentialFamily {
  /// What each generation is trained on.
  public let policy: Policy

  /// The program with the given policy.
  public init(_ policy: Policy) { self.policy = policy }

  /// The loop for M samples.
  public func loop(
    family: Policy.Family, samples: Int
  ) -> RetrainingLoop<Policy, MaximumLikelihood<Policy.Family>> {
    RetrainingLoop(
      family: family, samples: samples, policy: policy, estimator: MaximumLikelihood())
  }
}

extension PolicyProgram: ClosedProgram where Policy: ClosedDataPolicy {}
