/// Tells classes by the nearest mean, in squared distance, of all real digits of a class.
///
/// It is fixed once and for all on real data, so that whatever a model writes is judged alike.
package struct ClassMeans: Sendable {
  /// Per class and pixel.
  private let means: [[Double]]
  /// Σ means², per class.
  private let norms: [Double]

  /// The means of all 1797 digits.
  package init() {
    var sums = Array(
      repeating: Array(repeating: 0.0, count: Digit.pixelCount), count: Digit.classCount)
    var counts = Array(repeating: 0.0, count: Digit.classCount)
    for digit in Digit.all {
      counts[digit.label] += 1
      for pixel in 0..<Digit.pixelCount where digit.pixels >> pixel & 1 == 1 {
        sums[digit.label][pixel] += 1
      }
    }
    means = zip(sums, counts).map { sum, count in sum.map { $0 / count } }
    norms = means.map { $0.reduce(0) { $0 + $1 * $1 } }
  }

  /// The class of a picture; the lower one of two equally near.
  package func label(of pixels: UInt64) -> Int {
    var best = (label: 0, distance: Double.infinity)
    for (label, mean) in means.enumerated() {
      // |x − m|² without |x|², which is the same for all.
      var distance = norms[label]
      var rest = pixels
      while rest != 0 {
        distance -= 2 * mean[rest.trailingZeroBitCount]
        rest &= rest &- 1
      }
      if distance < best.distance { best = (label, distance) }
    }
    return best.label
  }
}
