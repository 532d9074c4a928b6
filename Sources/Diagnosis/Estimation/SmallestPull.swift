import PortableMath

extension TestInversion {
  /// The pull that loops like this one show with a probability of 0.8: that their deviation at no pull lies above the
  /// quantile of closed loops.
  ///
  /// The stronger the pull, the nearer to the truth a loop stays and the less of the pull it shows; so the first guess,
  /// from the information of the observed loop, is too small, and simulated loops correct it.
  ///
  /// - Parameters:
  ///   - quantile: of the deviations of closed loops.
  ///   - guess: where the search starts.
  ///   - dispersion: N/n_e.
  /// - Returns: a pull in (0, 1], to a few per cent.
  package func smallestPull(quantile: Double, guess: Double, dispersion: Double) -> Double {
    let count = max(39, loops / 4)
    func power(_ pull: Double) -> Double {
      let simulator = LoopSimulator(
        path, pull: pull, dispersion: Self.possible(dispersion, path), key: key.child("power"))
      let found = (0..<count).filter { simulator.loop($0).sums(at: 0).deviation > quantile }
      return Double(found.count) / Double(count)
    }
    let (wanted, factor) = (0.8, 1.5)
    var (low, high) = (0.0, guess.isFinite ? min(max(guess, 1e-4), LoopPath.largestPull) : 0.1)
    var (below, above) = (0.0, power(high))
    while above < wanted {
      guard high < LoopPath.largestPull else { return 1 }
      (low, below) = (high, above)
      high = min(factor * high, LoopPath.largestPull)
      above = power(high)
    }
    // The guess itself was large enough.
    while low == 0 {
      let smaller = high / factor
      let there = power(smaller)
      if there < wanted || smaller < 1e-9 {
        (low, below) = (smaller, there)
      } else {
        (high, above) = (smaller, there)
      }
    }
    let part = above > below ? (wanted - below) / (above - below) : 1
    return low * exp(part * log(high / low))
  }
}
