import PortableMath
import Randomness

/// N independent spins σᵢ = ±1 sharing one field.
///
/// Eq. 7 with θ₂ = 0.
/// `φ(σ) = S = Σσᵢ`, `h = 1`, `A(θ) = N log(2 cosh θ)`, `μ = N tanh θ`, `J = N sech² θ`. The sum of
/// φ over M points is `2k − NM` with `k ~ Binomial(NM, (1 + tanh θ)/2)`: under closed-loop maximum
/// likelihood, a haploid Wright–Fisher chain with population n = NM.
public struct IndependentSpins: FrequencyFamily {
  /// Number of spins N ≥ 1.
  public let spins: Int

  /// The family of N = `spins` spins.
  ///
  /// - Parameter spins: at least 1; fewer stop the program.
  @inlinable
  public init(spins: Int) {
    precondition(spins >= 1, "at least one spin is needed")
    self.spins = spins
  }

  /// A configuration: `true` where the spin is up.
  public typealias DataPoint = [Bool]

  /// The probability of one spin to be up; θ is half its log-odds.
  public typealias Member = FrequencyMember<IndependentSpins>

  /// N.
  @inlinable public var trials: Int { spins }

  /// 2.
  @inlinable public var logOddsSlope: Double { 2 }

  /// `N(P(1) − P(−1))`.
  @inlinable
  public func mean(up: Double, down: Double) -> Double { Double(spins) * (up - down) }

  /// "all spins up" or "all spins down".
  public static var vertexNames: (up: String, down: String) {
    ("all spins up", "all spins down")
  }

  /// `V(μ) = N − μ²/N`.
  public var varianceFunction: VarianceFunction {
    VarianceFunction(constant: Double(spins), quadratic: -1 / Double(spins))
  }

  // MARK: - Primitives

  /// `A(θ) = N log(2 cosh θ)`.
  public func logPartition(at θ: Double) -> Double {
    Double(spins) * (abs(θ) + log1p(exp(-2 * abs(θ))))
  }

  /// `μ(θ) = N tanh θ`.
  public func meanParameter(at θ: Double) -> Double {
    let e = expm1(-2 * abs(θ))
    let magnitude = Double(spins) * (-e / (2 + e))
    return θ < 0 ? -magnitude : magnitude
  }

  /// `J(θ) = N sech² θ`.
  public func fisherInformation(at θ: Double) -> SymmetricMatrix1 {
    let e = exp(-2 * abs(θ))
    return SymmetricMatrix1(4 * Double(spins) * e / ((1 + e) * (1 + e)))
  }

  /// `S = Σσᵢ`.
  ///
  /// - Parameter point: N spins.
  public func statistic(of point: [Bool]) -> Double {
    Double(2 * point.count { $0 } - point.count)
  }

  /// 0: the base measure counts configurations.
  public func logBaseMeasure(of point: [Bool]) -> Double { 0 }

  /// The member with the given magnetisation per spin, in [−1, 1].
  public func member(magnetisation: Double) -> Member {
    precondition(abs(magnetisation) <= 1, "a magnetisation lies in [−1, 1]")
    return Member(family: self, up: (1 + magnetisation) / 2, down: (1 - magnetisation) / 2)
  }

  /// One configuration, spin by spin.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> [Bool] {
    (0..<spins).map { _ in generator.nextUnit() < member.up }
  }
}

extension FrequencyMember where Family == IndependentSpins {
  /// Number of spins N.
  public var spins: Int { family.spins }

  /// The magnetisation per spin, μ/N.
  @inlinable public var magnetisation: Double { up - down }
}
