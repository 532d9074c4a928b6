import Documents
import Loop

/// A histogram with bins of equal width, and the first two moments of all that was recorded.
struct Histogram: Sendable {
  /// Left edge of the first bin.
  let lower: Double
  /// Width of a bin.
  let width: Double
  private let scale: Double
  private(set) var counts: [Int]
  private(set) var total = 0
  private(set) var sum = 0.0
  private(set) var squares = 0.0

  init(from lower: Double, to upper: Double, bins: Int) {
    self.lower = lower
    width = (upper - lower) / Double(bins)
    scale = Double(bins) / (upper - lower)
    counts = [Int](repeating: 0, count: bins)
  }

  /// Counts `value`; outside the bins it enters the moments only.
  mutating func record(_ value: Double) {
    total += 1
    sum += value
    squares += value * value
    let place = (value - lower) * scale
    if place >= 0, place < Double(counts.count) { counts[Int(place)] += 1 }
  }

  /// Left edge, middle and right edge of a bin.
  func bin(_ index: Int) -> (left: Double, middle: Double, right: Double) {
    let left = lower + Double(index) * width
    return (left, left + width / 2, left + width)
  }

  /// The mean of what was recorded.
  var mean: Double { sum / Double(total) }

  /// The mean of `(value − centre)²`.
  func meanSquare(about centre: Double) -> Double {
    squares / Double(total) - 2 * centre * mean + centre * centre
  }

  /// The density in a bin.
  func density(_ index: Int) -> Double { Double(counts[index]) / (Double(total) * width) }
}

/// Bins of a variable on the lattice k/divisor, each of `steps` whole steps, from k = 1 on.
///
/// A lattice point stands for the interval of one step around it; k = 0 is in no bin.
struct LatticeHistogram: Sendable {
  let divisor: Double
  let steps: Int
  let bins: Int

  /// A histogram without counts.
  var empty: Histogram {
    let lower = 0.5 / divisor
    return Histogram(from: lower, to: lower + Double(bins * steps) / divisor, bins: bins)
  }

  /// For each bin its middle, the density in `chains` with its standard error, the exact density, and
  /// that of the limit.
  ///
  /// - Parameters:
  ///   - exact: probabilities of k = 0, 1, …; 0 beyond the last.
  ///   - limit: a distribution function.
  func rows(
    _ chains: [Histogram], exact: [Double], limit: (Double) -> Double
  ) -> [[Table.Cell]] {
    let width = chains[0].width
    return chains[0].counts.indices.map { index in
      let density = Estimate(chains.map { $0.density(index) })
      let mass = (1 + index * steps...(index + 1) * steps).reduce(0.0) {
        $0 + ($1 < exact.count ? exact[$1] : 0)
      }
      let bin = chains[0].bin(index)
      return [
        bin.middle, density.mean, density.standardError, mass / width,
        (limit(bin.right) - limit(bin.left)) / width,
      ].map { .number($0) }
    }
  }
}
