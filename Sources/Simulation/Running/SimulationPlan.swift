import Documents
import Families
import Loop
import Randomness

/// All of a simulation but the types of its policy and estimator.
struct SimulationPlan<Family: SimulatedFamily>: Sendable {
  let family: Family
  let truth: Family.Member
  let start: StartChoice<Family>
  let samples: Int
  let policy: PolicyChoice<Family>
  let estimator: EstimatorChoice<Family>
  let generations: Int
  /// The most points that one model is asked for.
  var largestDraw: Int { policy.isImpure ? samples + policy.external : samples }
  let replicates: Int
  let schedule: Schedule
  /// Whether, and since when, an absorbed model stays so forever.
  let absorption: AbsorptionRule
  /// Whether the table ends where all replicates are absorbed.
  let stopsAbsorbed: Bool
  /// Whether each replicate's end is kept.
  var recordsEnds: Bool
  let key: StreamKey
  /// Replicates are put together in blocks of this many, whatever the number of threads.
  static var block: Int { 16 }
  var blocks: Int { (replicates + Self.block - 1) / Self.block }
  /// The most statistics that have columns of their own.
  static var widest: Int { 32 }
  /// The columns.
  let quantities: [Observable<Family>]
}

/// Where replicates start.
struct StartChoice<Family: SimulatedFamily>: Sendable {
  /// The member, or the one that the first sample is drawn from.
  let member: Family.Member
  /// How many points each replicate's first model is fitted to, if it is.
  let points: Int?

  /// Reads `start`: a member, or a `sample` of so many points of the truth; the truth unless given.
  init(
    _ fields: inout Fields, truth: Family.Member, family: Family
  ) throws(DefinitionError) {
    guard var choice = try fields.object("start") else {
      (member, points) = (truth, nil)
      return
    }
    let least = family.leastSamples
    let most = min(
      family.drawsPoints ? 100_000_000 : 1_000_000_000_000, family.largestDraw(from: truth))
    if choice.isKind("truth") {
      (member, points) = (truth, nil)
    } else if let count = try choice.optional("sample", in: least...max(least, most)) {
      (member, points) = (truth, count)
    } else {
      (member, points) = (try family.member(&choice, standard: truth), nil)
    }
    try choice.finish()
  }
}
