import Families
import Loop
import Theory

/// Simulated absorption times of independent spins, for the claims that lay them beside exact laws.
struct AbsorptionTimes: Sendable {
  /// Names the case in checks.
  let description: String
  /// n = NM.
  let population: Int
  /// One for each replicate.
  let times: [Int]

  /// The times of `replicates` runs, which all end by the horizon but with a probability of 1e−12.
  init<P, E>(
    of spins: LoopCase<P, E>, called description: String, replicates: Int, _ context: RunContext
  ) throws where P: ClosedDataPolicy, P.Family == IndependentSpins {
    let horizon = IndependentSpinsTheory.absorptionHorizon(
      population: spins.population, from: spins.p, exceptWith: 1e-12 / Double(replicates))
    self.description = description
    population = spins.population
    times = try spins.runs.replicates(replicates, context) { chain in
      _ = try chain.runUntilAbsorbed(horizon: horizon)
      return chain.generation
    }
  }

  /// The distance of their distribution function to an exact one.
  func distance(toLaw law: [Double], falseAlarm: Double) -> Check {
    Check.distance(
      "distance to the exact law, \(description)", of: times, cumulative: law,
      falseAlarm: falseAlarm)
  }

  /// The mean of min(T, h)/n against the exact law, h its last generation: a bounded variable.
  func mean(law: [Double], falseAlarm: Double) -> Check {
    let n = Double(population)
    let horizon = law.count - 1
    // E min(T, h) = Σ P(T > t) and E min(T, h)² = Σ (2t + 1) P(T > t), over t < h.
    let survival = law.dropLast().map { 1 - $0 }
    let expected = survival.reduce(0, +) / n
    let square = survival.enumerated().reduce(0) { $0 + Double(2 * $1.offset + 1) * $1.element }
    let variance = square / (n * n) - expected * expected
    return Check.mean(
      "mean absorption time, \(description)", of: times.map { Double(min($0, horizon)) / n },
      prediction: expected, variance: variance, deviation: Double(horizon) / n,
      falseAlarm: falseAlarm)
  }
}

extension WrightFisherChain {
  /// `P(T ≤ t)` for t = 0 … `scaledTime`·n, from frequency `p`.
  static func absorptionLaw(population: Int, from p: Double = 0.5, scaledTime: Int) -> [Double] {
    WrightFisherChain(population: population).absorptionTimeDistribution(
      from: p, generations: scaledTime * population)
  }

  /// How much `−2n[p ln p + (1 − p) ln(1 − p)] − E T` grows from n = `population` to twice that.
  static func growthOfMeanDeficit(population: Int, from p: Double) throws -> Double {
    let deficits = try [population, 2 * population].map { n in
      let limit = WrightFisherDiffusion.meanAbsorptionTime(from: p)
      return Double(n) * limit - (try WrightFisherChain(population: n).meanAbsorptionTime(from: p))
    }
    return deficits[1] - deficits[0]
  }
}
