public import CPortable
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
  @inlinable @inline(__always)
  public static func draw<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    let (layer, x) = point(generator.next())
    if abs(x) < cnl_edge(layer + 1) { return x }
    let (value, words) = atEdge(of: layer, x, using: generator)
    generator.skip(words)
    return value
  }

  /// A layer, from the lower 8 bits of a word, and an abscissa in it, from the upper 53.
  @inlinable @inline(__always)
  static func point(_ word: UInt64) -> (layer: Int, x: Double) {
    let layer = Int(truncatingIfNeeded: word & 255)
    let u = (Double(Int64(bitPattern: word >> 11) - (1 << 52)) + 0.5) * 0x1p-52
    return (layer, u * cnl_edge(layer))
  }

  /// What comes of a point in the tail, or in the part of a rectangle that sticks out of the curve.
  @inlinable @inline(never)
  static func atEdge<G: RandomNumberGenerator>(
    of layer: Int, _ x: Double, using generator: G
  ) -> (Double, words: Int) {
    var (layer, x, generator) = (layer, x, CountingGenerator(generator))
    while true {
      if abs(x) < cnl_edge(layer + 1) { return (x, generator.count) }
      if layer == 0 {
        let tail = tail(using: &generator)
        return (x < 0 ? -tail : tail, generator.count)
      }
      let (low, high) = (cnl_height(layer), cnl_height(layer + 1))
      let height = low + (generator.nextCentredUnit() + 0.5) * (high - low)
      if height < exp(-0.5 * x * x) { return (x, generator.count) }
      (layer, x) = point(generator.next())
    }
  }

  /// A variate beyond the lowest layer's edge (Marsaglia, 1964): an exponential one, thinned out.
  @inlinable
  static func tail<G: RandomNumberGenerator>(using generator: inout G) -> Double {
    while true {
      let x = -log(generator.nextCentredUnit() + 0.5) / cnl_tail
      let y = -log(generator.nextCentredUnit() + 0.5)
      if y + y > x * x { return cnl_tail + x }
    }
  }
}
