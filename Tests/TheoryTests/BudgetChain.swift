import Theory

/// The loop of ``AnchoredShare`` as a dense chain on both counts, for small M and K: nothing in it is clever.
struct BudgetChain {
  let share: AnchoredShare
  /// The share of a training set with i synthetic and j real points that have the value.
  let shares: [Double]
  let transitions: FiniteChain

  init(_ share: AnchoredShare) {
    let (m, k) = (share.samples, share.points)
    let total = Double(m) + share.weight * Double(k)
    let shares = (0...m).flatMap { i in
      (0...k).map { j in (Double(i) + share.weight * Double(j)) / total }
    }
    (self.share, self.shares) = (share, shares)
    // Rounding may leave a share beyond 1.
    transitions = FiniteChain(states: shares.count) { Self.row(share, from: min(1, shares[$0])) }
  }

  /// The law of the next training set from a model with the share x.
  static func row(_ share: AnchoredShare, from x: Double) -> [Double] {
    let own = binomial(share.samples, x)
    let real = binomial(share.points, share.truth)
    return own.flatMap { a in real.map { a * $0 } }
  }

  private static func binomial(_ n: Int, _ p: Double) -> [Double] {
    n == 0 ? [1] : WrightFisherChain(population: n).samplingProbabilities(at: p)
  }

  func stationaryLaw() throws -> [Double] { try transitions.stationaryLaw() }

  /// The law of generation t ≥ 1.
  func law(after generations: Int, from start: Double) -> [Double] {
    transitions.law(after: generations - 1, from: Self.row(share, from: start))
  }

  func mean(_ law: [Double], _ f: (Double) -> Double) -> Double {
    zip(law, shares).reduce(0) { $0 + $1.0 * f($1.1) }
  }
}

/// Seeds that a case may be repeated with.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
