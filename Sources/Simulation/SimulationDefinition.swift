import Documents
import Families
import Loop
import Randomness

/// A simulation in words: what `closedloop simulate` runs.
///
/// A JSON object with the fields `family`, `truth`, `start`, `samples`, `policy`, `estimator`, `prior`,
/// `fault`, `generations`, `replicates`, `stop`, `record` and `seed`, of which only the family has no
/// standard value.
package enum SimulationDefinition {
  /// The simulation that the definition describes, checked in all its parts.
  ///
  /// - Parameters:
  ///   - recordsEnds: whether the end of every replicate is kept.
  ///   - notes: where to note what is asked of fields.
  /// - Throws: ``DefinitionError`` naming the field, its value and what is allowed.
  package static func simulation(
    _ document: JSONValue, recordsEnds: Bool = false, notes: Fields.Notes? = nil
  ) throws -> ReadySimulation {
    var fields = try Fields(document, notes: notes)
    guard var choice = try fields.object("family") else {
      throw fields.error(
        "family", "nothing",
        allowed: Words.choice(of: simulatedFamilies.map { $0.kind }, for: ""))
    }
    let kind = try choice.word(
      "kind", from: simulatedFamilies.map { $0.kind }, others: otherNames)
    let type = simulatedFamilies.first { $0.kind == kind }!
    return try type.simulation(&choice, &fields, recordsEnds: recordsEnds)
  }
}

/// Other words for families, and what to write for those that are more than one.
private let otherNames = [
  "bernoulli": "binomial", "geometric": "negative-binomial", "exponential": "gamma",
  "normal": "gaussian", "multivariate-gaussian": "gaussian-vector",
  "multivariate-normal": "gaussian-vector", "multinomial": "categorical",
  "discrete": "categorical", "zipf": "categorical with --truth zipf=1",
  "independent-spins": "spins",
  "curie-weiss": "coupled-spins", "pascal": "negative-binomial", "erlang": "gamma",
  "ising": "coupled-spins, or table,ising=3 with all couplings",
]

extension SimulatedFamily {
  /// One loop, compiled for its types if it is a common one.
  package static func simulation(
    _ choice: inout Fields, _ fields: inout Fields, recordsEnds: Bool
  ) throws -> ReadySimulation {
    simulation(of: try plan(&choice, &fields, recordsEnds: recordsEnds))
  }

  fileprivate static func plan(
    _ choice: inout Fields, _ fields: inout Fields, recordsEnds: Bool
  ) throws -> SimulationPlan<Self> {
    let family = try make(&choice)
    try choice.finish()
    return try SimulationPlan(&fields, family: family, recordsEnds: recordsEnds)
  }

  /// The commonest loops are compiled for their types; all others run, and somewhat slower.
  fileprivate static func simulation(of plan: SimulationPlan<Self>) -> ReadySimulation {
    let fit = plan.estimator.estimator
    switch (plan.policy.policy, fit) {
    case (let policy as Replace<Self>, let fit as MaximumLikelihood<Self>):
      return simulate(policy, fit, plan)
    case (let policy as ExternalData<Self>, let fit as MaximumLikelihood<Self>):
      return simulate(policy, fit, plan)
    case (let policy as Accumulate<Replace<Self>>, let fit as MaximumLikelihood<Self>):
      return simulate(policy, fit, plan)
    case (let policy as Replace<Self>, let fit as MaximumAPosteriori<GaussianPrior<Self>>):
      return simulate(policy, fit, plan)
    default: return Simulation.simulate(plan.policy.policy, fit, plan)
    }
  }
}

extension FrequencyFamily where Self: SimulatedFamily {
  /// The same; the closed loop of maximum likelihood draws from tables.
  package static func simulation(
    _ choice: inout Fields, _ fields: inout Fields, recordsEnds: Bool
  ) throws -> ReadySimulation {
    let plan = try plan(&choice, &fields, recordsEnds: recordsEnds)
    guard plan.policy.policy is Replace<Self>,
      let fit = plan.estimator.estimator as? MaximumLikelihood<Self>
    else { return simulation(of: plan) }
    return simulate(
      TabulatedReplace(family: plan.family, samples: plan.samples), fit, plan)
  }
}

private func simulate<Policy: DataPolicy, Fit: Estimator>(
  _ policy: Policy, _ fit: Fit, _ plan: SimulationPlan<Policy.Family>
) -> ReadySimulation where Fit.Family == Policy.Family, Policy.Family: SimulatedFamily {
  let simulation = LoopSimulation(
    loop: RetrainingLoop(
      family: plan.family, samples: plan.samples, policy: policy, estimator: fit), plan: plan)
  return ReadySimulation(work: plan.work) { try simulation.run(context: $0, after: $1) }
}

