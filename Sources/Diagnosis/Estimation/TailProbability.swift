import NumericalMethods
import PortableMath

/// The probability to see as much, from simulated values.
enum TailProbability {
  /// `(1 + number of values ≥ observed)/(B + 1)`, exact at every B.
  ///
  /// Where no simulated value is as large, a normal tail says how far beyond, ten times over for what its shape may
  /// be wrong by; many columns need probabilities below 1/B.
  ///
  /// - Parameters:
  ///   - sorted: simulated values, rising.
  ///   - outcomes: of how many values the statistic is the largest.
  static func above(_ observed: Double, in sorted: [Double], outcomes: Double = 1) -> Double {
    let count = Double(sorted.count)
    let counted = SimulatedLaw.upperProbability(of: observed, in: sorted)
    guard counted < 1.5 / (count + 1) else { return counted }
    guard observed.isFinite else { return counted }
    let finite = sorted.filter(\.isFinite)
    let mean = finite.reduce(0, +) / Double(finite.count)
    let variance = finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(finite.count)
    guard variance > 0, finite.count == sorted.count else { return counted }
    let z = (observed - (outcomes > 1 ? 0 : mean)) / (outcomes > 1 ? 1 : variance.squareRoot())
    let tail = 0.5 * ContinuousLaw.chiSquaredSurvival(z * z, degreesOfFreedom: 1)
    return min(counted, 10 * outcomes * tail)
  }

  /// The same for values as small.
  static func below(_ observed: Double, in sorted: [Double]) -> Double {
    above(-observed, in: sorted.reversed().map { -$0 })
  }
}

/// Systematic moves of a path beside those of simulated loops.
struct MoveTest {
  /// Index of the move that stands out most, among the directions and then the symbols together.
  let strongest: Int
  /// The probability that in loops without any one of them stands out as much.
  let probability: Double

  /// `observed` sizes beside `simulated` ones (loops × sizes), each in units in which it is about standard normal; the
  /// largest is compared with the largest, so that nothing is paid for correlation.
  init(observed: [Double], simulated: [[Double]]) {
    let count = Double(simulated.count)
    let last = observed.count - 1
    let scales = observed.indices.map { k -> Double in
      if k == last { return simulated.reduce(0) { $0 + $1[k] } / count }
      // What fits take away makes deviations smaller than standard ones. Those of a direction that simulated loops
      // seldom have are mostly 0, and no unit.
      let present = simulated.filter { $0[k] > 0 }
      let scale =
        (present.reduce(0) { $0 + $1[k] * $1[k] } / Double(max(1, present.count))).squareRoot()
      return 2 * present.count > simulated.count ? max(scale, 0.2) : max(scale, 1)
    }
    // The sum over symbols is about χ²: its cube root is about normal (Wilson and Hilferty).
    let roots = simulated.map { cubeRoot(scales[last] > 0 ? $0[last] / scales[last] : 1) }
    let rootMean = roots.reduce(0, +) / count
    let rootScale =
      (roots.reduce(0) { $0 + ($1 - rootMean) * ($1 - rootMean) } / count).squareRoot()
    func standard(_ sizes: [Double]) -> [Double] {
      sizes.indices.map { k in
        if k < last { return sizes[k] / scales[k] }
        guard scales[k] > 0, rootScale > 0 else { return 0 }
        return (cubeRoot(sizes[k] / scales[k]) - rootMean) / rootScale
      }
    }
    let values = standard(observed)
    let best = values.indices.max { values[$0] < values[$1] } ?? 0
    // Symbols together see every direction; one that has a name says more.
    let named = values.indices.dropLast().max { values[$0] < values[$1] } ?? 0
    strongest = values[named] > 0.6 * values[best] ? named : best
    let largest = simulated.map { standard($0).max() ?? 0 }.sorted()
    probability = TailProbability.above(
      values[best], in: largest, outcomes: Double(2 * values.count))
  }
}

private func cubeRoot(_ x: Double) -> Double { x > 0 ? exp(log(x) / 3) : 0 }
