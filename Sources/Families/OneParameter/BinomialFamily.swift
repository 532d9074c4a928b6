import PortableMath
import Randomness

/// The binomial family, how many of n trials succeed; Bernoulli's for n = 1.
///
/// `φ(s) = s`, the base measure counts sequences of trials, `A(θ) = n ln(1 + e^θ)`, `μ = n/(1 + e^−θ)`,
/// `J = μ(1 − μ/n)`.
public struct BinomialFamily: FrequencyFamily {
  /// Number of trials in a point, n ≥ 1.
  public let trials: Int

  /// The family of `trials` ≥ 1 trials; fewer stop the program.
  @inlinable
  public init(trials: Int) {
    precondition(trials >= 1, "at least one trial is needed")
    self.trials = trials
  }

  /// A single trial: φ is 0 or 1.
  @inlinable public static var bernoulli: BinomialFamily { BinomialFamily(trials: 1) }

  /// Trials one by one: `true` for a success.
  public typealias DataPoint = [Bool]

  /// The probability of success; θ is its log-odds.
  public typealias Member = FrequencyMember<BinomialFamily>

  /// 1.
  @inlinable public var logOddsSlope: Double { 1 }

  /// `n P(success)`.
  @inlinable
  public func mean(up: Double, down: Double) -> Double { Double(trials) * up }

  /// "all trials succeed" or "all trials fail".
  public static var vertexNames: (up: String, down: String) {
    ("all trials succeed", "all trials fail")
  }

  /// `V(μ) = μ − μ²/n`.
  public var varianceFunction: VarianceFunction {
    VarianceFunction(linear: 1, quadratic: -1 / Double(trials))
  }

  /// `A(θ) = n ln(1 + e^θ)`.
  public func logPartition(at θ: Double) -> Double {
    Double(trials) * (max(θ, 0) + log1p(exp(-abs(θ))))
  }

  /// `μ(θ) = n/(1 + e^−θ)`.
  public func meanParameter(at θ: Double) -> Double {
    let e = exp(-abs(θ))
    return Double(trials) * (θ < 0 ? e : 1) / (1 + e)
  }

  /// `J(θ) = μ(1 − μ/n)`.
  public func fisherInformation(at θ: Double) -> SymmetricMatrix1 {
    let e = exp(-abs(θ))
    return SymmetricMatrix1(Double(trials) * e / ((1 + e) * (1 + e)))
  }

  /// The number of successes.
  public func statistic(of point: [Bool]) -> Double { Double(point.count { $0 }) }

  /// 0: the base measure counts sequences of trials.
  public func logBaseMeasure(of point: [Bool]) -> Double { 0 }

  /// One point, trial by trial.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> [Bool] {
    (0..<trials).map { _ in generator.nextUnit() < member.up }
  }
}
