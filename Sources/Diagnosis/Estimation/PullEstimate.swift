import Randomness

extension LoopPath {
  /// Pulls up to this are tried; what lies above it is a loop of fresh points.
  static var largestPull: Double { 0.98 }

  /// The pull at which the score vanishes, from 0 to 1.
  package var estimatedPull: Double { pull(atDeviation: 0) }

  /// The pull at which the deviation of the path falls to `target`, by bisection on a scale that is fine near 0.
  ///
  /// - Returns: 0 if it is below everywhere, 1 if above.
  func pull(atDeviation target: Double) -> Double {
    func isAbove(_ root: Double) -> Bool { sums(at: root * root).deviation > target }
    guard isAbove(0) else { return 0 }
    var (low, high) = (0.0, Self.largestPull.squareRoot())
    if isAbove(high) { return 1 }
    // To a part in a million of the largest.
    for _ in 0..<20 {
      let middle = 0.5 * (low + high)
      if isAbove(middle) { low = middle } else { high = middle }
    }
    // Symbols that stay away speak against any pull, and not at none: the deviation may jump at 0.
    return low == 0 ? 0 : 0.25 * (low + high) * (low + high)
  }

  /// The pull at which the score vanishes, by two steps of scoring from a pull nearby with its sums.
  func refittedPull(from pull: Double, _ sums: PathSums) -> Double {
    var (pull, sums) = (pull, sums)
    for step in 0..<2 {
      if step > 0 { sums = self.sums(at: pull) }
      guard sums.information > 0 else { break }
      // Never to 0 at once, where a symbol that is back would be impossible.
      pull = min(max(pull + sums.score / sums.information, 0.1 * pull), Self.largestPull)
    }
    return pull
  }
}

/// Intervals by inverting simulated tests.
///
/// A pull is inside where the deviation of the observed loop lies between the quantiles of loops that are simulated
/// at that pull, with the size of the drift that the observed one has there. Near no pull the law of the deviation is
/// skew, as for the unit root of an autoregression (Dickey and Fuller), and few symbols or small counts make it
/// discrete; simulation knows that.
package struct TestInversion: Sendable {
  let path: LoopPath
  /// Streams of all simulated loops.
  let key: StreamKey
  /// B, loops a test.
  let loops: Int
  /// Probability outside on either side.
  let tail: Double

  /// Tests of `path`, each with so many simulated loops.
  package init(path: LoopPath, key: StreamKey, loops: Int, tail: Double) {
    (self.path, self.key, self.loops, self.tail) = (path, key, loops, tail)
  }

  /// The law at `pull`, with the drift's size `dispersion`, or the one that the path has there.
  package func law(
    at pull: Double, dispersion: Double? = nil, directions: Bool = false, refitted: Bool = false,
    name: String
  ) -> SimulatedLaw {
    let dispersion = dispersion ?? Self.possible(path.sums(at: pull).dispersion, path)
    let simulator = LoopSimulator(
      path, pull: pull, dispersion: dispersion, key: key.child(name))
    return SimulatedLaw(simulator, count: loops, directions: directions, refitted: refitted)
  }

  /// Dispersions that can be simulated: two rows at least, a thousand times as many at most.
  static func possible(_ dispersion: Double, _ path: LoopPath) -> Double {
    min(max(dispersion, 1e-3), max(1, 0.5 * path.typicalRows))
  }

  /// The end of the interval of the pull on one side.
  ///
  /// The quantile mostly moves slowly with the pull, so that the end is a fixed point, `deviation(a) = quantile(a)`.
  /// Where it jumps, as at pulls that seldom bring a lost symbol back, pulls that are inside and outside bracket the end,
  /// and the one outside is returned.
  func pullLimit(isUpper: Bool) -> Double {
    var (inside, outside) = (path.estimatedPull, isUpper ? 1.0 : 0)
    var quantile = isUpper ? -2.2 : 2.2
    var tried = path.pull(atDeviation: quantile)
    for _ in 0..<7 {
      // Beyond the largest pull there is nothing to simulate.
      if isUpper, tried > LoopPath.largestPull { return 1 }
      let deviations = law(at: tried, name: isUpper ? "upper" : "lower").deviations
      let next =
        isUpper
        ? SimulatedLaw.lower(deviations, tail: tail) : SimulatedLaw.upper(deviations, tail: tail)
      let deviation = path.sums(at: tried).deviation
      if isUpper ? deviation < next : deviation > next { outside = tried } else { inside = tried }
      let isClose = abs(next - quantile) < 0.05
      quantile = next
      let candidate = path.pull(atDeviation: quantile)
      if isClose { return candidate }
      // Strictly between, or halfway on the scale of square roots.
      let isBetween = (candidate - inside) * (candidate - outside) < 0
      let root = 0.5 * (inside.squareRoot() + outside.squareRoot())
      tried = isBetween ? candidate : root * root
    }
    return outside
  }
}
