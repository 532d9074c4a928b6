import PortableMath
import RandomStreams

/// N independent spins σᵢ = ±1 sharing one field.
///
/// Eq. 7 with θ₂ = 0.
/// `φ(σ) = S = Σσᵢ`, `h = 1`, `A(θ) = N log(2 cosh θ)`, `μ = N tanh θ`, `J = N sech² θ`. The sum of
/// φ over M points is `2k − NM` with `k ~ Binomial(NM, (1 + tanh θ)/2)`: under closed-loop maximum
/// likelihood, a haploid Wright–Fisher chain with population n = NM.
public struct IndependentSpins: ExponentialFamily {
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

  /// A vertex of the convex support [−N, N].
  public enum Face: Hashable, Sendable, CustomStringConvertible {
    /// S = N.
    case allUp
    /// S = −N.
    case allDown

    /// "all spins up" or "all spins down".
    public var description: String { self == .allUp ? "all spins up" : "all spins down" }
  }

  /// A point of the closed family: the probability of one spin to be up, which may be 0 or 1.
  @frozen
  public struct Member: ClosedFamilyMember {
    /// Number of spins N.
    public let spins: Int
    /// P(σᵢ = 1).
    public let up: Double
    /// P(σᵢ = −1), kept beside ``up`` so that neither loses digits near the boundary.
    public let down: Double

    @inlinable
    init(spins: Int, up: Double, down: Double) {
      self.spins = spins
      self.up = up
      self.down = down
    }

    /// `μ = N(P(1) − P(−1))`.
    @inlinable public var meanParameter: Double { Double(spins) * (up - down) }

    /// The magnetisation per spin, μ/N.
    @inlinable public var magnetisation: Double { up - down }

    /// `θ = ½ log(P(1)/P(−1))`, or `nil` at a vertex.
    public var naturalParameter: Double? {
      isAbsorbed ? nil : 0.5 * (log(up) - log(down))
    }

    /// The vertex the member sits on, if any.
    public var face: Face? {
      if down == 0 { return .allUp }
      return up == 0 ? .allDown : nil
    }

    /// Whether all samples are all up, or all down.
    @inlinable public var isAbsorbed: Bool { up == 0 || down == 0 }
  }

  /// 1.
  public var dimension: Int { 1 }

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

  /// `−2 tanh θ`.
  public func logDeterminantGradient(at θ: Double) -> Double {
    -2 * meanParameter(at: θ) / Double(spins)
  }

  /// `S = Σσᵢ`.
  ///
  /// - Parameter point: N spins.
  public func statistic(of point: [Bool]) -> Double {
    Double(2 * point.count { $0 } - point.count)
  }

  /// 0: the base measure counts configurations.
  public func logBaseMeasure(of point: [Bool]) -> Double { 0 }

  /// 1/(2N): S ranges over 2N.
  public var parameterScales: Double { 0.5 / Double(spins) }

  /// The maximum-likelihood estimate, drawn in from the boundary.
  public func startingPoint(
    for data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Double {
    guard data.count > 0 else { throw .noData }
    let size = Double(spins) * data.count + 1
    return 0.5 * log((size + data.sum) / (size - data.sum))
  }

  /// The member with field θ.
  ///
  /// - Parameter θ: |θ| ≤ 350, so that the rarer probability is a normal double; more stops the
  ///   program rather than be taken for a vertex.
  public func member(at θ: Double) -> Member {
    precondition(abs(θ) <= 350, "a field beyond ±350 has no probability in double precision")
    let e = exp(-2 * abs(θ))
    let major = 1 / (1 + e)
    let minor = e / (1 + e)
    return θ < 0
      ? Member(spins: spins, up: minor, down: major)
      : Member(spins: spins, up: major, down: minor)
  }

  /// The member with the given magnetisation per spin, in [−1, 1].
  public func member(magnetisation: Double) -> Member {
    precondition(abs(magnetisation) <= 1, "a magnetisation lies in [−1, 1]")
    return Member(spins: spins, up: (1 + magnetisation) / 2, down: (1 - magnetisation) / 2)
  }

  /// `−N(p ln p + (1 − p) ln(1 − p))`; 0 at a vertex.
  public func entropy(of member: Member) -> Double {
    func term(_ p: Double) -> Double { p > 0 ? -p * log(p) : 0 }
    return Double(spins) * (term(member.up) + term(member.down))
  }

  @inlinable
  static func areWhole(_ a: Double, _ b: Double) -> Bool {
    a == a.rounded() && b == b.rounded()
  }

  /// `P(σᵢ = 1) = (1 + φ̄/N)/2`; a vertex when φ̄ = ±N.
  @inlinable
  public func maximumLikelihood(
    _ data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Member {
    guard data.count > 0 else { throw .noData }
    let size = Double(spins) * data.count
    // Fractional weights leave rounding, which may lie on either side of a vertex; whole ones do not.
    if abs(size - abs(data.sum)) <= 0x1p-50 * size, !Self.areWhole(size, data.sum) {
      return Member(spins: spins, up: data.sum > 0 ? 1 : 0, down: data.sum > 0 ? 0 : 1)
    }
    guard abs(data.sum) <= size else {
      throw .outsideSupport(mean: "\(data.mean)", allowed: "[−\(spins), \(spins)]")
    }
    // Both differences are exact for integer sums, so neither probability is rounded twice.
    return Member(
      spins: spins, up: (size + data.sum) / (2 * size), down: (size - data.sum) / (2 * size))
  }

  /// `Σ S` over `count` configurations, from the binomial law of the number of spins up.
  ///
  /// - Precondition: N · count ≤ 2⁵³.
  @inlinable
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Double {
    let total = spins * count
    let law = Binomial(trials: total, probability: member.up, complement: member.down)
    return Double(2 * law.draw(using: &generator) - total)
  }

  /// One configuration, spin by spin.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> [Bool] {
    (0..<spins).map { _ in generator.nextUnit() < member.up }
  }
}
