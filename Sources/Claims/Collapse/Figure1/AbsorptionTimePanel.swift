import Documents
import Families
import Loop
import Randomness
import Theory

/// Figure 1b: the absorption time in units of NM, beside its exact laws.
struct AbsorptionTimePanel {
  let definition: Figure1Definition.AbsorptionTimes
  let key: StreamKey

  /// Relative cost of one generation and of one multiplication of the exact chain.
  private static let multiplication = 0.02

  private var loops: [SpinLoop] {
    definition.spins.flatMap { n in
      definition.samples.map { m in SpinLoop(spins: n, samples: m) }
    }
  }

  private var p: Double { (1 + definition.start) / 2 }

  private func replicateWork(_ loop: SpinLoop) -> Double {
    min(Double(definition.generations), 1.4 * Double(loop.population))
  }

  /// Populations whose exact law is affordable, each once.
  private var exactPopulations: [Int] {
    Set(loops.map(\.population)).filter { $0 <= definition.exactLawUpTo }.sorted()
  }

  private func exactLawWork(_ population: Int) -> Double {
    let n = Double(population)
    return Self.multiplication * n * n / 4 * n * definition.maximumScaledTime
  }

  private func exactMeanWork(_ population: Int) -> Double {
    let n = Double(population)
    return Self.multiplication * n * n * n / 12
  }

  var work: Double {
    let simulation = loops.reduce(0) { sum, loop in
      sum + Double(definition.replicates) * replicateWork(loop)
    }
    let means = Set(loops.map(\.population)).filter { $0 <= definition.exactMeanUpTo }
    return simulation + exactPopulations.reduce(0) { $0 + exactLawWork($1) }
      + means.reduce(0) { $0 + exactMeanWork($1) }
  }

  private var scaledTimes: [Double] {
    (0...definition.steps).map {
      definition.maximumScaledTime * Double($0) / Double(definition.steps)
    }
  }

  func tables(_ context: RunContext) throws -> [Table] {
    let times = try loops.map { try absorptionTimes(of: $0, context) }
    let laws = try exactLaws(context)
    return [empirical(times), limit(), exact(laws), try means(times, laws, context)]
  }

  /// Absorption times of all replicates, sorted; `nil` where the horizon came first.
  private func absorptionTimes(of loop: SpinLoop, _ context: RunContext) throws -> [Int?] {
    let start = loop.family.member(magnetisation: definition.start)
    return try loop.ensemble(from: start, key: loop.key(under: key))
      .replicates(definition.replicates, work: replicateWork(loop), context) { chain -> Int? in
        switch try chain.runUntilAbsorbed(horizon: definition.generations) {
        case .absorbed(let generation, _): return generation
        case .censored: return nil
        }
      }
      .sorted { $0 ?? .max < $1 ?? .max }
  }

  /// The empirical distribution functions; a curve stops at the horizon, beyond which it is not
  /// known.
  private func empirical(_ times: [[Int?]]) -> Table {
    var table = Table(name: "fig1b", columns: ["spins", "samples", "scaled_time", "cdf"])
    for (loop, times) in zip(loops, times) {
      var absorbed = 0
      for τ in scaledTimes {
        let generation = Self.generation(at: τ, population: loop.population)
        guard generation <= definition.generations || times.last! != nil else { break }
        while absorbed < times.count, let time = times[absorbed], time <= generation {
          absorbed += 1
        }
        table.append([
          .integer(loop.family.spins), .integer(loop.samples), .number(τ),
          .number(Double(absorbed) / Double(times.count)),
        ])
      }
    }
    return table
  }

  /// The limit law, X2.
  private func limit() -> Table {
    Table(
      name: "fig1b-limit", columns: ["scaled_time", "cdf"],
      rows: scaledTimes.map { τ in
        [.number(τ), .number(WrightFisherDiffusion.absorptionTimeDistribution(at: τ, from: p))]
      })
  }

  /// `P(T ≤ t)` for t = 0, 1, … up to the last tabulated time, by population NM.
  private func exactLaws(_ context: RunContext) throws -> [Int: [Double]] {
    let horizon = definition.maximumScaledTime
    let laws = try Replicates(count: exactPopulations.count, threads: context.threads).map {
      let population = exactPopulations[$0]
      let law = WrightFisherChain(population: population).absorptionTimeDistribution(
        from: p, generations: Self.generation(at: horizon, population: population))
      context.meter.complete(exactLawWork(population))
      return law
    }
    return Dictionary(uniqueKeysWithValues: zip(exactPopulations, laws))
  }

  /// The exact laws at finite NM.
  private func exact(_ laws: [Int: [Double]]) -> Table {
    var table = Table(name: "fig1b-exact", columns: ["population", "scaled_time", "cdf"])
    for population in exactPopulations {
      for τ in scaledTimes {
        let cdf = laws[population]![Self.generation(at: τ, population: population)]
        table.append([.integer(population), .number(τ), .number(cdf)])
      }
    }
    return table
  }

  /// Mean absorption times: exact, measured and in the limit, in units of NM; and the largest
  /// distance between the exact law and the limit.
  private func means(_ times: [[Int?]], _ laws: [Int: [Double]], _ context: RunContext) throws
    -> Table
  {
    var exact: [Int: Double] = [:]
    for population in Set(loops.map(\.population)).sorted()
    where population <= definition.exactMeanUpTo {
      let mean = try WrightFisherChain(population: population).meanAbsorptionTime(from: p)
      exact[population] = mean / Double(population)
      context.meter.complete(exactMeanWork(population))
    }
    var table = Table(
      name: "fig1b-mean",
      columns: [
        "spins", "samples", "population", "exact", "measured", "standard_error", "limit",
        "distance",
      ])
    for (loop, times) in zip(loops, times) {
      let (mean, error) = Self.mean(of: times)
      let n = Double(loop.population)
      table.append([
        .integer(loop.family.spins), .integer(loop.samples), .integer(loop.population),
        .number(exact[loop.population] ?? .nan), .number(mean / n), .number(error / n),
        .number(WrightFisherDiffusion.meanAbsorptionTime(from: p)),
        .number(
          laws[loop.population].map {
            WrightFisherDiffusion.distance(to: $0, population: loop.population, from: p)
          } ?? .nan),
      ])
    }
    return table
  }

  /// Mean and standard error; neither exists for a censored sample.
  private static func mean(of times: [Int?]) -> (mean: Double, error: Double) {
    let known = times.compactMap { $0.map(Double.init) }
    guard known.count == times.count, known.count > 1 else { return (.nan, .nan) }
    let count = Double(known.count)
    let mean = known.reduce(0, +) / count
    let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return (mean, (variance / count).squareRoot())
  }

  /// The last generation at or before scaled time τ; rounding in τ·NM must not lose one.
  private static func generation(at τ: Double, population: Int) -> Int {
    Int((τ * Double(population) * (1 + 1e-12)).rounded(.down))
  }
}
