import ExponentialFamilies

/// What theory says of the columns of a simulation.
struct Predictions<Family: LaboratoryFamily>: Sendable {
  /// Expected values and variances over replicates, by column and recorded generation; what is not
  /// there, theory does not give.
  private(set) var means: [String: [Double]] = [:]
  private(set) var variances: [String: [Double]] = [:]

  /// All that is known of the loop.
  init(
    family: Family, start: StartChoice<Family>, truth: Family.Member, samples: Int,
    policy: PolicyChoice<Family>, estimator: EstimatorChoice<Family>, schedule: Schedule
  ) {
    guard let moments = policy.moments, let pseudo = estimator.pseudoData else { return }
    for (a, name) in family.statisticNames.enumerated() {
      let variance = family.varianceFunctions?[a]
      let mean = start.member.meanParameter[a]
      // A start that is a sample scatters like one.
      let spread = start.points.map { (variance?(mean) ?? .nan) / Double($0) } ?? 0
      var recursion = MomentRecursion(
        component: a, samples: samples, policy: moments, pseudoData: pseudo,
        isDrawn: estimator.isDrawn, variance: variance, start: (mean, spread))
      var time = 0
      for generation in schedule.generations {
        while time < generation {
          recursion.advance()
          time += 1
        }
        means[name, default: []].append(recursion.mean)
        if recursion.spread.isFinite { variances[name, default: []].append(recursion.spread) }
      }
      if variances[name]?.count != means[name]?.count { variances[name] = nil }
    }
    addClosedLoop(
      family, start, samples,
      isClosed: policy.external == 0 && !moments.accumulates && moments.hasVariance
        && estimator.isMaximumLikelihood, schedule)
    addMomentFunctions(family, truth)
    addDivergence(family, truth)
  }

  /// What a family knows of its closed loop of maximum likelihood.
  private mutating func addClosedLoop(
    _ family: Family, _ start: StartChoice<Family>, _ samples: Int, isClosed: Bool,
    _ schedule: Schedule
  ) {
    guard isClosed, start.points == nil, let last = schedule.generations.last else { return }
    for quantity in ["entropy", "absorbed"] + family.observables.map(\.name) {
      means[quantity] = family.expectation(
        of: quantity, from: start.member, samples: samples, generations: last
      ).map { values in schedule.generations.map { values[$0] } }
    }
  }

  /// What follows from mean and variance alone.
  private mutating func addMomentFunctions(_ family: Family, _ truth: Family.Member) {
    guard family.dimension == 1, let name = family.statisticNames.first,
      let means = means[name], let variances = variances[name]
    else { return }
    for quantity in ["entropy", "kl_truth_model", "kl_model_truth"]
    where self.means[quantity] == nil {
      let values = zip(means, variances).compactMap {
        family.expectation(of: quantity, truth: truth, mean: $0, variance: $1)
      }
      if values.count == means.count { self.means[quantity] = values }
    }
  }

  /// `E D_KL(p‖p*) = A(θ*) − θ*·E μ − E H`.
  private mutating func addDivergence(_ family: Family, _ truth: Family.Member) {
    guard means["kl_model_truth"] == nil, let entropies = means["entropy"],
      let θ = truth.naturalParameter
    else { return }
    let A = family.logPartition(at: θ)
    means["kl_model_truth"] = entropies.indices.map { k in
      let energy = family.statisticNames.enumerated().reduce(0) {
        $0 + θ[$1.offset] * (means[$1.element]?[k] ?? .nan)
      }
      return A - energy - entropies[k]
    }
  }
}
