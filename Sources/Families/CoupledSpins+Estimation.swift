import PortableMath

extension CoupledSpins {
  /// The maximum-likelihood estimate, on the smallest face that holds the mean statistic.
  ///
  /// Inside, it is found in coordinates of the nearest edge, (S, ψ), where ψ ≥ 0 vanishes on the
  /// edge: nothing cancels there, and a sample a hair's breadth inside is as well conditioned as any.
  ///
  /// - Throws: ``EstimationError`` if there are no data or they cannot come from this family.
  @inlinable
  public func maximumLikelihood(
    _ data: SufficientStatistics<SIMD2<Double>>
  ) throws(EstimationError) -> Member {
    let place = try locate(data)
    guard place.ψ > 0 else {
      return Member(
        spins: spins, lower: place.edge.lower, upper: place.edge.upper,
        probabilities: place.fractions)
    }
    let ψ = place.edge.statistic
    let scale = 1 / Double(spins)
    let λ = try DampedNewton.minimise(
      from: start(at: place), scales: SIMD2(scale, scale * scale)
    ) {
      levels.expansion(
        λ: $0, ψ, about: SIMD2(place.offset, place.ψ), from: Double(place.vertex))
    }
    // λ₁S + λ₂ψ(S), written in S and (S² − N)/(2N).
    let quadratic = ψ.c * λ.y
    return Member(
      spins: spins, θ: SIMD2(λ.x - quadratic * (ψ.p + ψ.q), 2 * Double(spins) * quadratic))
  }

  /// The field that would give the mean of S without a coupling, and the coupling that a step of
  /// Newton's method from there would give, within bounds.
  @inlinable
  public func startingPoint(
    for data: SufficientStatistics<SIMD2<Double>>
  ) throws(EstimationError) -> SIMD2<Double> {
    guard data.count > 0 else { throw .noData }
    let n = Double(spins)
    let size = n * data.count + 1
    let field = 0.5 * log((size + data.sum.x) / (size - data.sum.x))
    // Uncoupled spins of magnetisation x have E φ₂ = ½(N − 1)x², and φ₂ varies by ½(1 − 1/N)(1 − x²)²
    // at given S.
    let x = data.sum.x / size
    let excess = data.sum.y / data.count - 0.5 * (n - 1) * x * x
    let variance = 0.5 * (1 - 1 / n) * (1 - x * x) * (1 - x * x)
    let coupling = min(1, max(-4, excess / (variance + 1 / data.count)))
    return SIMD2(field - coupling * x * (1 - 1 / n), coupling)
  }

  // MARK: - Where the statistic lies

  /// An edge of the polygon, named by its two values of S.
  @frozen @usableFromInline
  struct Edge: Sendable {
    @usableFromInline let lower: Int
    @usableFromInline let upper: Int
    @usableFromInline let isOutermost: Bool

    @inlinable
    init(lower: Int, upper: Int, isOutermost: Bool = false) {
      (self.lower, self.upper, self.isOutermost) = (lower, upper, isOutermost)
    }

    /// `(S − p)(S − q)` between neighbours and `N² − S²` between the outermost levels: 0 on the edge,
    /// positive off it.
    @inlinable var statistic: SpinLevels.Quadratic {
      SpinLevels.Quadratic(c: isOutermost ? -1 : 1, p: Double(lower), q: Double(upper))
    }
  }

  /// A mean statistic as seen from the nearest edge.
  @frozen @usableFromInline
  struct Place: Sendable {
    @usableFromInline let edge: Edge
    /// The nearer of the edge's levels, and how far the mean of S is from it; kept apart, since next to
    /// a vertex a mean would lose the digits of the difference.
    @usableFromInline let vertex: Int
    @usableFromInline let offset: Double
    /// The mean of the edge's statistic; exactly 0 on the edge.
    @usableFromInline let ψ: Double
    /// The probabilities of both levels of a model on the edge with this mean.
    @usableFromInline let fractions: SIMD2<Double>

    @inlinable
    init(edge: Edge, vertex: Int, offset: Double, ψ: Double, fractions: SIMD2<Double>) {
      (self.edge, self.vertex, self.offset) = (edge, vertex, offset)
      (self.ψ, self.fractions) = (ψ, fractions)
    }
  }

