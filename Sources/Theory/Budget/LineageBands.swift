import PortableMath

/// How many ancestors n points have, generation by generation backwards, and how far chance spreads that number.
///
/// Of n synthetic points a share 1 − b has a synthetic parent, and so many balls hit about `M(1 − e^(−m/M))` boxes. Both
/// numbers are sums of independent indicators (for boxes: Vatutin and Mikhailov 1982), whose sums obey Bernstein's
/// inequality; over generations means and variances are those of the linear noise around the mean. What lies outside
/// the bands has a probability of some 1e−15 in all: see ``AncestralDual/neglected(_:)``.
struct LineageBands {
  /// Synthetic points whose parents are looked for, a band for each generation backwards; the first is M.
  private(set) var children: [ClosedRange<Int>] = []
  /// How many of these parents are synthetic, balls before they fall into boxes.
  private(set) var balls: [ClosedRange<Int>] = []

  /// The bands of the generations 0 … `generations` backwards from n = `samples`, or until they overlap if `nil`: then
  /// the last ones begin at 0.
  init(samples: Int, realShare b: Double, generations: Int?) {
    let boxes = Double(samples)
    var (mean, variance) = (boxes, 0.0)
    while true {
      var band = Self.band(mean, variance, largest: samples)
      let isLast =
        generations.map { children.count == $0 }
        ?? (children.last.map { band.upperBound >= $0.lowerBound } ?? (samples == 1))
      if generations == nil, isLast {
        band = 0...max(band.upperBound, children.last?.lowerBound ?? 1)
      }
      // Each generation has at most as many as the one behind it.
      let most = children.last?.upperBound ?? samples
      children.append(min(band.lowerBound, most)...min(band.upperBound, most))
      let m = (1 - b) * mean
      variance = (1 - b) * (1 - b) * variance + mean * b * (1 - b)
      let ballsBand = Self.band(m, variance, largest: children.last!.upperBound)
      balls.append(isLast && generations == nil ? 0...children.last!.upperBound : ballsBand)
      if isLast { return }
      let (boxesHit, spread) = Self.occupancy(balls: m, boxes: boxes)
      let slope = exp(m * log1p(-1 / boxes))
      (mean, variance) = (boxesHit, slope * slope * variance + spread)
    }
  }

  /// `M(1 − (1 − 1/M)ᵐ)`, the mean number of boxes hit.
  static func boxesHit(balls m: Double, boxes: Double) -> Double {
    boxes == 1 ? min(1, m) : -boxes * expm1(m * log1p(-1 / boxes))
  }

  private static func occupancy(balls m: Double, boxes: Double) -> (mean: Double, variance: Double)
  {
    let mean = boxesHit(balls: m, boxes: boxes)
    guard boxes > 2 else { return (mean, 0) }
    let empty = exp(m * log1p(-1 / boxes))
    // Two boxes are empty together less often than if they were independent.
    let together = empty * empty * expm1(m * (log1p(-2 / boxes) - 2 * log1p(-1 / boxes)))
    let variance = boxes * boxes * together + boxes * (empty * (1 - empty) - together)
    return (mean, max(0, variance))
  }

  /// Where a sum of independent indicators lies but for e⁻⁴⁵ on each side.
  private static func band(_ mean: Double, _ variance: Double, largest: Int) -> ClosedRange<Int> {
    let third = 45.0 / 3
    let spread =
      variance == 0 && mean == Double(largest)
      ? 0 : third + (third * third + 90 * variance).squareRoot()
    let low = max(0, (mean - spread).rounded(.down))
    let high = min(Double(largest), (mean + spread).rounded(.up))
    return Int(min(low, high))...Int(high)
  }
}
