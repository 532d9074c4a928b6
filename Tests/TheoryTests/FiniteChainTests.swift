import Families
import Foundation
import NumericalMethods
import Testing
import _TestSupport
import Theory

/// Chains of a few states against dense linear algebra, and chains of many against closed forms.
@Suite(.inTurn(.other)) struct FiniteChainTests {
  /// Every kind of chain, small enough for dense solves.
  static let kernels: [(name: String, chain: any SpinChain)] = [
    ("closed", WrightFisherChain(population: 23)),
    (
      "fresh",
      AnchoredSpinsChain(spins: 1, samples: 20, external: .fresh(points: 3, frequency: 0.2))
    ),
    ("fixed", AnchoredSpinsChain(spins: 2, samples: 10, external: .fixed(points: 3, up: 2))),
    ("at the edge", AnchoredSpinsChain(spins: 1, samples: 9, external: .fixed(points: 2, up: 0))),
    ("field", BetaPriorChain(population: 25, prior: BetaPrior(up: 2, down: 0.5, in: .natural))),
    ("mean", BetaPriorChain(population: 12, prior: BetaPrior(up: 0.5, down: 0.5, in: .mean))),
    ("posterior", PosteriorSamplingChain(population: 30, prior: (0.5, 1.5))),
    ("tilt", TiltedChain(samples: 17, odds: 1.4)),
    ("matched", MatchedWeightsChain(samples: 6, truth: 0.3)),
  ]

  static func dense(_ chain: any SpinChain) -> [[Double]] {
    (0...chain.size).map(chain.countProbabilities(after:))
  }

  /// π(I − P) = 0 with one equation replaced by Σπ = 1.
  static func denseStationaryLaw(_ rows: [[Double]]) throws -> [Double] {
    let count = rows.count
    let system = DenseMatrix(rows: count, columns: count) { i, j in
      i == count - 1 ? 1 : (i == j ? 1 : 0) - rows[j][i]
    }
    let right = DenseMatrix(rows: count, columns: 1) { i, _ in i == count - 1 ? 1 : 0 }
    return try solve(system, right).entries
  }

  @Test(arguments: kernels.indices)
  func rowsAreProbabilities(index: Int) {
    let (name, chain) = Self.kernels[index]
    for row in Self.dense(chain) {
      #expect(abs(row.reduce(0, +) - 1) < 1e-13, "\(name)")
      #expect(row.allSatisfy { $0 >= 0 }, "\(name)")
    }
  }

  @Test(arguments: kernels.indices)
  func stationaryLawsAgreeWithDenseSolves(index: Int) throws {
    let (name, chain) = Self.kernels[index]
    if ["closed", "mean", "tilt", "matched"].contains(name) {
      #expect(throws: FiniteChainError.severalEnds(states: chain.size + 1)) {
        try chain.stationaryProbabilities()
      }
    } else {
      let law = try chain.stationaryProbabilities()
      for (a, b) in zip(law, try Self.denseStationaryLaw(Self.dense(chain))) {
        #expect(abs(a - b) < 1e-13, "\(name)")
      }
      // One generation leaves it where it is.
      for (a, b) in zip(law, chain.transitions.next(law)) {
        #expect(abs(a - b) < 1e-14, "\(name)")
      }
    }
  }

  @Test(arguments: kernels.indices)
  func meanTimesAgreeWithDenseSolves(index: Int) throws {
    let (name, chain) = Self.kernels[index]
    let rows = Self.dense(chain)
    let isTarget = (0...chain.size).map { $0 == 0 || $0 == chain.size }
    // Fixed points of both kinds keep the loop off both ends.
    if name == "fixed" {
      #expect(throws: FiniteChainError.self) { try chain.transitions.meanTimes(to: isTarget) }
      return
    }
    let inner = (0...chain.size).filter { !isTarget[$0] }
    // One of the ends is out of reach here.
    let end = name == "at the edge" ? 0 : chain.size
    let system = DenseMatrix(rows: inner.count, columns: inner.count) { i, j in
      (i == j ? 1 : 0) - rows[inner[i]][inner[j]]
    }
    let right = DenseMatrix(rows: inner.count, columns: 2) { i, j in
      j == 0 ? 1 : rows[inner[i]][end]
    }
    let solution = try solve(system, right)
    let times = try chain.transitions.meanTimes(to: isTarget)
    let ends = try chain.transitions.probabilities(ofEndingAt: end, among: isTarget)
    #expect(times[0] == 0 && times[chain.size] == 0 && ends[end] == 1)
    for (i, k) in inner.enumerated() {
      #expect(abs(times[k] / solution[i, 0] - 1) < 1e-9, "\(name)")
      #expect(abs(ends[k] - solution[i, 1]) < 1e-11, "\(name)")
    }
  }

  /// The law of the time at which an end is reached sums to its mean.
  @Test(arguments: [0, 5, 7, 8])
  func lawsOfTimesHaveTheRightMean(index: Int) throws {
    let (name, chain) = Self.kernels[index]
    let alive = chain.alive(from: 0.4, generations: 4000)
    #expect(alive[0] == 1 && alive.last! < 1e-12)
    #expect(abs(alive.reduce(0, +) - (try chain.meanTimeToBoundary(from: 0.4))) < 1e-9, "\(name)")
    let law = chain.law(from: 0.4, generations: 7)
    #expect(abs(law.reduce(0, +) - 1) < 1e-12, "\(name)")
    let inside = law.enumerated().reduce(0.0) {
      let p = chain.frequency($1.offset)
      return $0 + (p > 0 && p < 1 ? $1.element : 0)
    }
    #expect(abs(inside - alive[7]) < 1e-14, "\(name)")
  }

  @Test func whatIsNeverReachedIsSaid() {
    // 0 ↔ 1, and 2 → 0 → …: the state 3 leads to itself only.
    let chain = FiniteChain(rows: [[0, 1, 0, 0], [1, 0, 0, 0], [0.5, 0, 0.5, 0], [0, 0, 0, 1]])
    #expect(throws: FiniteChainError.neverArrives(from: 3)) {
      try chain.meanTimes(to: [true, false, false, false])
    }
    #expect(throws: FiniteChainError.severalEnds(states: 4)) { try chain.stationaryLaw() }
    #expect(FiniteChainError.severalEnds(states: 4).description.contains("more than one way"))
    #expect(FiniteChainError.neverArrives(from: 3).description.contains("state 3"))
  }

  /// States that are left forever are found wherever they are, and periods do no harm.
  @Test func transientStatesHaveNoShare() throws {
    let chain = FiniteChain(rows: [
      [0.5, 0, 0.5, 0, 0], [0, 0, 0, 1, 0], [0, 1, 0, 0, 0], [0, 0.5, 0, 0, 0.5], [0, 1, 0, 0, 0],
    ])
    // 1 → 3 → 1 or 4 → 1.
    let law = try chain.stationaryLaw()
    #expect(law[0] == 0 && law[2] == 0)
    for (k, probability) in [(1, 0.4), (3, 0.4), (4, 0.2)] {
      #expect(abs(law[k] - probability) < 1e-15)
    }
  }

  // MARK: - Many states

  /// Mean, variance and limit of anchored spins at every size, the longest included.
  @Test(arguments: [(100, 0.5), (1000, 0.3), (4000, 0.5)])
  func anchoredSpinsHaveTheRightMoments(samples: Int, truth: Double) throws {
    let chain = AnchoredSpinsChain(
      spins: 1, samples: samples, external: .fresh(points: 1, frequency: truth))
    let law = try chain.stationaryProbabilities()
    let mean = law.enumerated().reduce(0) { $0 + $1.element * chain.frequency($1.offset) }
    let variance = law.enumerated().reduce(0) {
      $0 + $1.element * pow(chain.frequency($1.offset) - truth, 2)
    }
    #expect(abs(mean - truth) < 1e-12)
    #expect(abs(variance - chain.stationaryVariance) < 1e-12)
    #expect(try chain.distanceToLimit() < 3 / pow(Double(samples), min(0.6, 2 * truth)))
  }

  /// A chain whose law spans hundreds of orders of magnitude neither overflows nor loses the rest.
  @Test func strongAnchorsDoNotOverflow() throws {
    let chain = AnchoredSpinsChain(
      spins: 1, samples: 50, external: .fresh(points: 1000, frequency: 0.5))
    let law = try chain.stationaryProbabilities()
    let mean = law.enumerated().reduce(0) { $0 + $1.element * chain.frequency($1.offset) }
    let variance = law.enumerated().reduce(0) {
      $0 + $1.element * pow(chain.frequency($1.offset) - 0.5, 2)
    }
    #expect(abs(mean - 0.5) < 1e-12)
    #expect(abs(variance / chain.stationaryVariance - 1) < 1e-10)
  }

  /// Drawing from the posterior keeps the prior: the count is beta-binomial forever, at every size.
  @Test(arguments: [1, 2, 10, 300, 4000], [(0.5, 0.5), (1.0, 1.0), (3.0, 0.2)])
  func posteriorSamplingKeepsThePrior(population: Int, prior: (Double, Double)) throws {
    let chain = PosteriorSamplingChain(population: population, prior: (prior.0, prior.1))
    let exact = chain.exactStationaryLaw
    let law = try chain.stationaryProbabilities()
    for (a, b) in zip(law, exact) { #expect(abs(a - b) < 1e-12) }
    // Not shared with the code above: the Gamma functions of the beta-binomial law.
    let (a, b) = (prior.0, prior.1)
    func logBeta(_ a: Double, _ b: Double) -> Double { lgamma(a) + lgamma(b) - lgamma(a + b) }
    for k in 0...population {
      let (n, k2) = (Double(population), Double(k))
      let logarithm =
        -log(n + 1) - logBeta(k2 + 1, n - k2 + 1) + logBeta(k2 + a, n - k2 + b) - logBeta(a, b)
      #expect(abs(exact[k] / exp(logarithm) - 1) < 1e-9)
    }
    // In the limit, the prior itself: as near as the largest step of the count's distribution function lets it be,
    // and nearer than a prior that is a little heavier at its heavier end.
    if population == 4000 {
      func distance(_ a: Double, _ b: Double) -> Double {
        FiniteChain.distance(of: law) {
          ContinuousLaw.betaCumulative(a, b, at: (Double($0) + 0.5) / 4001)
        }
      }
      let step = law.max()!
      #expect(distance(a, b) < step)
      #expect(distance(a < b ? 0.9 * a : a, a < b ? b : 0.7 * b) > step)
    }
  }

  /// Three states against the closed form, and plain weights against no weights at all.
  @Test func weights() throws {
    for samples in [1, 2, 5, 12, 30] {
      let chain = MatchedWeightsChain(samples: samples, truth: 0.5)
      let time = exp2(Double(samples - 1))
      #expect(abs(try chain.meanTimeToBoundary(from: 0.5) / time - 1) < 1e-12)
      #expect(abs(chain.meanTime / time - 1) < 1e-12)
      let horizon = MatchedWeightsChain.horizon(samples: samples, exceptWith: 1e-6)
      if samples <= 12 { #expect(chain.alive(from: 0.5, generations: horizon)[horizon] <= 1e-6) }
      #expect(horizon == 1 || Double(horizon) < 14 * time)
    }
    let skew = MatchedWeightsChain(samples: 7, truth: 0.2)
    #expect(abs(try skew.meanTimeToBoundary(from: 0.2) / skew.meanTime - 1) < 1e-12)
    let even = TiltedChain(samples: 40, odds: 1).alive(from: 0.5, generations: 60)
    let closed = WrightFisherChain(population: 40).alive(from: 0.5, generations: 60)
    for (a, b) in zip(even, closed) { #expect(abs(a - b) < 1e-13) }
  }

  /// For M = 3 and 4 the odds of the oracle's models are powers of 2 and 3: a chain on the integers.
  @Test(arguments: [3, 4]) func oracleWeightsAgreeWithALatticeChain(samples: Int) throws {
    let base = Double(samples - 1)
    let reach = 60
    // State 0 has collapsed, state i + reach + 1 has the odds base^i.
    let chain = FiniteChain(states: 2 * reach + 2) { state in
      var row = [Double](repeating: 0, count: 2 * reach + 2)
      if state == 0 {
        row[0] = 1
        return row
      }
      let i = state - reach - 1
      let odds = pow(base, Double(i))
      let law = WrightFisherChain(population: samples).samplingProbabilities(at: odds / (1 + odds))
      for (k, probability) in law.enumerated() {
        let step = Int(
          (log(Double(k) / Double(samples - k)) / log(base)).rounded(.toNearestOrEven, 0))
        let next = k == 0 || k == samples || abs(step - i) > reach ? 0 : step - i + reach + 1
        row[next] += probability
      }
      return row
    }
    let isEnd = (0..<chain.states).map { $0 == 0 }
    let exact = try chain.meanTimes(to: isEnd)[reach + 1]
    let weights = OracleWeights(samples: samples)
    #expect(abs(try weights.meanTime(from: 0.5) / exact - 1) < 1e-10)
    var start = [Double](repeating: 0, count: chain.states)
    start[reach + 1] = 1
    let dead = chain.probabilities(of: isEnd, from: start, generations: 50)
    for (a, b) in zip(weights.alive(from: 0.5, generations: 50), dead) {
      #expect(abs(a - (1 - b)) < 1e-10)
    }
  }

  /// More points change nothing.
  @Test(arguments: [2, 7, 16, 30]) func spacingOfOracleWeightsIsSmallEnough(samples: Int) throws {
    for truth in [0.5, 0.3] {
      let coarse = OracleWeights(samples: samples, truth: truth)
      let fine = OracleWeights(samples: samples, truth: truth, spacing: 0.1)
      #expect(
        abs(try coarse.meanTime(from: truth) / (try fine.meanTime(from: truth)) - 1) < 2e-9)
      let (a, b) = (
        coarse.alive(from: 0.4, generations: 30), fine.alive(from: 0.4, generations: 30)
      )
      #expect(zip(a, b).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }
}

extension Double {
  /// The nearest whole number; infinities are 0.
  fileprivate func rounded(_ rule: FloatingPointRoundingRule, _ instead: Double) -> Double {
    isFinite ? rounded(rule) : instead
  }
}
