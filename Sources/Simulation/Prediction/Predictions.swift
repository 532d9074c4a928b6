import Families
import Loop
import Theory

/// What theory says of the columns of a simulation.
struct Predictions<Family: SimulatedFamily>: Sendable {
  /// Expected values and variances over replicates, by column and recorded generation; what is not
  /// there, theory does not give.
  private(set) var means: [String: [Double]] = [:]
  private(set) var variances: [String: [Double]] = [:]

  /// All that is known of the loop.
  init(
    family: Family, start: StartChoice<Family>, truth: Family.Member, samples: Int,
    policy: PolicyChoice<Family>, estimator: EstimatorChoice<Family>, schedule: Schedule
  ) {
    if family.neverSettles { means["absorbed"] = schedule.generations.map { _ in 0 } }
    guard let moments = policy.moments, let pseudo = estimator.pseudoData,
      // The pool's mean and the model's are one only where nothing pulls at the model.
      !policy.keepsPoints || pseudo.count == 0, schedule.generations.last ?? 0 <= Self.longest
    else { return }
    let origin = start.member.meanParameter
    /// Means and variances of a linear function of the mean parameter, or of its distance from that of a member:
    /// where the parameter is large, distances have digits that it has not.
    func moment(
      _ variance: VarianceFunction?, from member: Family.Member? = nil,
      _ value: (Family.Vector) -> Double
    ) -> (means: [Double], variances: [Double]) {
      func moved(
        _ data: SufficientStatistics<Family.Vector>
      ) -> SufficientStatistics<Family.Vector> {
        guard let member, data.count > 0 else { return data }
        return SufficientStatistics(
          sum: data.sum - data.count * member.meanParameter, count: data.count)
      }
      var moments = moments
      moments.external = moved(moments.external)
      let mean = value(moved(SufficientStatistics(sum: origin, count: 1)).sum)
      // A start that is a sample scatters like one.
      let startVariance = start.points.map { (variance?(mean) ?? .nan) / Double($0) } ?? 0
      var recursion = MomentRecursion(
        samples: samples, policy: moments, pseudoData: moved(pseudo), isDrawn: estimator.isDrawn,
        variance: variance, startPoints: start.points.map(Double.init) ?? 0,
        start: (mean, startVariance), of: value)
      var (time, result) = (0, (means: [Double](), variances: [Double]()))
      for generation in schedule.generations {
        while time < generation {
          recursion.advance()
          time += 1
        }
        result.means.append(recursion.mean)
        result.variances.append(recursion.variance)
      }
      return result
    }
    if family.dimension <= SimulationPlan<Family>.widest {
      let functions = family.varianceFunctions
      for (a, name) in family.statisticNames.enumerated() {
        let found = moment(functions?[a]) { $0.dimension > a ? $0[a] : 0 }
        means[name] = found.means
        if found.variances.allSatisfy(\.isFinite) { variances[name] = found.variances }
      }
    }
    addClosedLoop(
      family, start, truth, samples,
      isClosed: policy.policy is Replace<Family> && estimator.isMaximumLikelihood, schedule)
    if family.dimension == 1 {
      let variance = family.varianceFunctions?[0].about(truth.meanParameter[0])
      let distances = moment(variance, from: truth) { $0.dimension > 0 ? $0[0] : 0 }
      addMomentFunctions(family, truth, distances.means, distances.variances)
    }
  }

  /// What a family knows of its closed loop of maximum likelihood.
  private mutating func addClosedLoop(
    _ family: Family, _ start: StartChoice<Family>, _ truth: Family.Member, _ samples: Int,
    isClosed: Bool, _ schedule: Schedule
  ) {
    guard isClosed, start.points == nil, let last = schedule.generations.last else { return }
    let quantities = ["entropy", "absorbed"] + family.observables.map(\.name)
    for quantity in quantities where means[quantity] == nil {
      means[quantity] = family.expectation(
        of: quantity, from: start.member, samples: samples, generations: last
      ).map { values in schedule.generations.map { values[$0] } }
    }
    // E D_KL(p‖p*) = A(θ*) − θ*·E μ − E H, of which E H alone changes.
    let divergence = family.klDivergence(from: start.member, to: truth)
    means["kl_model_truth"] = family.entropyChange(
      from: start.member, samples: samples, generations: last
    ).map { changes in schedule.generations.map { divergence - changes[$0] } }
  }

  /// What follows from mean and variance alone, the mean as a distance from the truth's.
  private mutating func addMomentFunctions(
    _ family: Family, _ truth: Family.Member, _ distances: [Double], _ variances: [Double]
  ) {
    guard variances.allSatisfy(\.isFinite) else { return }
    for quantity in ["entropy", "kl_truth_model", "kl_model_truth"] where means[quantity] == nil {
      let values = zip(distances, variances).compactMap {
        family.expectation(of: quantity, truth: truth, distance: $0, variance: $1)
      }
      if values.count == distances.count { means[quantity] = values }
    }
  }

  /// The longest loop that is predicted generation by generation.
  private static var longest: Int { 10_000_000 }
}
