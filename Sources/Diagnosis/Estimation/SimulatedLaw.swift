import Randomness

/// The law of the statistics of a loop at one pull and one size of the drift, by simulation.
///
/// A test that compares a statistic with B simulated ones at the true parameters is exact at every size: its level is
/// a multiple of 1/(B + 1).
package struct SimulatedLaw: Sendable {
  /// ``PathSums/deviation`` of each loop, sorted.
  package private(set) var deviations: [Double] = []
  /// ``PathSums/dispersion`` of each loop, sorted.
  private(set) var dispersions: [Double] = []
  /// Loops × kinds of moves; empty where not asked for.
  private(set) var moves: [[Double]] = []

  /// `count` loops of `simulator`.
  ///
  /// - Parameter refitted: whether sizes and moves are those at the pull that a loop has itself, as where the observed
  ///   ones are; else at that of the simulator.
  init(
    _ simulator: LoopSimulator, count: Int, directions: Bool = false, refitted: Bool = false
  ) {
    deviations.reserveCapacity(count)
    dispersions.reserveCapacity(count)
    for replicate in 0..<count {
      let loop = simulator.loop(replicate)
      var sums = loop.sums(at: simulator.pull, directions: directions && !refitted)
      deviations.append(sums.deviation)
      if refitted {
        let own = loop.refittedPull(from: simulator.pull, sums)
        sums = loop.sums(at: own, directions: directions)
      }
      dispersions.append(sums.dispersion)
      if directions { moves.append(sums.moveSizes) }
    }
    deviations.sort()
    dispersions.sort()
  }

  /// The value above which a share `tail` of `sorted` lies, on the far side of it.
  package static func upper(_ sorted: [Double], tail: Double) -> Double {
    sorted[max(0, sorted.count - max(1, Int(tail * Double(sorted.count + 1))))]
  }

  /// The value below which a share `tail` of `sorted` lies, on the far side of it.
  static func lower(_ sorted: [Double], tail: Double) -> Double {
    sorted[max(1, Int(tail * Double(sorted.count + 1))) - 1]
  }

  /// `(1 + number of values ≥ observed)/(B + 1)`.
  static func upperProbability(of observed: Double, in sorted: [Double]) -> Double {
    let below = sorted.partitioningIndex { $0 >= observed }
    return Double(1 + sorted.count - below) / Double(sorted.count + 1)
  }

  /// `(1 + number of values ≤ observed)/(B + 1)`.
  static func lowerProbability(of observed: Double, in sorted: [Double]) -> Double {
    let upTo = sorted.partitioningIndex { $0 > observed }
    return Double(1 + upTo) / Double(sorted.count + 1)
  }
}

extension Array {
  /// The first index whose element `belongs`, in an array in which all later ones do, too.
  func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
