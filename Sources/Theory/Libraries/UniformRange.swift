/// A closed loop of a uniform law between the extremes of its data: `R′ = R·B`, B from Beta(M − 1, 2).
public struct UniformRange: Sendable {
  /// M ≥ 2.
  public let samples: Int

  /// The loop of M = `samples` ≥ 2 points.
  public init(samples: Int) {
    precondition(samples >= 2, "two points at least have a range")
    self.samples = samples
  }

  private var m: Double { Double(samples) }

  /// `P(R′/R ≤ x) = x^(M−1) (M − (M − 1)x)`.
  public func cumulative(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return (0..<samples - 1).reduce(m - (m - 1) * x) { power, _ in power * x }
  }

  /// `E R′/R = (M − 1)/(M + 1)`.
  public var factor: Double { (m - 1) / (m + 1) }

  /// `Var R′/R = 2(M − 1)/((M + 1)²(M + 2))`.
  public var variance: Double { 2 * (m - 1) / ((m + 1) * (m + 1) * (m + 2)) }

  /// `E ln R′/R = −1/(M − 1) − 1/M`.
  public var logGrowth: Double { -1 / (m - 1) - 1 / m }
}
