import ClosedLoop
import Foundation

/// The natural logarithm; where trajectories depend on one, PortableMath has one that is the same
/// everywhere.
func logarithm(_ x: Double) -> Double { log(x) }

let family = Rayleigh()
let truth = family.member(at: -1)
let samples = 50
let replicates = 2000

/// The mean of a function of the model after `generations`, over all replicates.
func mean<P: DataPolicy, E: Estimator>(
  _ policy: P, _ estimator: E, after generations: Int, of value: (P.Family.Member) -> Double
) throws -> Double where P.Family == Rayleigh, E.Family == Rayleigh {
  let loop = RetrainingLoop(
    family: family, samples: samples, policy: policy, estimator: estimator)
  let key = StreamKey(rootSeed: 7).child("your family")
  var sum = 0.0
  for replicate in 0..<replicates {
    var chain = loop.chain(
      from: truth, streams: ReplicateStreams(key: key, replicate: replicate))
    try chain.advance(to: generations)
    sum += value(chain.model)
  }
  return sum / Double(replicates)
}

// Any policy, and any estimator: all they know of the family is what it says of itself.
let closed = try mean(Replace<Rayleigh>(), MaximumLikelihood(), after: 200) {
  family.entropy(of: $0)
}
let anchored = try mean(
  ExternalData<Rayleigh>(.fresh(count: 1, truth: truth)), MaximumLikelihood(), after: 200
) { family.entropy(of: $0) }
let penalised = try mean(
  Replace<Rayleigh>(),
  MaximumAPosteriori(prior: GaussianPrior<Rayleigh>(mean: -1, penalty: 0.25)), after: 200
) { family.entropy(of: $0) }

// One statistic costs half a nat in M generations, whatever the family.
let expected = 1 - 0.5 * 200 / Double(samples)
print("entropy of the truth               \(family.entropy(of: truth))")
print("closed, after 4M generations       \(closed), expected about \(expected)")
print("with one fresh point a generation  \(anchored)")
print("with the penalty ¼(θ + 1)²         \(penalised)")

// And what the loop with a point settles on, as M → ∞: the conjugate density.
let law = try StationaryLaw(
  family: family, prior: FlatPrior(), external: SufficientStatistics(sum: 1, count: 1))
print("\(law.reason)")

guard abs(closed - expected) < 0.2, anchored > closed, penalised > closed else {
  print("this is not what theory says")
  exit(1)
}
