/// A pull, what the path says at it, and the law of loops that are like the path there.
struct TriedPull {
  let pull: Double
  /// Whether it is the path's own estimate, so that simulated loops are taken at theirs.
  let refitted: Bool
  let sums: PathSums
  let law: SimulatedLaw
}

extension TestInversion {
  /// The interval of N/n_e: the widest at any of the pulls `tried`, since the pull is not known either.
  ///
  /// The statistic is nearly proportional to what it estimates, so that a ratio is a good next trial.
  func dispersionLimits(_ tried: [TriedPull]) -> (lower: Double, upper: Double) {
    (
      tried.map { dispersionLimit($0, isUpper: false) }.min()!,
      tried.map { dispersionLimit($0, isUpper: true) }.max()!
    )
  }

  private func dispersionLimit(_ start: TriedPull, isUpper: Bool) -> Double {
    // Loops that stand still say nothing of their size.
    guard start.sums.expectedSquares > 1 else { return isUpper ? .infinity : 0 }
    let observed = start.sums.dispersion
    var (tried, dispersions) = (Self.possible(observed, path), start.law.dispersions)
    for trial in 0..<4 {
      let quantile =
        isUpper
        ? SimulatedLaw.lower(dispersions, tail: tail)
        : SimulatedLaw.upper(dispersions, tail: tail)
      guard quantile > 0 else { return isUpper ? .infinity : 0 }
      let limit = observed * tried / quantile
      let isClose = abs(limit - tried) < 0.02 * tried
      tried = Self.possible(limit, path)
      if trial == 3 || isClose || tried != limit { return limit }
      dispersions =
        law(
          at: start.pull, dispersion: tried, refitted: start.refitted, name: "size"
        ).dispersions
    }
    return tried
  }
}