extension SimulationPlan {
  /// Reads all fields but `family`.
  init(_ fields: inout Fields, family: Family, recordsEnds: Bool) throws(DefinitionError) {
    self.family = family
    let own = SimulationFields()
    try own.take(from: &fields)
    (samples, generations, replicates) = (own.samples, own.generations, own.replicates)
    stopsAbsorbed = own.stop == "absorbed"
    var truth = family.standardMember
    if var words = try fields.object("truth") {
      truth = try family.member(&words)
      try words.finish()
    }
    guard truth.naturalParameter != nil else {
      throw fields.error(
        "truth", "a model on the boundary of the family",
        allowed: "one inside, with a finite natural parameter")
    }
    self.truth = truth
    start = try StartChoice(&fields, truth: truth, family: family)
    let fault = try Self.fault(&fields)
    estimator = try EstimatorChoice(
      &fields, fault: fault.kind, jitter: fault.jitter, family: family)
    policy = try PolicyChoice(
      &fields, samples: samples, truth: truth, reusedSeed: fault.kind == "reused-seed",
      family: family)
    absorption = AbsorptionRule(
      in: family, samples: samples, policy: policy, estimator: estimator)
    schedule = try Schedule(&fields, last: generations)
    self.recordsEnds = recordsEnds
    // The configuration is no part of the key: loops that differ in one choice share what they can of
    // their random numbers, and can be compared pair by pair.
    key = StreamKey(rootSeed: own.seed).child("simulate")
    quantities = Self.quantities(of: family, truth: truth)
    try fields.finish()
    guard !stopsAbsorbed || absorption != .never else {
      throw fields.error(
        "stop", "absorbed",
        allowed: "horizon, because with this policy or estimator no model is absorbed for good")
    }
    try checkSizes(fields)
  }

  private static func fault(
    _ fields: inout Fields
  ) throws(DefinitionError) -> (kind: String, jitter: Double) {
    guard var choice = try fields.object("fault") else { return ("none", 1e-6) }
    let kind = try choice.word("kind", from: EstimatorChoice<Family>.faults)
    let jitter =
      kind == "jittered-variance"
      ? try choice.number("jitter", in: 1e-100...1e100, standard: 1e-6) : 1e-6
    try choice.finish()
    return (kind, jitter)
  }

  /// The statistics, entropy, both divergences, and what is the family's own.
  private static func quantities(
    of family: Family, truth: Family.Member
  ) -> [Observable<Family>] {
    // A table of a thousand symbols would hide what it says.
    let statistics =
      family.dimension > widest
      ? []
      : family.statisticNames.enumerated().map { a, name in
        Observable<Family>(name: name) { $0.meanParameter[a] }
      }
    return statistics + [
      Observable(name: "entropy") { family.entropy(of: $0) },
      Observable(name: "kl_truth_model") { family.klDivergence(from: truth, to: $0) },
      Observable(name: "kl_model_truth") { family.klDivergence(from: $0, to: truth) },
    ] + family.observables
  }

  /// What would not fit, or could not work, is said before anything runs.
  private func checkSizes(_ fields: Fields) throws(DefinitionError) {
    let largest = min(
      family.largestDraw(from: truth), family.largestDraw(from: start.member))
    guard samples <= largest else {
      throw fields.error(
        "samples", "\(samples)",
        allowed: "at most \(largest), so that sums stay exact in double precision")
    }
    let least = estimator.needsEstimate ? family.leastSamples : 1
    guard samples + policy.external >= least else {
      throw fields.error(
        "samples", "\(samples)",
        allowed: "at least \(least), because fewer points have no maximum-likelihood estimate")
    }
    let points =
      (Double(samples) * (policy.drawsPoints ? Double(family.pointSize) : 1)
        + (family.drawsPoints ? Double(policy.external) : 0))
      * (policy.keepsPoints ? Double(max(1, generations)) : 1)
      + (policy.keepsPoints ? Double(start.points ?? 0) * Double(family.pointSize) : 0)
    guard !(policy.drawsPoints || family.drawsPoints) || points <= 1e8 else {
      throw fields.error(
        policy.keepsPoints ? "samples × generations" : "samples", DefinitionError.plain(points),
        allowed: "at most 100000000 here, where points are handled one by one")
    }
    let cells =
      Double(quantities.count) * Double(schedule.generations.count) * Double(blocks)
    guard cells <= 1e9 else {
      throw fields.error(
        "record", "\(schedule.generations.count) generations",
        allowed: "fewer of them, so that results fit in memory")
    }
  }
}
