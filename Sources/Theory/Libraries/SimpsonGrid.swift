/// Simpson's rule for the position of a random walk on an interval, whose density need not vanish at the ends.
///
/// Points lie whole widths apart, so that one row of densities of the step serves all pairs.
struct SimpsonGrid {
  /// Equidistant, with both ends.
  let points: [Double]
  /// Of the integral over the interval.
  let weights: [Double]
  /// Densities of the step, from minus the length of the interval to the length of it.
  let steps: [Double]

  /// Six points or more to each standard deviation of the step.
  init(of step: LogChiSquared, from lowest: Double, to highest: Double) {
    let length = highest - lowest
    let intervals = 2 * Int((3 * length / step.variance.squareRoot()).rounded(.up))
    let width = length / Double(intervals)
    points = (0...intervals).map { lowest + Double($0) * width }
    weights = (0...intervals).map { index in
      width / 3 * (index == 0 || index == intervals ? 1 : index % 2 == 1 ? 4 : 2)
    }
    steps = (-intervals...intervals).map { step.density(at: Double($0) * width) }
  }

  /// The density of the step that is the difference of points i and j.
  func density(_ i: Int, _ j: Int) -> Double { steps[i - j + points.count - 1] }

  /// The integral of a function with these values at the points.
  func integral(of values: [Double]) -> Double {
    zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
