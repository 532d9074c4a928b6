import Documents
import Families
import Loop
import NumericalMethods
import Randomness

/// Figure 1c: the probability to end all up against the start.
struct FinalStatePanel {
  let definition: Figure1Definition.FinalStates
  let key: StreamKey

  private var loops: [SpinLoop] {
    definition.samples.map { SpinLoop(spins: definition.spins, samples: $0) }
  }

  private func replicateWork(_ loop: SpinLoop) -> Double {
    min(Double(definition.generations), Double(loop.population))
  }

  var work: Double {
    let runs = Double(definition.replicates * definition.starts.count)
    return loops.reduce(0) { $0 + runs * replicateWork($1) }
  }

  func table(_ context: RunContext) throws -> Table {
    var table = Table(
      name: "fig1c", columns: ["samples", "start", "probability", "lower", "upper"])
    for loop in loops {
      for start in definition.starts {
        let (up, censored) = try finalStates(of: loop, from: start, context)
        let interval = FinalStatePanel.interval(
          up: up, censored: censored, replicates: definition.replicates,
          confidence: definition.confidence)
        table.append([
          .integer(loop.samples), .number(start),
          // With runs unfinished the frequency is not known; its bounds are.
          .number(censored > 0 ? .nan : Double(up) / Double(definition.replicates)),
          .number(interval.lowerBound), .number(interval.upperBound),
        ])
      }
    }
    return table
  }

  /// An exact interval; runs that the horizon cut off may have gone either way, so they count
  /// against the lower bound and for the upper one.
  static func interval(
    up: Int, censored: Int, replicates: Int, confidence: Double
  ) -> ClosedRange<Double> {
    let lower = BinomialCount(successes: up, trials: replicates)
      .confidenceInterval(falseAlarm: 1 - confidence).lowerBound
    let upper = BinomialCount(successes: up + censored, trials: replicates)
      .confidenceInterval(falseAlarm: 1 - confidence).upperBound
    return lower...upper
  }

  private func finalStates(
    of loop: SpinLoop, from start: Double, _ context: RunContext
  ) throws -> (up: Int, censored: Int) {
    let model = loop.family.member(magnetisation: 2 * start - 1)
    let key = loop.key(under: key).child("start=\(start)")
    let ends = try loop.ensemble(from: model, key: key)
      .replicates(definition.replicates, work: replicateWork(loop), context) { chain in
        try chain.runUntilAbsorbed(horizon: definition.generations)
      }
    var up = 0
    var censored = 0
    for end in ends {
      switch end {
      case .absorbed(_, let model): up += model.face == .allUp ? 1 : 0
      case .censored: censored += 1
      }
    }
    return (up, censored)
  }
}
