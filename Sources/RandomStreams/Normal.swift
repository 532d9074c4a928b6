import PortableMath

/// The standard normal distribution.
///
/// The area under half the density is cut into 256 layers of equal area, each a rectangle but the lowest,
/// which has the tail (Marsaglia and Tsang, 2000, with the layer and the abscissa from different bits as
/// Doornik, 2005, asks). A layer is chosen, and a point across it: 98.8 % of the time the point lies
/// where the whole layer is under the curve, and one word is all it takes.
public enum Normal {
  /// A variate of mean 0 and variance 1.
  ///
  /// - Parameter generator: uses a 64-bit word, sometimes a few more.
  @inlinable
  public static func draw<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    let edges = Layers.shared.edges
    while true {
      let word = generator.next()
      // The abscissa is made of the upper 53 bits, the layer of the lower 8.
      let layer = Int(truncatingIfNeeded: word & 255)
      let u = (Double(Int64(bitPattern: word >> 11) - (1 << 52)) + 0.5) * 0x1p-52
      let x = u * edges[layer]
      if abs(x) < edges[layer + 1] { return x }
      if let x = atEdge(of: layer, x, using: &generator) { return x }
    }
  }

  /// A point in the tail, or one of a rectangle that sticks out of the curve; `nil` if it lies above it.
  @inlinable
  static func atEdge<G: RandomNumberGenerator>(
    of layer: Int, _ x: Double, using generator: inout G
  ) -> Double? {
    if layer == 0 {
      let tail = tail(using: &generator)
      return x < 0 ? -tail : tail
    }
    let heights = Layers.shared.heights
    let height =
      heights[layer] + (generator.nextCentredUnit() + 0.5) * (heights[layer + 1] - heights[layer])
    return height < exp(-0.5 * x * x) ? x : nil
  }

  /// A variate beyond ``Layers/tail`` (Marsaglia, 1964): an exponential one, with the excess rejected.
  @inlinable
  static func tail<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    while true {
      let x = -log(generator.nextCentredUnit() + 0.5) / Layers.tail
      let y = -log(generator.nextCentredUnit() + 0.5)
      if y + y > x * x { return Layers.tail + x }
    }
  }

  /// The layers, from the lowest up.
  ///
  /// Layer k ≥ 1 reaches from 0 to `edges[k]` and in height from `heights[k]` to `heights[k + 1]`; layer 0
  /// has the same area, as if it reached to `edges[0]`, beyond the tail's beginning `edges[1]`.
  @frozen @usableFromInline
  package struct Layers: @unchecked Sendable {
    /// 257 abscissas, decreasing to 0.
    @usableFromInline package let edges: UnsafePointer<Double>
    /// `exp(−x²/2)` at each.
    @usableFromInline package let heights: UnsafePointer<Double>

    /// Where the tail begins, so that the layers close at the top.
    @inlinable package static var tail: Double { 3.654152885361009 }
    /// The area of each, `∫ exp(−x²/2) dx` from the tail on and the rectangle before it.
    package static let area = 0.0049286732339746554

    @usableFromInline package static let shared = Layers()

    /// Made once and never freed.
    private init() {
      let x = UnsafeMutablePointer<Double>.allocate(capacity: 257)
      let y = UnsafeMutablePointer<Double>.allocate(capacity: 257)
      x[1] = Self.tail
      y[1] = exp(-0.5 * Self.tail * Self.tail)
      x[0] = Self.area / y[1]
      y[0] = 0
      for k in 2..<256 {
        y[k] = y[k - 1] + Self.area / x[k - 1]
        x[k] = (-2 * log(y[k])).squareRoot()
      }
      (x[256], y[256]) = (0, 1)
      (edges, heights) = (UnsafePointer(x), UnsafePointer(y))
    }
  }
}
