import PortableMath
import Randomness

/// What a point of so many independent trials is worth.
public protocol Trials: Sendable, Equatable {
  /// Number of trials in a point, N ≥ 1.
  var trials: Int { get }
  /// The derivative of the log-odds of a trial with respect to θ: how much a success adds to φ.
  var logOddsSlope: Double { get }
  /// E φ where each trial succeeds with probability `up` and fails with probability `down`.
  func mean(up: Double, down: Double) -> Double
  /// What the models are called in which every trial succeeds, or fails.
  static var vertexNames: (up: String, down: String) { get }
}

/// A family of points that are so many independent trials with one probability of success each.
///
/// φ is the number of successes, or another linear function of it; its sum over M points is binomial:
/// under closed-loop maximum likelihood, a haploid Wright–Fisher chain with population n = NM.
public protocol FrequencyFamily: QuadraticVarianceFamily, Trials
where Member == FrequencyMember<Self>, Statistics == SufficientStatistics<Double> {}

/// A point of a closed family of trials: the probability of success, which may be 0 or 1.
@frozen
public struct FrequencyMember<Family: Trials>: ClosedFamilyMember {
  /// The family it belongs to.
  public let family: Family
  /// The probability of success.
  public let up: Double
  /// That of failure, kept beside ``up`` so that neither loses digits near the boundary.
  public let down: Double

  @inlinable
  init(family: Family, up: Double, down: Double) {
    self.family = family
    self.up = up
    self.down = down
  }

  /// A vertex of the convex support.
  public enum Face: Hashable, Sendable, CustomStringConvertible {
    /// Every trial succeeds.
    case allUp
    /// Every trial fails.
    case allDown

    /// Such as "all spins up".
    public var description: String {
      self == .allUp ? Family.vertexNames.up : Family.vertexNames.down
    }
  }

  /// E φ.
  @inlinable public var meanParameter: Double { family.mean(up: up, down: down) }

  /// `θ = ln(P(success)/P(failure))/slope`, or `nil` at a vertex.
  public var naturalParameter: Double? {
    isAbsorbed ? nil : (log(up) - log(down)) / family.logOddsSlope
  }

  /// The vertex the member sits on, if any.
  public var face: Face? {
    if down == 0 { return .allUp }
    return up == 0 ? .allDown : nil
  }

  /// Whether all trials succeed, or all fail.
  @inlinable public var isAbsorbed: Bool { up == 0 || down == 0 }
}

extension FrequencyFamily {
  /// From φ without a success to φ of successes only.
  public var support: ClosedRange<Double> { mean(up: 0, down: 1)...mean(up: 1, down: 0) }

  /// One over twice the range of φ.
  public var parameterScales: Double { 1 / (Double(trials) * logOddsSlope) }

  /// The θ of the mean μ.
  public func naturalParameter(atMean μ: Double) -> Double? {
    let (lower, upper) = (support.lowerBound, support.upperBound)
    return μ > lower && μ < upper ? log((μ - lower) / (upper - μ)) / logOddsSlope : nil
  }

