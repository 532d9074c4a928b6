import Families
import NumericalMethods

/// Independent spins under maximum likelihood with external data: the exact chain at finite M.
///
/// Of `n = N(M + m)` spins in a training set, NM are the loop's own and Nm come from outside. With k
/// of the own and b of the external spins up, the next frequency is `(k + b)/n`, where k is binomial;
/// b is fixed, or binomial with the truth's frequency.
public struct AnchoredSpinsChain: SpinChain {
  /// N.
  public let spins: Int
  /// M ≥ 1.
  public let samples: Int
  /// The external points of a generation.
  public let external: External

  /// External points: the number of spins up among them all, or the truth's frequency of up.
  public enum External: Sendable, Equatable {
    /// The same Nm spins in every generation, `up` of them up.
    case fixed(points: Int, up: Int)
    /// Fresh points from independent spins that are up with probability `frequency`.
    case fresh(points: Int, frequency: Double)

    var points: Int {
      switch self {
      case .fixed(let points, _), .fresh(let points, _): points
      }
    }
  }

  /// The chain of N = `spins` spins and M = `samples` samples.
  public init(spins: Int, samples: Int, external: External) {
    precondition(spins >= 1 && samples >= 1 && external.points >= 0, "no negative sizes")
    self.spins = spins
    self.samples = samples
    self.external = external
  }

  /// `n = N(M + m)`: frequencies are multiples of 1/n.
  public var size: Int { spins * (samples + external.points) }

  /// m and x₀ = E b/(Nm): weight and mean of what comes from outside.
  private var anchor: (points: Double, frequency: Double) {
    switch external {
    case .fixed(let points, let up):
      (Double(points), points > 0 ? Double(up) / Double(spins * points) : 0)
    case .fresh(let points, let frequency): (Double(points), frequency)
    }
  }

  /// The mean of the stationary law, `x₀`.
  public var stationaryMean: Double { anchor.frequency }

  /// The variance of the stationary law, exactly, at every M.
  ///
  /// The mean relaxes by M/(M + m) a generation, and `E x(1 − x)` closes on itself. For fresh points
  /// `V₀(M + m)/(N(2Mm + m²) + M)`; fixed points lack the noise of the external ones.
  public var stationaryVariance: Double {
    let (m, x0) = anchor
    let (n, s) = (Double(spins), Double(samples))
    let v0 = x0 * (1 - x0)
    // V (M + m)² = M² V + (M/N)(V₀ − V) + noise of the external points
    let noise: Double =
      switch external {
      case .fixed: 0
      case .fresh: m * v0 / n
      }
    return (s * v0 / n + noise) / (2 * s * m + m * m + s / n)
  }

  /// k/n.
  public func frequency(_ k: Int) -> Double { Double(k) / Double(size) }

  /// The law of the count of all spins up, the loop's own and those from outside.
  public func countProbabilities(from p: Double) -> [Double] {
    let own = WrightFisherChain(population: spins * samples).samplingProbabilities(at: p)
    switch external {
    case .fixed(let points, let up):
      let outside = spins * points
      return [Double](repeating: 0, count: up) + own
        + [Double](repeating: 0, count: outside - up)
    case .fresh(let points, let frequency):
      if points == 0 { return own }
      let outside = WrightFisherChain(population: spins * points)
        .samplingProbabilities(at: frequency)
      var row = [Double](repeating: 0, count: size + 1)
      for (b, weight) in outside.enumerated() where weight > 0 {
        for (k, probability) in own.enumerated() { row[k + b] += weight * probability }
      }
      return row
    }
  }

  /// The probability to be at frequency 0 or 1 after t = 0 … `generations`, from frequency `p`.
  public func boundaryProbabilities(from p: Double, generations: Int) -> [Double] {
    let start = p == 0 || p == 1 ? 1.0 : 0
    if generations == 0 { return [start] }
    return [start]
      + transitions.probabilities(
        of: (0...size).map { $0 == 0 || $0 == size }, from: countProbabilities(from: p),
        generations: generations - 1)
  }

  /// `max |P(x ≤ y) − limit(y)|` over all y, between the stationary law and its limit.
  ///
  /// - Throws: ``FiniteChainError/severalEnds(states:)`` if there is no unique stationary law.
  public func distanceToLimit() throws -> Double {
    FiniteChain.distance(of: try stationaryProbabilities()) {
      limitDistribution(at: Double($0) / Double(size))
    }
  }

  /// The limit law of the frequency as M → ∞: Beta(2Nmx₀, 2Nm(1 − x₀)), X6.
  ///
  /// - Returns: both shape parameters; one of them is 0 where there is no such law.
  public var limitShapes: (up: Double, down: Double) {
    let (m, x0) = anchor
    return (2 * Double(spins) * m * x0, 2 * Double(spins) * m * (1 - x0))
  }

  /// `P(x ≤ value)` under the limit law, which must exist.
  public func limitDistribution(at value: Double) -> Double {
    ContinuousLaw.betaCumulative(limitShapes.up, limitShapes.down, at: value)
  }

  /// The variance of the limit law.
  public var limitVariance: Double {
    let (a, b) = limitShapes
    return a * b / ((a + b) * (a + b) * (a + b + 1))
  }
}
