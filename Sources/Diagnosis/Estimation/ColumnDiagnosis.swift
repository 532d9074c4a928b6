import Randomness

/// What is happening to one column.
public struct ColumnDiagnosis: Sendable, Hashable, Codable {
  /// Name of the column.
  public let column: String
  /// N: rows of a generation, the harmonic mean over the steps.
  public let rows: Double
  /// a, the share of its distance to the truth that a generation makes good on average, in [0, 1].
  public let pull: IntervalEstimate
  /// `K̂ = aN`: how many of the N rows, fresh from the truth, pull as much.
  public let points: IntervalEstimate
  /// n_e: the drift is that of a sample of so many rows.
  public let effectiveSize: IntervalEstimate
  /// How probable findings are where there are none.
  public let probabilities: FindingProbabilities
  /// What holds first of all that was found.
  public let verdict: LoopVerdict
  /// All that was found, with any false one at most as probable as `options.falseAlarm` (Holm).
  public let findings: [LoopVerdict]
  /// Why, in sentences.
  public let reasons: [String]
  /// Symbols that were lost and are back.
  public let certificates: [LostAndBack]
  /// The systematic move that stands out most; a finding only if `findings` says so.
  public let move: ObservedMove?
  /// The pull that these data would have told from none with a probability of about 0.8, and as points.
  public let smallestPull: Double
  /// What becomes of the column; `nil` where there are fewer than three generations.
  public let forecast: LoopForecast?
  /// What looks fine while it goes, and what does not.
  public let warnings: [EarlyWarning]

  /// `smallestPull` in points.
  public var smallestPoints: Double { smallestPull * rows }

  /// The verdict on one column.
  ///
  /// - Parameters:
  ///   - history: two steps at least, or nothing is told.
  ///   - options: seed, simulated loops, levels.
  public init(_ history: SymbolHistory, options: DiagnosisOptions = DiagnosisOptions()) {
    column = history.column
    certificates = LostAndBack.all(in: history)
    warnings = EarlyWarning.all(in: history, options: options)
    let path = LoopPath(history)
    let total = path.steps > 0 ? path.typicalRows : Double(history.rows.first ?? 0)
    rows = total
    guard path.steps >= 2 else {
      pull = IntervalEstimate(value: 0, lower: 0, upper: 1)
      points = pull.map { $0 * total }
      effectiveSize = IntervalEstimate(value: total, lower: 0, upper: .infinity)
      (probabilities, findings, verdict) = (.none, [], .tooLittleData)
      (reasons, move, smallestPull, forecast) = (["Three generations are needed."], nil, 1, nil)
      return
    }
    let key = StreamKey(rootSeed: options.seed).child(history.column)
      .child(history.kind.rawValue)
    let tests = ColumnTests(path, key: key, options: options)
    pull = tests.pull
    points = tests.pull.map { $0 * total }
    effectiveSize = tests.effectiveSize
    probabilities = tests.probabilities
    smallestPull = tests.smallestPull
    move = ObservedMove(tests, symbols: history.symbols)
    let ordered = tests.probabilities.ordered
    let rejected = holmRejections(ordered.map(\.1), level: options.falseAlarm)
    findings = zip(ordered, rejected).compactMap { $1 ? $0.0 : nil }
    verdict = Self.verdict(
      findings, pull: tests.pull, smallestPull: tests.smallestPull, size: tests.effectiveSize,
      rows: total, options: options)
    forecast = LoopForecast(
      history, pull: findings.contains(.anchored) ? tests.pull.value : 0,
      effectiveSize: tests.effectiveSize)
    reasons = Reasons.sentences(
      verdict: verdict, findings: findings, tests: tests, rows: total, move: move,
      certificates: certificates, options: options)
  }

  /// The first finding; without one `closed`, where both intervals hold what they should, and a pull that matters is
  /// outside and would have been told.
  static func verdict(
    _ findings: [LoopVerdict], pull: IntervalEstimate, smallestPull: Double,
    size: IntervalEstimate, rows: Double, options: DiagnosisOptions
  ) -> LoopVerdict {
    if let first = findings.first { return first }
    let isClosed = pull.holds(0) && size.holds(rows)
    return isClosed && options.excludePull(upTo: pull.upper, smallestPull)
      ? .closed : .tooLittleData
  }
}

/// A systematic move that was seen.
public struct ObservedMove: Sendable, Hashable, Codable {
  /// Along what.
  public let move: SystematicMove
  /// By how many standard deviations; positive along the direction, so that a loss of rare symbols is negative and a
  /// temperature below 1 positive.
  public let deviation: Double
  /// Symbols that gain beyond 2.5 standard deviations, the largest gain first.
  public let gains: [String]
  /// Symbols that lose as much, the largest loss first.
  public let losses: [String]

  init(_ tests: ColumnTests, symbols: [String]) {
    (move, deviation) = (tests.move, tests.moveDeviation)
    let z = tests.symbolDeviations
    gains = z.indices.filter { z[$0] > 2.5 }.sorted { (-z[$0], $0) < (-z[$1], $1) }
      .map { symbols[$0] }
    losses = z.indices.filter { z[$0] < -2.5 }.sorted { (z[$0], $0) < (z[$1], $1) }
      .map { symbols[$0] }
  }
}
