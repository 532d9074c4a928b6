import Randomness

/// Where closed loops that start as the observed one go: quantiles of a number at each generation.
public struct ClosedLoopBand: Sendable, Hashable, Codable {
  /// Generations of the history.
  public let generations: [Int]
  /// What the history has, one value a generation.
  public let observed: [Double]
  /// Quantile `(1 − coverage)/2` at each generation alone.
  public let lower: [Double]
  /// The median.
  public let median: [Double]
  /// Quantile `(1 + coverage)/2`.
  public let upper: [Double]
}

extension SymbolHistory {
  /// Bands of `measures` in closed loops of maximum likelihood that start at the first generation and have as many rows
  /// as each observed one.
  ///
  /// - Parameters:
  ///   - measures: numbers of a generation, one band each.
  ///   - loops: how many are simulated.
  ///   - coverage: probability to be inside, at one generation.
  ///   - seed: of the simulated loops.
  public func closedLoopBands(
    of measures: [LoopMeasure], loops: Int = 400, coverage: Double = 0.95, seed: UInt64 = 1
  ) -> [ClosedLoopBand] {
    let path = LoopPath(self)
    let simulator = LoopSimulator(
      path, pull: 0, dispersion: 1, key: StreamKey(rootSeed: seed).child(column).child("band"))
    var values = Array(
      repeating: Array(repeating: [Double](), count: generations.count), count: measures.count)
    for replicate in 0..<loops {
      let loop = simulator.loop(replicate)
      for (m, measure) in measures.enumerated() {
        for (t, value) in loop.values(of: measure).enumerated() { values[m][t].append(value) }
      }
    }
    return measures.indices.map { m in
      let sorted = values[m].map { $0.sorted() }
      func quantile(_ p: Double) -> [Double] {
        sorted.map { $0[min($0.count - 1, max(0, Int((p * Double($0.count)).rounded(.down))))] }
      }
      return ClosedLoopBand(
        generations: generations, observed: path.values(of: measures[m]),
        lower: quantile(0.5 * (1 - coverage)), median: quantile(0.5),
        upper: quantile(0.5 * (1 + coverage)))
    }
  }
}

extension LoopPath {
  /// One value for each observation.
  func values(of measure: LoopMeasure) -> [Double] {
    (0...steps).map { t in
      measure.value(shares[(t * symbols)..<((t + 1) * symbols)], truth: truth)
    }
  }
}
