import NumericalMethods

/// The variance of a training set of M points in a closed loop of a Gaussian kernel estimate, exactly.
///
/// A generation draws M points of the last one with replacement and adds to each a normal deviation of the
/// bandwidth. Only the central moments m₂ and m₄ of the points (divisor M) enter E m₂² of the next ones, and they
/// do so linearly.
public struct KernelMoments: Sendable, Equatable {
  /// What the bandwidth of the kernel is.
  public enum Bandwidth: Sendable, Equatable {
    /// h, whatever the data.
    case fixed(Double)
    /// h standard deviations of the data, with the divisor M − 1.
    case relative(Double)
  }

  /// M ≥ 2.
  public let samples: Int
  /// Of the kernel.
  public let bandwidth: Bandwidth
  /// E m₂.
  public private(set) var mean: Double
  /// E m₂².
  public private(set) var square: Double
  /// E m₄.
  public private(set) var fourth: Double

  /// The moments of points of known m₂ and m₄.
  public init(samples: Int, bandwidth: Bandwidth, second: Double = 0, fourth: Double = 0) {
    precondition(samples >= 2, "two points at least have a variance")
    (self.samples, self.bandwidth) = (samples, bandwidth)
    (mean, square, self.fourth) = (second, second * second, fourth)
  }

  /// Goes on by one generation.
  public mutating func advance() {
    // Moments of the model: μ₂ = m₂ + k, μ₄ = m₄ + 6 k m₂ + 3 k², with the kernel's variance k.
    let second: Double
    let squared: Double
    let model: Double
    switch bandwidth {
    case .fixed(let h):
      let k = h * h
      second = mean + k
      squared = square + 2 * k * mean + k * k
      model = fourth + 6 * k * mean + 3 * k * k
    case .relative(let h):
      let k = h * h * m / (m - 1)
      second = (1 + k) * mean
      squared = (1 + k) * (1 + k) * square
      model = fourth + (6 * k + 3 * k * k) * square
    }
    let cube = m * m * m
    mean = (1 - 1 / m) * second
    square = (m - 1) / cube * ((m - 1) * model + (m * m - 2 * m + 3) * squared)
    fourth = (m - 1) / cube * ((m * m - 3 * m + 3) * model + 3 * (2 * m - 3) * squared)
  }

  private var m: Double { Double(samples) }

  /// The variance of m₂.
  public var variance: Double { square - mean * mean }

  // MARK: - Closed forms

  /// `E m₂ = (M − 1)h²` of the stationary law with a fixed bandwidth h.
  public static func stationaryMean(samples: Int, bandwidth h: Double) -> Double {
    Double(samples - 1) * h * h
  }

  /// `E m₂² = h⁴ (M − 1)(2M − 1)(7M² − 11M + 6)/(6M² − 11M + 6)` of that law.
  public static func stationarySquare(samples: Int, bandwidth h: Double) -> Double {
    let m = Double(samples)
    return h * h * h * h * (m - 1) * (2 * m - 1) * (7 * m * m - 11 * m + 6)
      / (6 * m * m - 11 * m + 6)
  }

  /// `1 − 1/M + h²`, the factor of E m₂ in a generation with a relative bandwidth h.
  public static func growth(samples: Int, bandwidth h: Double) -> Double {
    1 - 1 / Double(samples) + h * h
  }
}
