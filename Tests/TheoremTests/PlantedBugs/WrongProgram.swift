import Claims
import Families
import Loop

/// A closed loop with one part replaced by a deliberately wrong one.
///
/// A check that passes on such programs proves nothing.
struct WrongProgram<Policy: ClosedDataPolicy, Fit: Estimator>: ClosedProgram
where Fit.Family == Policy.Family {
  let policy: Policy
  let estimator: Fit

  func loop(family: Policy.Family, samples: Int) -> RetrainingLoop<Policy, Fit> {
    RetrainingLoop(family: family, samples: samples, policy: policy, estimator: estimator)
  }
}

extension WrongProgram where Policy == Replace<Fit.Family> {
  init(_ estimator: Fit) { self.init(policy: Replace(), estimator: estimator) }
}

extension WrongProgram where Fit == MaximumLikelihood<Policy.Family> {
  init(_ policy: Policy) { self.init(policy: policy, estimator: MaximumLikelihood()) }
}

/// An anchored loop with its external points or its fit replaced by wrong ones.
struct WrongAnchoredProgram<P: Prior, Fit: Estimator>: AnchoredProgram
where Fit.Family == P.Family {
  /// What is made of the external points.
  let external: @Sendable (ExternalData<P.Family>.Source) -> ExternalData<P.Family>.Source
  /// What is made of the prior.
  let fit: @Sendable (P) -> Fit

  func loop(
    family: P.Family, samples: Int, external source: ExternalData<P.Family>.Source, prior: P
  ) -> RetrainingLoop<ExternalData<P.Family>, Fit> {
    RetrainingLoop(
      family: family, samples: samples, policy: ExternalData(external(source)),
      estimator: fit(prior))
  }
}

extension WrongAnchoredProgram where Fit == MaximumAPosteriori<P> {
  /// The external points are left out.
  static var withoutExternalData: Self {
    Self(
      external: { _ in .fixed(P.Family.Statistics(sum: P.Family.Vector.zero, count: 0)) },
      fit: { MaximumAPosteriori(prior: $0) })
  }
}

extension AnchoredProgram
where Self == WrongAnchoredProgram<P, MaximumAPosteriori<P>>, P == GaussianPrior<CoupledSpins> {
  /// A prior twenty times too narrow.
  static var narrowPrior: Self {
    Self(
      external: { $0 },
      fit: { MaximumAPosteriori(prior: P(mean: $0.mean, variance: 0.05 * $0.variance)) })
  }
}

extension AnchoredProgram
where
  Self == WrongAnchoredProgram<P, MaximumLikelihood<CoupledSpins>>, P == GaussianPrior<CoupledSpins>
{
  /// No prior at all.
  static var withoutPrior: Self {
    Self(external: { $0 }, fit: { _ in MaximumLikelihood() })
  }
}

/// An anchored loop in which every synthetic sample counts twice.
struct DoubledAnchoredProgram<P: Prior>: AnchoredProgram {
  func loop(
    family: P.Family, samples: Int, external: ExternalData<P.Family>.Source, prior: P
  ) -> RetrainingLoop<DoubledSamplesAndExternalData<P.Family>, MaximumAPosteriori<P>> {
    RetrainingLoop(
      family: family, samples: samples,
      policy: DoubledSamplesAndExternalData(external: ExternalData(external)),
      estimator: MaximumAPosteriori(prior: prior))
  }
}

extension AnchoredProgram
where Self == WrongAnchoredProgram<P, MaximumAPosteriori<P>>, P == BetaPrior<IndependentSpins> {
  /// The prior is maximised in the next coordinate.
  static var otherCoordinate: Self {
    let next: [PriorCoordinate: PriorCoordinate] = [
      .natural: .arcsine, .arcsine: .mean, .mean: .natural,
    ]
    return Self(
      external: { $0 },
      fit: { prior in
        MaximumAPosteriori(
          prior: BetaPrior<IndependentSpins>(
            up: prior.up, down: prior.down, in: next[prior.coordinate]!))
      })
  }
}