  /// The maximum-likelihood estimate, drawn in from the boundary.
  public func startingPoint(
    for data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Double {
    guard data.count > 0 else { throw .noData }
    let (ups, downs) = counts(in: data)
    return log((max(0, ups) + 0.5) / (max(0, downs) + 0.5)) / logOddsSlope
  }

  /// Log-odds within ±700.
  public func admits(_ θ: Double) -> Bool { abs(logOddsSlope * θ) <= 700 }

  /// The member with natural parameter θ.
  ///
  /// - Parameter θ: log-odds within ±700, so that the rarer probability is a normal double; more stops
  ///   the program rather than be taken for a vertex.
  public func member(at θ: Double) -> Member {
    let logOdds = logOddsSlope * θ
    precondition(
      abs(logOdds) <= 700, "log-odds beyond ±700 have no probability in double precision")
    let e = exp(-abs(logOdds))
    let major = 1 / (1 + e)
    let minor = e / (1 + e)
    return logOdds < 0
      ? Member(family: self, up: minor, down: major)
      : Member(family: self, up: major, down: minor)
  }

  /// The member whose trials succeed with the given probability, in [0, 1].
  public func member(probability: Double) -> Member {
    precondition(probability >= 0 && probability <= 1, "a probability lies in [0, 1]")
    return Member(family: self, up: probability, down: 1 - probability)
  }

  /// `−N(p ln p + (1 − p) ln(1 − p))`, that of the trials one by one; 0 at a vertex.
  public func entropy(of member: Member) -> Double {
    func term(_ p: Double) -> Double { p > 0 ? -p * log(p) : 0 }
    return Double(trials) * (term(member.up) + term(member.down))
  }

  /// N times that of a trial.
  public func klDivergence(from p: Member, to q: Member) -> Double {
    if p == q { return 0 }
    return Double(trials) * (Divergence.mean(p.up, to: q.up) + Divergence.mean(p.down, to: q.down))
  }

  /// The numbers of successes and failures, both exact for sums of integers.
  @inlinable
  func counts(in data: SufficientStatistics<Double>) -> (up: Double, down: Double) {
    let (lowest, highest) = (mean(up: 0, down: 1), mean(up: 1, down: 0))
    let slope = logOddsSlope
    return (
      (data.sum - lowest * data.count) / slope, (highest * data.count - data.sum) / slope
    )
  }

  /// The frequency of successes; a vertex when there are none, or no others.
  @inlinable
  public func maximumLikelihood(
    _ data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Member {
    let (ups, downs) = counts(in: data)
    let size = Double(trials) * data.count
    guard min(ups, downs) > 0x1p-51 * size, size < .infinity else {
      return try estimateNearVertex(data)
    }
    return Member(family: self, up: ups / size, down: downs / size)
  }

  /// The same where there are hardly any successes, or hardly any others, and where there is no estimate.
  @inlinable @inline(never)
  func estimateNearVertex(
    _ data: SufficientStatistics<Double>
  ) throws(EstimationError) -> Member {
    guard data.count > 0 else { throw .noData }
    let (ups, downs) = counts(in: data)
    let size = Double(trials) * data.count
    // Fractional weights leave rounding, which may lie on either side of a vertex; whole ones do not.
    if abs(min(ups, downs)) <= 0x1p-51 * size, !Self.areWhole(size, data.sum) {
      return Member(family: self, up: ups > downs ? 1 : 0, down: ups > downs ? 0 : 1)
    }
    guard ups >= 0, downs >= 0, size < .infinity else {
      throw .outsideSupport(
        mean: "\(data.mean)",
        allowed: "[\(Self.text(support.lowerBound)), \(Self.text(support.upperBound))]")
    }
    return Member(family: self, up: ups / size, down: downs / size)
  }

  @inlinable
  static func areWhole(_ a: Double, _ b: Double) -> Bool {
    a == a.rounded() && b == b.rounded()
  }

  @usableFromInline
  static func text(_ bound: Double) -> String {
    bound < 0 ? "−\(Int(-bound))" : "\(Int(bound))"
  }

  /// The sum of φ over `count` points, from the binomial law of the number of successes.
  ///
  /// - Precondition: N · count ≤ 2⁵³.
  @inlinable
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Double {
    let total = trials * count
    let law = Binomial(trials: total, probability: member.up, complement: member.down)
    return statistics(successes: law.draw(using: &generator), of: count).sum
  }

  /// The statistics of `count` points with so many successes among them.
  @inlinable
  public func statistics(successes: Int, of count: Int) -> SufficientStatistics<Double> {
    let points = Double(count)
    return SufficientStatistics(
      sum: logOddsSlope * Double(successes) + mean(up: 0, down: 1) * points, count: points)
  }

  /// 2⁵³/N.
  @inlinable
  public func largestDraw(from member: Member) -> Int { (1 << 53) / trials }
}
