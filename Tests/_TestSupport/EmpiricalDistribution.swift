import Families

/// The distribution function of a sample.
struct EmpiricalDistribution {
  private let sorted: [Double]

  init(_ sample: [Double]) { sorted = sample.sorted() }

  /// `sup |F̂ − F|`, at atoms from either side.
  func distance<Vector>(from law: ExactLaw<Vector>) -> Double {
    let n = Double(sorted.count)
    var distance = 0.0
    var start = 0
    while start < sorted.count {
      let x = sorted[start]
      var end = start
      while end < sorted.count, sorted[end] == x { end += 1 }
      // A law that is not a number is infinitely far away.
      let here = max(abs(Double(end) / n - law.below(x)), abs(Double(start) / n - 1 + law.above(x)))
      distance = here >= 0 ? max(distance, here) : .infinity
      if end == start { return .infinity }
      start = end
    }
    return distance
  }

  /// `sup |F̂ − Ĝ|` of two samples.
  func distance(from other: EmpiricalDistribution) -> Double {
    var (i, j, distance) = (0, 0, 0.0)
    while i < sorted.count, j < other.sorted.count {
      let x = min(sorted[i], other.sorted[j])
      guard x.isFinite else { return .infinity }
      while i < sorted.count, sorted[i] == x { i += 1 }
      while j < other.sorted.count, other.sorted[j] == x { j += 1 }
      distance = max(
        distance,
        abs(Double(i) / Double(sorted.count) - Double(j) / Double(other.sorted.count)))
    }
    return distance
  }
}
