/// The points about a mean in floating-point numbers, each coordinate scaled to at most one.
package struct CentredPoints {
  /// Number of coordinates.
  package let width: Int
  /// The coordinates of point after point.
  package let entries: [Double]
  /// The factor of each coordinate.
  package let scales: [Double]
  /// The mean, about the origin of the points.
  package let mean: [Double]

  /// Centres the points at `target`, (count, sum), exactly up to one rounding of each entry.
  package init(_ points: HomogeneousPoints, target: [Int128]) {
    let count = target[0]
    width = points.width - 1
    var whole: [Int] = []
    var fraction: [Double] = []
    for sum in target.dropFirst() {
      let (quotient, rest) = sum.quotientAndRemainder(dividingBy: count)
      // A mean far outside needs no precision, only a sign.
      whole.append(Int(max(-(1 << 40), min(1 << 40, quotient))))
      fraction.append(Double(rest) / Double(count))
    }
    mean = zip(whole, fraction).map { Double($0) + $1 }
    var entries: [Double] = []
    entries.reserveCapacity(points.count * width)
    var sizes = [Double](repeating: 0, count: width)
    for y in 0..<points.count {
      for a in 0..<width {
        let x = Double(points.entries[y * points.width + a + 1] - whole[a]) - fraction[a]
        entries.append(x)
        sizes[a] = max(sizes[a], abs(x))
      }
    }
    scales = sizes.map { $0 > 0 ? 1 / $0 : 1 }
    for y in 0..<points.count {
      for a in 0..<width { entries[y * width + a] *= scales[a] }
    }
    self.entries = entries
  }

  package subscript(y: Int) -> ArraySlice<Double> { entries[y * width..<(y + 1) * width] }

  /// The value of a functional at a point.
  package func value(of functional: [Double], at y: Int) -> Double {
    var total = 0.0
    for a in 0..<width { total += functional[a] * entries[y * width + a] }
    return total
  }

  /// A functional on the scaled coordinates as one on the vectors (1, φ − φ₀), zero at the mean.
  package func homogeneous(_ functional: [Double]) -> [Double] {
    let slopes = zip(functional, scales).map { $0 * $1 }
    return [-zip(slopes, mean).reduce(0) { $0 + $1.0 * $1.1 }] + slopes
  }
}
