import PortableMath
import Theory

/// When a closed loop loses a symbol: the chain `k′ ~ Binomial(n, k/n)` of its count.
public struct LossTimes: Sendable {
  /// n ≥ 1, the effective size of the drift.
  public let size: Double
  /// Chains of more states than this are carried over from one of so many, in units of n generations.
  static let largestChain = 120

  /// Losses in a closed loop of effective size `size`, taken for 10⁹ where it is larger.
  public init(size: Double) { self.size = min(max(1, size), 1e9) }

  /// The first generations in which symbols of the given shares are lost with the given probabilities at least.
  ///
  /// Exact up to 120 rows. Above, the chain of 120 with time in units of n; where the answer is below 10 of its
  /// generations the symbol is rare, and each of its rows has its own descendants: `P(lost by t) = exp(−n x g_t)`,
  /// `g_1 = 1`, `g_{k+1} = 1 − exp(−g_k)`. The probability at the answer is right to 0.01.
  ///
  /// - Parameters:
  ///   - shares: x in [0, 1].
  ///   - probabilities: in (0, 1).
  /// - Returns: generations from now, shares × probabilities; `nil` where the symbol survives with a larger
  ///   probability, which tends to x.
  public func generations(shares: [Double], probabilities: [Double]) -> [[Double?]] {
    let states = min(Self.largestChain, Int(size.rounded()))
    let unit = size > Double(Self.largestChain) ? size / Double(states) : 1
    var result = shares.map { share in
      probabilities.map { probability -> Double? in
        if share <= 0 { return 0 }
        guard unit > 1, let early = rareLoss(share, probability), early < 10 * unit else {
          return nil
        }
        return early
      }
    }
    var open: [(share: Int, probability: Int)] = []
    for s in shares.indices {
      for (p, probability) in probabilities.enumerated()
      where result[s][p] == nil && 1 - shares[s] > probability { open.append((s, p)) }
    }
    guard !open.isEmpty else { return result }
    let chain = WrightFisherChain(population: states)
    let transitions = chain.transitions
    let rows = shares.map { chain.samplingProbabilities(at: $0) }
    var lost = (0...states).map { $0 == 0 ? 1.0 : 0 }
    var before = [Double](repeating: 0, count: shares.count)
    // Ten n generations leave two symbols with probability e^−10.
    for t in 1...(10 * states) {
      let now = rows.map { row in zip(row, lost).reduce(0) { $0 + $1.0 * $1.1 } }
      open.removeAll { s, p in
        let probability = probabilities[p]
        guard now[s] >= probability else { return false }
        // Inside a generation of the small chain are many of the large one.
        let part = unit > 1 ? (probability - before[s]) / (now[s] - before[s]) : 1
        result[s][p] = carried(Double(t - 1) + part, unit).rounded(.up)
        return true
      }
      if open.isEmpty { break }
      before = now
      lost = transitions.expectation(of: lost)
    }
    return result
  }

  /// A time of the small chain in generations of n rows.
  ///
  /// Losses of single rows come earlier than in the diffusion, by `⅓ ln t + 0.8` generations: `g_t = 2/(t + ⅓ ln t + 0.8)`.
  private func carried(_ time: Double, _ unit: Double) -> Double {
    guard unit > 1 else { return time }
    func lead(_ t: Double) -> Double { log(max(t, 1)) / 3 + 0.8 }
    let diffusion = unit * (time + lead(time))
    return max(1, diffusion - lead(diffusion))
  }

  /// The loss of a rare symbol; `nil` where it takes longer than n/10 generations.
  private func rareLoss(_ share: Double, _ probability: Double) -> Double? {
    let needed = -log(probability) / (size * share)
    var (g, t) = (1.0, 1.0)
    while g > needed {
      guard t <= 0.1 * size + 1 else { return nil }
      g = -expm1(-g)
      t += 1
    }
    return t
  }
}
