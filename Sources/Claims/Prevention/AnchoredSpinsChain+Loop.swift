import Families
import Loop
import Theory

extension AnchoredSpinsChain {
  /// The external points of this chain, as the loop takes them.
  var externalData: ExternalData<IndependentSpins>.Source {
    switch external {
    case .fixed(let points, let up):
      .fixed(SufficientStatistics(sum: Double(2 * up - spins * points), count: Double(points)))
    case .fresh(let points, let frequency):
      .fresh(
        count: points,
        truth: IndependentSpins(spins: spins).member(magnetisation: 2 * frequency - 1))
    }
  }

  /// The loop that this chain is the exact law of.
  var loop: RetrainingLoop<ExternalData<IndependentSpins>, MaximumLikelihood<IndependentSpins>> {
    RetrainingLoop(
      family: IndependentSpins(spins: spins), samples: samples, policy: ExternalData(externalData),
      estimator: MaximumLikelihood())
  }
}
