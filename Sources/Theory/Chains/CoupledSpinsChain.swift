import Families
import NumericalMethods

/// Closed-loop maximum likelihood of coupled spins as an exact finite chain, for small N and M.
///
/// The states are the counts of the N + 1 levels in a training set of M points.
public struct CoupledSpinsChain {
  private let family: CoupledSpins
  private let samples: Int
  private let compositions: Compositions

  private var states: [[Int]] { compositions.counts }

  /// The chain of N = `spins` and M = `samples`; it has `C(N + M, M)` states.
  public init(spins: Int, samples: Int) {
    family = CoupledSpins(spins: spins)
    self.samples = samples
    compositions = Compositions(of: samples, into: spins + 1)
  }

  /// How a run ends.
  public struct Absorption: Sendable {
    /// The probability of each final level S = −N, −N + 2, …, N.
    public let levels: [Double]
    /// The mean number of generations T, the first sample counted.
    public let meanTime: Double
    /// `E T²`.
    public let meanSquareTime: Double
  }

  /// How a run ends that starts from the model θ.
  ///
  /// - Throws: ``/Families/EstimationError`` or `SingularMatrixError`.
  public func absorption(from θ: SIMD2<Double>) throws -> Absorption {
    let count = states.count
    let spins = family.spins
    let isAbsorbed = states.map { $0.contains(samples) }
    let inner = (0..<count).filter { !isAbsorbed[$0] }
    let rows = try inner.map { try transitionProbabilities(from: model(of: states[$0])) }
    let system = DenseMatrix(rows: inner.count, columns: inner.count) { i, j in
      (i == j ? 1 : 0) - rows[i][inner[j]]
    }
    // One column for the time, and one for each final level.
    let ends = (0...spins).map { level in states.firstIndex { $0[level] == samples }! }
    let right = DenseMatrix(rows: inner.count, columns: spins + 2) { i, j in
      j == 0 ? 1 : rows[i][ends[j - 1]]
    }
    let solution = try solve(system, right)
    // E T² obeys (I − Q) u = 1 + 2Q E T = 2 E T − 1.
    let squares = try solve(
      system,
      DenseMatrix(rows: inner.count, columns: 1) { i, _ in 2 * solution[i, 0] - 1 })
    let first = transitionProbabilities(from: family.member(at: θ))
    var levels = ends.map { first[$0] }
    var (time, square) = (1.0, 1.0)
    for (i, state) in inner.enumerated() {
      time += first[state] * solution[i, 0]
      square += first[state] * (2 * solution[i, 0] + squares[i, 0])
      for level in 0...spins { levels[level] += first[state] * solution[i, level + 1] }
    }
    return Absorption(levels: levels, meanTime: time, meanSquareTime: square)
  }

  private func model(of counts: [Int]) throws -> CoupledSpins.Member {
    var data = SufficientStatistics(sum: SIMD2<Double>(), count: 0)
    for (k, count) in counts.enumerated() {
      let statistic = family.statistic(ofLevel: 2 * k - family.spins)
      data = data + SufficientStatistics(sum: Double(count) * statistic, count: Double(count))
    }
    return try family.maximumLikelihood(data)
  }

  private func transitionProbabilities(from model: CoupledSpins.Member) -> [Double] {
    compositions.probabilities(of: family.levelProbabilities(of: model))
  }
}
