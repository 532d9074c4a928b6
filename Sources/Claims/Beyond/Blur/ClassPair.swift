import Theory

/// A model of two classes of binary features: counts of training points, class by class.
///
/// Frequencies with one denominator are compared as whole numbers, so that a tie is one.
struct ClassPair: Sendable {
  /// Of the training points of class 0, how many have each feature; then the same of class 1.
  let counts: [Int]
  /// Training points of each class.
  let size: Int

  /// Number of features.
  var features: Int { counts.count / 2 }

  /// size^F times the probability of a point in a class; bit j of the point is feature j.
  private func weight(of point: Int, in class_: Int) -> Int {
    (0..<features).reduce(1) { product, j in
      let ups = counts[class_ * features + j]
      return product * ((point >> j) & 1 == 1 ? ups : size - ups)
    }
  }

  /// The error on points of the truth, and the least error between the model's own classes.
  ///
  /// The classifier picks the likelier class, with a coin where both are equally likely; classes are
  /// equally frequent in the truth.
  ///
  /// - Parameter truth: the probabilities of all points in both classes of the truth.
  /// - Returns: error on the truth; own overlap, `½ Σ_x min(p₀, p₁)`.
  func errors(on truth: (zero: [Double], one: [Double])) -> SIMD2<Double> {
    var (error, overlap) = (0.0, 0)
    for point in 0..<(1 << features) {
      let (zero, one) = (weight(of: point, in: 0), weight(of: point, in: 1))
      // Half of the points are of the class that is not picked.
      error +=
        zero > one
        ? 0.5 * truth.one[point]
        : zero < one ? 0.5 * truth.zero[point] : 0.25 * (truth.zero[point] + truth.one[point])
      overlap += min(zero, one)
    }
    let scale = (0..<features).reduce(1.0) { product, _ in product * Double(size) }
    return SIMD2(error, 0.5 * Double(overlap) / scale)
  }

  /// Whether every feature of both classes is certain, and the same in both; `nil` before the end.
  var endsAtOnePoint: Bool? {
    guard counts.allSatisfy({ $0 == 0 || $0 == size }) else { return nil }
    return (0..<features).allSatisfy { counts[$0] == counts[features + $0] }
  }
}
