import PortableMath

/// The N + 1 levels S = −N, −N + 2, …, N of N spins, level S with multiplicity `C(N, (N + S)/2)`.
///
/// All that a model of exchangeable spins needs is done here: weights of the levels under
/// `exp(λ₁S + λ₂ψ(S))` with a quadratic statistic ψ, and their moments.
@usableFromInline
struct SpinLevels: Sendable {
  /// N ≥ 2.
  @usableFromInline let spins: Int
  /// `C(N, k)/C(N, k − 1)` for k = 1 … N; the entry 0 is not used.
  @usableFromInline let ratios: [Double]
  /// `ln C(N, k)`.
  @usableFromInline let logMultiplicities: [Double]

  init(spins: Int) {
    self.spins = spins
    var ratios = [Double](repeating: 1, count: spins + 1)
    for k in stride(from: 1, through: spins, by: 1) {
      ratios[k] = Double(spins - k + 1) / Double(k)
    }
    self.ratios = ratios
    // From both ends, so that the mirror images agree to the last bit.
    var logarithms = [Double](repeating: 0, count: spins + 1)
    for k in stride(from: 1, through: spins / 2, by: 1) {
      logarithms[k] = logarithms[k - 1] + log(ratios[k])
    }
    for k in 0...spins { logarithms[k] = logarithms[min(k, spins - k)] }
    logMultiplicities = logarithms
  }

  /// Number of levels, N + 1.
  @inlinable var count: Int { spins + 1 }

  /// S of level k.
  @inlinable func level(_ k: Int) -> Double { Double(2 * k - spins) }

  /// `ψ(S) = c(S − p)(S − q) + ψ₀`.
  @frozen @usableFromInline
  struct Quadratic: Sendable {
    @usableFromInline let c: Double
    @usableFromInline let p: Double
    @usableFromInline let q: Double
    @usableFromInline let constant: Double

    @inlinable
    init(c: Double, p: Double, q: Double, constant: Double = 0) {
      (self.c, self.p, self.q, self.constant) = (c, p, q, constant)
    }

    @inlinable func callAsFunction(_ s: Double) -> Double { c * (s - p) * (s - q) + constant }
  }

  /// `φ₂ = (S² − N)/(2N)`.
  @inlinable var pairStatistic: Quadratic {
    Quadratic(c: 0.5 / Double(spins), p: 0, q: 0, constant: -0.5)
  }

  /// The weights `C(N, k) exp(λ₁S + λ₂ψ(S))` of all levels, relative to one of them.
  ///
  /// Outward from level `origin`, whose weight is 1, each is the last one times a ratio that itself
  /// changes by a constant factor, so that three exponentials do for all. Where their sum is larger than
  /// ``largestSum``, or a weight falls out of range before it may rise again towards another mode, all are
  /// formed from their logarithms, the largest being 1.
  ///
  /// - Returns: their sum, and the level whose weight is 1.
  @inlinable
  func fill(
    _ weights: UnsafeMutableBufferPointer<Double>, λ: SIMD2<Double>, _ ψ: Quadratic, origin: Int
  ) -> (sum: Double, unit: Int) {
    let s = level(origin)
    let curvature = 4 * ψ.c * λ.y
    let slope = 2 * λ.x + ψ.c * λ.y * (4 * s - 2 * (ψ.p + ψ.q))
    let growth = exp(2 * curvature)
    let sum = ratios.withUnsafeBufferPointer { ratios in
      weights[origin] = 1
      var sum = 1.0
      var weight = 1.0
      var ratio = exp(curvature + slope)
      for k in stride(from: origin + 1, through: spins, by: 1) {
        weight *= ratio * ratios[k]
        ratio *= growth
        weights[k] = weight
        sum += weight
      }
      weight = 1
      ratio = exp(curvature - slope)
      for k in stride(from: origin - 1, through: 0, by: -1) {
        // C(N, k) is symmetric: downward, the ratios are those of the mirror images.
        weight *= ratio * ratios[spins - k]
        ratio *= growth
        weights[k] = weight
        sum += weight
      }
      return sum
    }
    // Not a number where a ratio overflows beside a weight that is 0.
    guard sum <= Self.largestSum, growth <= 1 || isInRange(weights) else {
      return fillFromLogarithms(weights, λ: λ, ψ)
    }
    return (sum, origin)
  }

  /// The largest sum of weights relative to any one of them: `N² − S²` may be 10⁸, and its square times a
  /// weight has to be a double; so has what ``Multinomial`` makes of the sum.
  @inlinable static var largestSum: Double { 1e280 }

  /// Whether no weight is so small that its digits, or all of it, may have been lost.
  @inlinable
  func isInRange(_ weights: UnsafeMutableBufferPointer<Double>) -> Bool {
    var least = 1.0
    for k in 0...spins { least = min(least, weights[k]) }
    return least > 1e-290
  }

  @usableFromInline
  func fillFromLogarithms(
    _ weights: UnsafeMutableBufferPointer<Double>, λ: SIMD2<Double>, _ ψ: Quadratic
  ) -> (sum: Double, unit: Int) {
    for k in 0...spins {
      let s = level(k)
      weights[k] = logMultiplicities[k] + λ.x * s + λ.y * ψ(s)
    }
    let unit = (0...spins).max { weights[$0] < weights[$1] }!
    let largest = weights[unit]
    var sum = 0.0
    for k in 0...spins {
      weights[k] = exp(weights[k] - largest)
      sum += weights[k]
    }
    return (sum, unit)
  }

  /// `ln Σ w − λ₁(target₁ + v) − λ₂(target₂ + ψ₀)` with gradient and curvature, as a function of λ.
  ///
  /// Moments are taken about the target, so that the gradient vanishes without cancellation where
  /// the means meet it.
  ///
  /// - Parameters:
  ///   - target: mean values of S − v and of ψ − ψ₀.
  ///   - vertex: v, a level from which the mean of S may differ by very little.
  @inlinable
  func expansion(
    λ: SIMD2<Double>, _ ψ: Quadratic, about target: SIMD2<Double>, from vertex: Double = 0
  ) -> ConvexExpansion<SIMD2<Double>> {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { weights in
      let (sum, unit) = fill(weights, λ: λ, ψ, origin: origin(near: vertex + target.x))
      var (a, b, aa, ab, bb) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for k in 0...spins {
        let s = level(k)
        let w = weights[k]
        let da = (s - vertex) - target.x
        let db = ψ.c * (s - ψ.p) * (s - ψ.q) - target.y
        let wa = w * da
        let wb = w * db
        a += wa
        b += wb
        aa += wa * da
        ab += wa * db
        bb += wb * db
      }
      let gradient = SIMD2(a / sum, b / sum)
      let s = level(unit)
      let value =
        log(sum) + logMultiplicities[unit] + λ.x * ((s - vertex) - target.x)
        + λ.y * (ψ.c * (s - ψ.p) * (s - ψ.q) - target.y)
      return ConvexExpansion(
        value: value, gradient: gradient,
        curvature: SymmetricMatrix2(
          diagonal: SIMD2(aa / sum - gradient.x * gradient.x, bb / sum - gradient.y * gradient.y),
          offDiagonal: ab / sum - gradient.x * gradient.y))
    }
  }

  /// The level nearest to `s`.
  @inlinable
  func origin(near s: Double) -> Int {
    let k = (s + Double(spins)) * 0.5 + 0.5
    return k > 0 ? min(spins, Int(k)) : 0
  }
}
