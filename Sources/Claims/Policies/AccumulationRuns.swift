import Families
import Foundation
import Loop
import Theory

/// Simulations of pools that grow, against their exact laws.
struct AccumulationRuns {
  let replicates: Int
  /// Replicates that are trained on points chosen from a pool.
  let subsamples: Int
  let seed: UInt64
  /// Of each check.
  let falseAlarm: Double
  let context: RunContext

  /// `V(model)/V(truth)` at some generations, a bounded variable with the variance of the exact law; the last
  /// generation first.
  func spins(
    _ program: some LoopProgram<IndependentSpins>, _ choice: Accumulation.Choice, samples: Int,
    truth: Double, at generations: [Int], _ name: String
  ) throws -> [Check] {
    let case_ = LoopCase(
      program.loop(family: IndependentSpins(spins: 1), samples: samples), p: truth,
      claim: "\(AccumulationClaim.id) \(choice)", seed: seed)
    // Points chosen from a pool are drawn one by one.
    let replicates = choice == .all ? replicates : subsamples
    let runs = try case_.runs.replicates(replicates, context) { chain in
      try generations.map { t in
        try chain.advance(to: t)
        return chain.model.up * chain.model.down / (truth * (1 - truth))
      }
    }
    let expected: [Double] = Accumulation.heterozygosity(
      choice, samples: samples, generations: generations.last!)
    var law = PoolLaw<Double>(samples: samples, choice: choice, truth: truth)
    let largest = 0.25 / (truth * (1 - truth))
    return generations.enumerated().map { index, t in
      while law.generation < t { law.advance() }
      let square = law.expectation { x in
        let left = x * (1 - x) / (truth * (1 - truth))
        return left * left
      }
      return .mean(
        "\(name) after \(t) generations, \(case_.description)", of: runs.map { $0[index] },
        prediction: expected[t], variance: square - expected[t] * expected[t],
        deviation: max(expected[t], largest - expected[t]), falseAlarm: falseAlarm)
    }.reversed()
  }

  /// The fraction of runs alive after 20 generations: those whose real points were not all alike.
  func alive(
    _ program: some LoopProgram<IndependentSpins>, samples: Int, truth: Double
  ) throws -> Check {
    let case_ = LoopCase(
      program.loop(family: IndependentSpins(spins: 1), samples: samples), p: truth,
      claim: "\(AccumulationClaim.id) alive", seed: seed)
    let alive = try case_.runs.models(at: 20, replicates, context) { !$0.isAbsorbed }
    let (up, down) = (pow(truth, Double(samples)), pow(1 - truth, Double(samples)))
    return .frequency(
      "fraction alive after 20 generations, \(case_.description)", of: alive.count { $0 },
      in: replicates, prediction: 1 - up - down, falseAlarm: falseAlarm)
  }

  /// The mean of a Gaussian of known variance, which is normal at every generation.
  func gaussian(
    _ program: some LoopProgram<GaussianKnownVariance>, samples: Int, generation: Int
  ) throws -> Check {
    let family = GaussianKnownVariance(variance: 2)
    let case_ = LoopCase(
      program.loop(family: family, samples: samples), from: family.member(mean: 1),
      "Gaussian, M = \(samples)", claim: AccumulationClaim.id, seed: seed)
    let means = try case_.runs.models(at: generation, replicates, context) { $0.mean }
    let variance =
      family.variance / Double(samples)
      * Accumulation.gaussianVariance(generations: generation).last!
    func law(_ mean: Double) -> Double { 0.5 * erfc(-(mean - 1) / (2 * variance).squareRoot()) }
    return .distance(
      "distance of the mean to its exact law after \(generation) generations, \(case_.description)",
      of: means, falseAlarm: falseAlarm, below: law, upTo: law)
  }
}
