import Families
import Loop

/// A loop of maximum likelihood with a policy of its own.
package struct PolicyProgram<Policy: DataPolicy>: LoopProgram
where Policy.Family: ExponentialFamily {
  /// What each generation is trained on.
  package let policy: Policy

  /// The program with the given policy.
  package init(_ policy: Policy) { self.policy = policy }

  /// The loop for M samples.
  package func loop(
    family: Policy.Family, samples: Int
  ) -> RetrainingLoop<Policy, MaximumLikelihood<Policy.Family>> {
    RetrainingLoop(
      family: family, samples: samples, policy: policy, estimator: MaximumLikelihood())
  }
}

extension PolicyProgram: ClosedProgram where Policy: ClosedDataPolicy {}