  @inlinable
  func locate(_ data: SufficientStatistics<SIMD2<Double>>) throws(EstimationError) -> Place {
    guard data.count > 0 else { throw .noData }
    let n = data.count
    let (s, squares) = (data.sum.x, squares(in: data))
    let top = Double(spins)
    // Sums of integers are exact, and so is everything made of them here; others carry rounding.
    let isExact = Self.isWhole(s) && Self.isWhole(squares) && Self.isWhole(n)
    let rounding = isExact ? 0 : 0x1p-49 * top * top * n
    guard abs(s) <= top * n + rounding, abs(squares) < .infinity else {
      throw outsideSupport(data)
    }
    let level = (s + top * n) / (2 * n)
    let lower = 2 * min(spins - 1, max(0, Int(level))) - spins
    let (p, q) = (Double(lower), Double(lower + 2))
    let inner = (squares - (p + q) * s) + p * q * n
    let outer = top * top * n - squares
    guard inner >= -rounding, outer >= -rounding else { throw outsideSupport(data) }
    // A point off an edge has ψ = 8 at least between neighbours, and 4(N − 1) off the outermost.
    let isOutermost = outer * 2 < inner * (top - 1)
    let edge =
      isOutermost
      ? Edge(lower: -spins, upper: spins, isOutermost: true)
      : Edge(lower: lower, upper: lower + 2)
    let (a, b) = (Double(edge.lower), Double(edge.upper))
    let parts = SIMD2(Self.positive(b * n - s, rounding), Self.positive(s - a * n, rounding))
    let vertex = parts.x > parts.y ? edge.lower : edge.upper
    return Place(
      edge: edge, vertex: vertex, offset: (s - Double(vertex) * n) / n,
      ψ: Self.positive(isOutermost ? outer : inner, rounding) / n,
      fractions: (1 / (parts.x + parts.y)) * parts)
  }

  /// A number known up to `rounding`, which is not taken for positive if it may be 0.
  @inlinable
  static func positive(_ value: Double, _ rounding: Double) -> Double {
    value > rounding ? value : 0
  }

  @inlinable
  static func isWhole(_ value: Double) -> Bool {
    abs(value) < 0x1p51 && (value + 0x1.8p52) - 0x1.8p52 == value
  }

  @usableFromInline
  func outsideSupport(_ data: SufficientStatistics<SIMD2<Double>>) -> EstimationError {
    let mean = data.mean
    return .outsideSupport(
      mean: "(\(mean.x), \(mean.y))",
      allowed: "the polygon with a vertex (S, (S² − N)/(2N)) for each S = −\(spins), "
        + "−\(spins - 2), …, \(spins)")
  }

  // MARK: - Where Newton's method starts

  /// Exact in the limit ψ → 0, where only the levels next to the edge count besides its own; the
  /// uncoupled model where that limit is far.
  @inlinable
  func start(at place: Place) -> SIMD2<Double> {
    let edge = place.edge
    let first = edge.isOutermost ? 4 * Double(spins) - 4 : 8
    let off = place.ψ / first
    let up = (place.fractions.y + off) / (1 + 2 * off)
    let odds = up / (1 - up)
    let (i, j) = ((edge.lower + spins) / 2, (edge.upper + spins) / 2)
    let log = levels.logMultiplicities
    let λ = (PortableMath.log(odds) - (log[j] - log[i])) / Double(2 * (j - i))
    // Weights at λ₂ = 0, relative to the lower level of the edge.
    func weight(_ k: Int) -> Double {
      k < 0 || k > spins ? 0 : exp(log[k] - log[i] + λ * Double(2 * (k - i)))
    }
    let neighbours =
      edge.isOutermost ? weight(i + 1) + weight(j - 1) : weight(i - 1) + weight(j + 1)
    let coupling = PortableMath.log(place.ψ * (1 + odds) / (first * neighbours)) / first
    if coupling < 0 { return SIMD2(λ, coupling) }
    let n = Double(spins)
    let mean = Double(place.vertex) + place.offset
    return SIMD2(0.5 * PortableMath.log((n + mean) / (n - mean)), 0)
  }
}
