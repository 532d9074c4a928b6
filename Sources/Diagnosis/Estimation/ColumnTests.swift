import PortableMath
import Randomness

/// Everything that simulated loops say of one path.
package struct ColumnTests: Sendable {
  package let pull: IntervalEstimate
  /// n_e.
  package let effectiveSize: IntervalEstimate
  package let probabilities: FindingProbabilities
  /// The move that stands out most, and its size.
  let move: SystematicMove
  let moveDeviation: Double
  /// How many standard deviations each symbol moves beyond the pull.
  let symbolDeviations: [Double]
  /// The pull that would be told from none in four loops out of five.
  let smallestPull: Double

  /// Simulates some ten thousand loops at `options.loops` = 999.
  package init(_ path: LoopPath, key: StreamKey, options: DiagnosisOptions) {
    // A test is exact where nothing but what it asks is unknown. What the truth's shares and n_e, or a, are estimated for
    // costs a per cent at most, which a fifth of the level pays for.
    let tail = 0.4 * (1 - options.coverage)
    let inversion = TestInversion(path: path, key: key, loops: options.loops, tail: tail)
    let estimate = path.estimatedPull
    let (atZero, atEstimate) = (
      path.sums(at: 0, directions: true), path.sums(at: estimate, directions: true)
    )
    // No pull: a drift of the rows' size is the closed loop itself, so that this test of it is exact.
    let closed = inversion.law(at: 0, dispersion: 1, directions: true, name: "closed")
    let scattered = inversion.law(at: 0, directions: true, name: "no pull")
    let anchored =
      atZero.isImpossible
      ? 0
      : [closed, scattered].map {
        TailProbability.above(atZero.deviation, in: $0.deviations)
      }.max()!
    let mayBeClosed = anchored > tail

    let lower = mayBeClosed ? 0 : inversion.pullLimit(isUpper: false)
    // Chance can lead away from the truth; the upper end is not below one standard error all the same.
    let error = (atZero.dispersion / max(atZero.information, 1e-9)).squareRoot()
    pull = IntervalEstimate(
      value: estimate, lower: min(lower, estimate),
      upper: max(estimate, min(1, error), inversion.pullLimit(isUpper: true)))

    let pulled = min(estimate, LoopPath.largestPull)
    let asSeen =
      pulled == 0
      ? scattered
      : inversion.law(at: pulled, directions: true, refitted: true, name: "as estimated")
    let ofRows =
      pulled == 0
      ? closed
      : inversion.law(at: pulled, dispersion: 1, refitted: true, name: "size of the rows")
    var tried = [TriedPull(pull: pulled, refitted: pulled > 0, sums: atEstimate, law: asSeen)]
    if mayBeClosed {
      if pulled > 0 {
        tried.append(TriedPull(pull: 0, refitted: false, sums: atZero, law: scattered))
      }
    } else {
      tried.append(
        TriedPull(
          pull: pull.lower, refitted: false, sums: path.sums(at: pull.lower),
          law: inversion.law(at: pull.lower, name: "lower end")))
    }
    let size = inversion.dispersionLimits(tried)
    let rows = path.typicalRows
    effectiveSize = IntervalEstimate(
      value: rows / atEstimate.dispersion, lower: rows / size.upper, upper: rows / size.lower)

    // What a closed loop does as often is no finding, unless the loop cannot be closed.
    var sizes = [(atEstimate.dispersion, ofRows.dispersions)]
    if mayBeClosed { sizes.append((atZero.dispersion, closed.dispersions)) }
    let moves =
      [MoveTest(observed: atEstimate.moveSizes, simulated: asSeen.moves)]
      + (mayBeClosed ? [MoveTest(observed: atZero.moveSizes, simulated: closed.moves)] : [])
    probabilities = FindingProbabilities(
      anchored: anchored,
      driftingFaster: sizes.map {
        TailProbability.above(log($0.0), in: $0.1.map { log($0) })
      }.max()!,
      driftingSlower: sizes.map {
        TailProbability.below(log($0.0), in: $0.1.map { log($0) })
      }.max()!,
      // Loops at an estimated pull are not quite those at the true one: moves are found up to half as often again.
      pulledElsewhere: min(1, (pulled > 0 ? 1.5 : 1) * moves.map(\.probability).max()!))
    let strongest = moves[0].strongest
    let names = PathSums.directionNames + [.symbols]
    move = names[strongest]
    symbolDeviations = atEstimate.symbolDeviations
    moveDeviation =
      strongest < PathSums.directionNames.count
      ? atEstimate.directionDeviations[strongest]
      : symbolDeviations.max { abs($0) < abs($1) } ?? 0
    let quantile = SimulatedLaw.upper(closed.deviations, tail: tail)
    smallestPull = inversion.smallestPull(
      quantile: quantile, guess: (quantile + 0.84) * error, dispersion: atZero.dispersion)
  }
}
