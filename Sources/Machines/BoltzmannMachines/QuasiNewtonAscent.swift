/// Ascent to a maximum of a smooth function by a limited-memory quasi-Newton method.
///
/// The two-loop recursion of Nocedal (1980) with the last few changes of point and slope; a step is halved until
/// the function rises by a fraction of what the slope promises (Armijo's rule). Deterministic, and made of IEEE
/// additions, multiplications, divisions and roots only.
struct QuasiNewtonAscent {
  /// The largest number of steps.
  let steps: Int
  /// It has arrived where no component of the slope is larger than this.
  let tolerance: Double

  /// The point reached from `start`.
  func maximise(
    from start: [Double], _ function: ([Double]) -> (value: Double, slope: [Double])
  ) -> [Double] {
    var point = start
    var here = function(point)
    var changes = RecentChanges(dimension: start.count)
    for _ in 0..<steps {
      if here.slope.allSatisfy({ abs($0) <= tolerance }) { break }
      let direction = changes.direction(along: here.slope)
      let promise = dot(direction, here.slope)
      // Before anything is known of the curvature, a step of length 1 at most.
      var length = changes.isEmpty ? 1 / max(1, promise.squareRoot()) : 1
      var next: (point: [Double], value: Double, slope: [Double])?
      for _ in 0..<30 {
        var candidate = point
        for i in candidate.indices { candidate[i] += length * direction[i] }
        let there = function(candidate)
        if there.value >= here.value + 1e-4 * length * promise {
          next = (candidate, there.value, there.slope)
          break
        }
        length *= 0.5
      }
      guard let next else { break }
      changes.append(from: (point, here.slope), to: (next.point, next.slope))
      point = next.point
      here = (next.value, next.slope)
    }
    return point
  }
}

/// The last few changes of point and slope, which tell how the function curves.
///
/// In flat arrays, one change after another: an array of arrays costs more to walk than its numbers.
private struct RecentChanges {
  private static let limit = 8
  private let dimension: Int
  private var points = [Double]()
  private var slopes = [Double]()
  /// Of each change of point with that of the slope, downward: positive.
  private var products = [Double]()

  init(dimension: Int) { self.dimension = dimension }

  var isEmpty: Bool { products.isEmpty }

  /// Adds a change, unless the function curves upward along it.
  mutating func append(
    from old: (point: [Double], slope: [Double]), to new: (point: [Double], slope: [Double])
  ) {
    var (product, square) = (0.0, 0.0)
    for i in 0..<dimension {
      let fall = old.slope[i] - new.slope[i]
      product += (new.point[i] - old.point[i]) * fall
      square += fall * fall
    }
    guard product > 1e-12 * square else { return }
    if products.count == Self.limit {
      products.removeFirst()
      points.removeFirst(dimension)
      slopes.removeFirst(dimension)
    }
    products.append(product)
    for i in 0..<dimension {
      points.append(new.point[i] - old.point[i])
      slopes.append(old.slope[i] - new.slope[i])
    }
  }

  /// The slope times an estimate of the inverse curvature.
  func direction(along slope: [Double]) -> [Double] {
    var direction = slope
    var shares = [Double](repeating: 0, count: products.count)
    for k in products.indices.reversed() {
      let first = k * dimension
      var sum = 0.0
      for i in 0..<dimension { sum += points[first + i] * direction[i] }
      shares[k] = sum / products[k]
      for i in 0..<dimension { direction[i] -= shares[k] * slopes[first + i] }
    }
    if let product = products.last {
      let last = slopes.suffix(dimension)
      let scale = product / last.reduce(0) { $0 + $1 * $1 }
      for i in 0..<dimension { direction[i] *= scale }
    }
    for k in products.indices {
      let first = k * dimension
      var sum = 0.0
      for i in 0..<dimension { sum += slopes[first + i] * direction[i] }
      let part = shares[k] - sum / products[k]
      for i in 0..<dimension { direction[i] += part * points[first + i] }
    }
    return direction
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for i in a.indices { sum += a[i] * b[i] }
  return sum
}
