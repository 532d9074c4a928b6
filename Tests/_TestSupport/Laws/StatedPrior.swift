import Families

/// A prior, and its logarithm stated a second time.
struct StatedPrior<P: Prior> where P.Family: TestedFamily {
  let prior: P
  let automaticLogDensity: ([Jet]) -> Jet
}

extension StatedPrior {
  /// A constant.
  static func flat<F: TestedFamily>(in family: F) -> StatedPrior<FlatPrior<F>>
  where P == FlatPrior<F> {
    StatedPrior(prior: FlatPrior()) { _ in Jet(0) }
  }

  /// `−Σ (θ − mean)²/(2 variance)`.
  init<F: TestedFamily>(_ prior: GaussianPrior<F>, in family: F) where P == GaussianPrior<F> {
    let (mean, variance) = (family.components(prior.mean), family.components(prior.variance))
    self.init(prior: prior) { θ in
      θ.indices.reduce(Jet(0)) { sum, a in
        sum - (0.5 / variance[a]) * ((θ[a] - Jet(mean[a])) * (θ[a] - Jet(mean[a])))
      }
    }
  }

  /// `κ(θ·φ_p − A(θ))`.
  init<F: TestedFamily>(_ prior: ConjugatePrior<F>, in family: F) where P == ConjugatePrior<F> {
    let (sum, count) = (family.components(prior.pseudoData.sum), prior.pseudoData.count)
    self.init(prior: prior) { θ in
      θ.indices.reduce(-count * family.automaticLogPartition(θ)) { $0 + sum[$1] * θ[$1] }
    }
  }
}
