import Families

extension SimulationPlan {
  /// About how long it takes, in generations of a single parameter that is fitted in closed form.
  ///
  /// Good enough to tell large simulations from small ones, and for no more.
  var work: Double { Double(replicates) * (1 + expectedGenerations * workOfGeneration) }

  /// A loop that is absorbed for good has nothing left to do, after some M generations.
  private var expectedGenerations: Double {
    let all = Double(generations)
    return absorption == .fromStart && !family.neverSettles ? min(all, 4 * Double(samples)) : all
  }

  private var workOfGeneration: Double {
    let parameters = Double(family.dimension)
    // Modes are found step by step, and each step solves for all parameters.
    let fit = estimator.isMaximumLikelihood ? parameters : 10 * parameters
    let drawn =
      policy.drawsPoints || family.drawsPoints
      ? Double(samples + policy.external) * Double(policy.drawsPoints ? family.pointSize : 1) : 0
    return fit + drawn
  }
}
