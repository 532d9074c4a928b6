import Families
import Loop
import Randomness

/// Whether a model with a single value of φ stays as it is forever.
///
/// Let x be that model, in generation t ≥ 1, and let what comes from outside be the same in every generation.
/// Under maximum likelihood, and with the pseudo-data of a conjugate prior, x is the estimate only if all data of
/// its training set lie at x; those of the next one do, too. A prior of one parameter that is seen in another
/// coordinate may put an estimate on the boundary although not all data are there; but the next training set has
/// its samples at x itself, as far that way as samples can be, and so its mode is there all the more. If such
/// sets add up, this needs that nothing comes from outside.
///
/// The model of generation 0 was not fitted to such a training set: of it this holds under plain maximum
/// likelihood of the loop's own data only.
enum AbsorptionRule: Sendable {
  /// No model stays so, or none that is known to.
  case never
  /// From the first generation on.
  case fromFirstGeneration
  /// From the start on.
  case fromStart

  /// Whether it holds of the model of a generation.
  func holds(from generation: Int) -> Bool {
    self == .fromStart || (self == .fromFirstGeneration && generation >= 1)
  }
}

extension AbsorptionRule {
  /// The rule of a loop of M = `samples`.
  init<Family: SimulatedFamily>(
    in family: Family, samples: Int, policy: PolicyChoice<Family>,
    estimator: EstimatorChoice<Family>
  ) {
    self = .never
    if case .changing = policy.outside { return }
    // A pool may still hold other points than the newest ones.
    if policy.keepsPoints || estimator.isTampered { return }
    let isPlain = estimator.pseudoData?.count == 0
    if case .none = policy.outside {
      if isPlain {
        self = .fromStart
        return
      }
    } else if policy.accumulates, estimator.pseudoData == nil {
      return
    }
    // A draw from a posterior may be on the boundary for lack of digits alone.
    if estimator.isDrawn { return }
    let search = StayingModel(
      family: family, samples: samples, policy: policy, estimator: estimator)
    if search.exists { self = .fromFirstGeneration }
  }
}

/// The search for a model that stays, among all that can.
private struct StayingModel<Family: SimulatedFamily> {
  let family: Family
  let samples: Int
  let policy: PolicyChoice<Family>
  let estimator: EstimatorChoice<Family>

  var exists: Bool {
    if family.neverSettles { return false }
    if case .drawnOnce = policy.outside, estimator.pseudoData?.count == 0,
      !(family is any QuadraticVarianceFamily)
    {
      // Points that are all alike, at any vertex.
      return true
    }
    return candidates.contains { $0.isAbsorbed && stays($0) }
  }

  /// Where all data from outside lie, or all pseudo-data; else, of one parameter, the ends of the support.
  private var candidates: [Family.Member] {
    var members: [Family.Member?] = []
    switch policy.outside {
    case .same(let data): members.append(try? family.maximumLikelihood(data))
    case .drawnOnce(_, let giver): members.append(giver)
    case .none, .changing: break
    }
    if let pseudo = estimator.pseudoData, pseudo.count > 0 {
      members.append(
        try? family.maximumLikelihood(Family.Statistics(sum: pseudo.sum, count: pseudo.count)))
    }
    if let family = family as? any QuadraticVarianceFamily {
      members += ends(of: family).map { $0 as? Family.Member }
    }
    return members.compactMap { $0 }
  }

  /// Whether a model with a single value of φ is what its own samples are fitted by.
  private func stays(_ member: Family.Member) -> Bool {
    let streams = ReplicateStreams(
      key: StreamKey(rootSeed: 0).child("absorption"), replicate: 0
    ).generation(1)
    func points(_ count: Int, of member: Family.Member) -> Family.Statistics? {
      guard count <= family.largestDraw(from: member) else { return nil }
      var stream = streams.stream(for: .synthetic)
      return family.drawStatistics(of: count, from: member, using: &stream)
    }
    guard var data = points(samples, of: member) else { return false }
    switch policy.outside {
    case .none, .changing: break
    case .same(let outside): data = data + outside
    case .drawnOnce(let count, let giver):
      // Of the points of other models, those that are all at the vertex.
      guard let outside = points(count, of: giver.isAbsorbed ? giver : member) else {
        return false
      }
      data = data + outside
    }
    return (try? estimator.estimator.estimate(from: data, in: family, streams: streams)) == member
  }
}

/// The models at the finite ends of the support.
private func ends<F: QuadraticVarianceFamily>(of family: F) -> [any ClosedFamilyMember] {
  [family.support.lowerBound, family.support.upperBound].filter(\.isFinite).compactMap {
    try? family.maximumLikelihood(F.Statistics(sum: $0, count: 1))
  }
}
