/// A family of one statistic whose variance is a quadratic function of its mean.
///
/// Six laws are of this kind (Morris, 1982), and for all of them the first two moments of a loop close:
/// the variance of φ̄ follows a linear recursion, exact at every M.
public protocol QuadraticVarianceFamily: ExponentialFamily where Vector == Double {
  /// `J` as a function of μ.
  var varianceFunction: VarianceFunction { get }
  /// The closed convex support of φ, which may have infinite ends.
  var support: ClosedRange<Double> { get }
  /// The θ at which the mean is μ, or `nil` where none is finite.
  func naturalParameter(atMean μ: Double) -> Double?
}

/// `V(μ) = v₀ + v₁μ + v₂μ²`.
@frozen
public struct VarianceFunction: Sendable, Equatable {
  /// v₀.
  public let constant: Double
  /// v₁.
  public let linear: Double
  /// v₂.
  public let quadratic: Double

  /// The function with the given coefficients.
  public init(constant: Double = 0, linear: Double = 0, quadratic: Double = 0) {
    (self.constant, self.linear, self.quadratic) = (constant, linear, quadratic)
  }

  /// `V(μ)`.
  public func callAsFunction(_ μ: Double) -> Double {
    constant + μ * (linear + μ * quadratic)
  }

  /// The same as a function of `μ − origin`.
  public func about(_ origin: Double) -> VarianceFunction {
    VarianceFunction(
      constant: self(origin), linear: linear + 2 * quadratic * origin, quadratic: quadratic)
  }
}

extension QuadraticVarianceFamily {
  /// `V′(μ) = v₁ + 2v₂μ(θ)`, since dμ/dθ = V.
  public func logDeterminantGradient(at θ: Double) -> Double {
    varianceFunction.linear + 2 * varianceFunction.quadratic * meanParameter(at: θ)
  }
}
