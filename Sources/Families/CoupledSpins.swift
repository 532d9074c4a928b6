import PortableMath
import Randomness

/// The Ising model on the complete graph: N spins σᵢ = ±1 with one field and one coupling.
///
/// Eq. 7. `φ₁ = S = Σσᵢ`, `φ₂ = Σ_{i<j} σᵢσⱼ/N = (S² − N)/(2N)`, h = 1. Only S matters, so all sums run over
/// its N + 1 levels. The points (S, S²) lie on a strictly convex curve: the convex support of φ is a
/// polygon with a vertex for each level and an edge between neighbouring levels, and one between
/// S = −N and S = N.
public struct CoupledSpins: ExponentialFamily {
  /// Number of spins N ≥ 2.
  public var spins: Int { levels.spins }
  @usableFromInline let levels: SpinLevels

  /// The largest number of spins: beyond it, sums of S² over large samples would not be exact.
  public static let maximumSpins = 10_000

  /// The family of N = `spins` spins.
  ///
  /// - Parameter spins: from 2, since one spin has no pair, to ``maximumSpins``; other numbers stop
  ///   the program.
  public init(spins: Int) {
    precondition(
      spins >= 2 && spins <= Self.maximumSpins, "the number of coupled spins must be 2…10000")
    levels = SpinLevels(spins: spins)
  }

  /// A configuration: `true` where the spin is up.
  public typealias DataPoint = [Bool]

  /// 2.
  public var dimension: Int { 2 }

  // MARK: - Primitives

  /// `A(θ) = ln Σ_S C(N, (N + S)/2) exp(θ₁S + θ₂(S² − N)/(2N))`.
  public func logPartition(at θ: SIMD2<Double>) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: levels.count) { weights in
      let ψ = levels.pairStatistic
      let (sum, unit) = levels.fill(weights, λ: θ, ψ, origin: levels.spins / 2)
      let s = levels.level(unit)
      return log(sum) + (levels.logMultiplicities[unit] + θ.x * s + θ.y * ψ(s))
    }
  }

  /// `μ(θ) = (E S, E φ₂)`.
  public func meanParameter(at θ: SIMD2<Double>) -> SIMD2<Double> {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: levels.count) { weights in
      let ψ = levels.pairStatistic
      let (sum, _) = levels.fill(weights, λ: θ, ψ, origin: levels.spins / 2)
      var mean = SIMD2<Double>()
      for k in 0...levels.spins {
        let s = levels.level(k)
        mean += weights[k] * SIMD2(s, ψ(s))
      }
      return (1 / sum) * mean
    }
  }

  /// `J(θ)`, the covariance of S and φ₂.
  public func fisherInformation(at θ: SIMD2<Double>) -> SymmetricMatrix2 {
    expansion(at: θ, about: meanParameter(at: θ)).curvature
  }

  /// `E[(d·J⁻¹d) d]`, d = φ − μ, from third cumulants.
  public func logDeterminantGradient(at θ: SIMD2<Double>) -> SIMD2<Double> {
    let mean = meanParameter(at: θ)
    let fisher = fisherInformation(at: θ)
    let probabilities = levelProbabilities(of: member(at: θ))
    var gradient = SIMD2<Double>()
    for (k, probability) in probabilities.enumerated() {
      let s = levels.level(k)
      let d = SIMD2(s, levels.pairStatistic(s)) - mean
      // A matrix that is singular to working accuracy has no gradient to speak of.
      guard let solution = fisher.solve(d) else { return SIMD2(.nan, .nan) }
      gradient += probability * d.dot(solution) * d
    }
    return gradient
  }

  /// `A(θ) − θ·φ̄` with its gradient and curvature, in one pass over the levels.
  @inlinable
  public func expansion(
    at θ: SIMD2<Double>, about statistic: SIMD2<Double>
  ) -> ConvexExpansion<SIMD2<Double>> {
    levels.expansion(
      λ: θ, levels.pairStatistic, about: SIMD2(statistic.x, statistic.y + 0.5))
  }

  /// S ranges over 2N and φ₂ over N/2.
  @inlinable public var parameterScales: SIMD2<Double> {
    SIMD2(0.5 / Double(spins), 2 / Double(spins))
  }

  /// `(S, (S² − N)/(2N))`.
  ///
  /// - Parameter point: N spins.
  public func statistic(of point: [Bool]) -> SIMD2<Double> {
    statistic(ofLevel: 2 * point.count { $0 } - point.count)
  }

  /// φ of any configuration with the given S.
  public func statistic(ofLevel s: Int) -> SIMD2<Double> {
    sum(of: Double(s), squares: Double(s * s), count: 1)
  }

  /// 0: the base measure counts configurations.
  public func logBaseMeasure(of point: [Bool]) -> Double { 0 }

  // MARK: - Sums over data

  /// Σφ from ΣS and ΣS² over `count` points.
  @inlinable
  func sum(of s: Double, squares: Double, count: Double) -> SIMD2<Double> {
    let n = Double(spins)
    return SIMD2(s, (squares - n * count) / (2 * n))
  }

  /// ΣS² from Σφ₂.
  ///
  /// φ₂ is a multiple of 1/(2N), which few doubles are. A result within rounding of an integer is
  /// that integer, so that data on an edge of the polygon are found to be on it.
  @inlinable
  func squares(in data: SufficientStatistics<SIMD2<Double>>) -> Double {
    let n = Double(spins)
    let (pairs, diagonal) = (2 * n * data.sum.y, n * data.count)
    let squares = pairs + diagonal
    // Adding and taking away 1.5·2⁵² rounds to the nearest integer without a library call.
    let nearest = (squares + 0x1.8p52) - 0x1.8p52
    let rounding = 0x1p-51 * (abs(pairs) + diagonal)
    return abs(squares - nearest) <= rounding ? nearest : squares
  }
}
