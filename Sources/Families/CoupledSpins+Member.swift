import PortableMath
import Randomness

extension CoupledSpins {
  /// A proper face of the polygon of mean parameters, named by its values of S.
  public enum Face: Hashable, Sendable, CustomStringConvertible {
    /// A vertex: all configurations have this S.
    case level(Int)
    /// An edge: every configuration has one of two values of S, neighbours or −N and N.
    case edge(Int, Int)

    /// "S = 4" or "S = 4 or 6".
    public var description: String {
      switch self {
      case .level(let level): "S = \(level)"
      case .edge(let lower, let upper): "S = \(lower) or \(upper)"
      }
    }
  }

  /// A point of the closed family: a finite θ, a model of two levels, or a single level.
  @frozen
  public struct Member: ClosedFamilyMember {
    /// Number of spins N.
    public let spins: Int
    /// θ in the interior; not used on the boundary.
    @usableFromInline let θ: SIMD2<Double>
    /// The levels of an edge (equal at a vertex), and the probabilities of both.
    @usableFromInline let lower: Int
    @usableFromInline let upper: Int
    @usableFromInline let probabilities: SIMD2<Double>

    /// The interior point θ.
    @inlinable
    init(spins: Int, θ: SIMD2<Double>) {
      self.spins = spins
      self.θ = θ
      (lower, upper) = (spins, -spins)
      probabilities = SIMD2()
    }

    /// The two-level model; a single level where one probability is 0.
    @inlinable
    init(spins: Int, lower: Int, upper: Int, probabilities: SIMD2<Double>) {
      self.spins = spins
      θ = SIMD2()
      self.lower = probabilities.x == 0 ? upper : lower
      self.upper = probabilities.y == 0 ? lower : upper
      // One way to write a vertex, so that equal models compare equal.
      self.probabilities = self.lower == self.upper ? SIMD2(0, 1) : probabilities
    }

    /// Whether θ is finite.
    @inlinable var isInterior: Bool { lower > upper }

    /// `μ = E φ`; by a sum over the levels in the interior.
    public var meanParameter: SIMD2<Double> {
      let family = CoupledSpins(spins: spins)
      if isInterior { return family.meanParameter(at: θ) }
      return probabilities.x * family.statistic(ofLevel: lower)
        + probabilities.y * family.statistic(ofLevel: upper)
    }

    /// (θ₁, θ₂), or `nil` on the boundary.
    @inlinable public var naturalParameter: SIMD2<Double>? { isInterior ? θ : nil }

    /// The edge or vertex the member sits on, if any.
    public var face: Face? {
      if isInterior { return nil }
      return lower == upper ? .level(lower) : .edge(lower, upper)
    }

    /// Whether all samples have one and the same S.
    @inlinable public var isAbsorbed: Bool { lower == upper }
  }

  /// Finite numbers of moderate size.
  public func admits(_ θ: SIMD2<Double>) -> Bool { abs(θ.x) < 1e150 && abs(θ.y) < 1e150 }

  /// The member with field θ₁ and coupling θ₂.
  ///
  /// - Parameter θ: finite numbers; others stop the program.
  @inlinable
  public func member(at θ: SIMD2<Double>) -> Member {
    precondition(abs(θ.x) < .infinity && abs(θ.y) < .infinity, "a finite θ is needed")
    return Member(spins: spins, θ: θ)
  }

  /// The model in which every configuration has the same S.
  ///
  /// - Parameter s: one of −N, −N + 2, …, N; others stop the program.
  public func member(atLevel s: Int) -> Member {
    precondition(
      abs(s) <= spins && (s + spins).isMultiple(of: 2), "S is one of −N, −N + 2, …, N")
    return Member(spins: spins, lower: s, upper: s, probabilities: SIMD2(0, 1))
  }

  /// The probabilities of the levels −N, −N + 2, …, N.
  public func levelProbabilities(of member: Member) -> [Double] {
    var probabilities = [Double](repeating: 0, count: levels.count)
    if member.isInterior {
      probabilities.withUnsafeMutableBufferPointer { weights in
        let (sum, _) = levels.fill(
          weights, λ: member.θ, levels.pairStatistic, origin: levels.spins / 2)
        for k in 0...spins { weights[k] /= sum }
      }
    } else {
      probabilities[(member.lower + spins) / 2] += member.probabilities.x
      probabilities[(member.upper + spins) / 2] += member.probabilities.y
    }
    return probabilities
  }

  /// Shannon's entropy of the configurations: of the level, and of the choice among `C(N, k)`.
  public func entropy(of member: Member) -> Double {
    var entropy = 0.0
    for (k, p) in levelProbabilities(of: member).enumerated() where p > 0 {
      entropy += p * (levels.logMultiplicities[k] - log(p))
    }
    return entropy
  }

  /// That of the level, and of the configuration among those of the level.
  public func logDensity(of point: [Bool], in member: Member) -> Double {
    let up = point.count { $0 }
    return log(levelProbabilities(of: member)[up]) - levels.logMultiplicities[up]
  }

  // MARK: - Sampling

  /// `Σφ` over `count` configurations, from the multinomial law of the counts of the levels.
  ///
  /// - Precondition: N² · count ≤ 2⁵³.
  @inlinable
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> SIMD2<Double> {
    guard member.isInterior else {
      let law = Binomial(
        trials: count, probability: member.probabilities.y, complement: member.probabilities.x)
      let up = Double(law.draw(using: &generator))
      let down = Double(count) - up
      let (a, b) = (Double(member.lower), Double(member.upper))
      return sum(of: down * a + up * b, squares: down * a * a + up * b * b, count: Double(count))
    }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: levels.count) { weights in
      _ = levels.fill(weights, λ: member.θ, levels.pairStatistic, origin: levels.spins / 2)
      return withUnsafeTemporaryAllocation(of: Int.self, capacity: levels.count) { counts in
        Multinomial.draw(
          count, weights: UnsafeBufferPointer(weights), into: counts, using: &generator)
        var total = 0
        var squares = 0
        for k in 0...spins {
          let s = 2 * k - spins
          total += counts[k] * s
          squares += counts[k] * s * s
        }
        return sum(of: Double(total), squares: Double(squares), count: Double(count))
      }
    }
  }

  /// 2⁵³/N².
  public func largestDraw(from member: Member) -> Int { (1 << 53) / (spins * spins) }

  /// One configuration: a level by inversion, then spins up at random places.
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> [Bool] {
    let probabilities = levelProbabilities(of: member)
    // Rounding may leave a remainder above the last level with any probability.
    var k = probabilities.lastIndex { $0 > 0 }!
    var u = generator.nextUnit()
    for (level, probability) in probabilities.enumerated() {
      if u < probability {
        k = level
        break
      }
      u -= probability
    }
    var point = (0..<spins).map { $0 < k }
    for i in stride(from: spins - 1, to: 0, by: -1) {
      point.swapAt(i, generator.nextIndex(below: i + 1))
    }
    return point
  }
}
