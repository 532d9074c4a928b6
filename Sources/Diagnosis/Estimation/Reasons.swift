import Foundation

/// Sentences that say why a verdict came out.
package enum Reasons {
  static func sentences(
    verdict: LoopVerdict, findings: [LoopVerdict], tests: ColumnTests, rows: Double,
    move: ObservedMove?, certificates: [LostAndBack], options: DiagnosisOptions
  ) -> [String] {
    var sentences: [String] = []
    let points = tests.pull.map { $0 * rows }
    let level = "\(number(100 * options.coverage)) %"
    if findings.contains(.pulledElsewhere), let move { sentences.append(words(of: move)) }
    sentences.append(
      findings.contains(.anchored)
        ? "It is pulled to the truth as by \(number(points.value)) fresh points a generation (\(level): \(range(points)))."
        : "A pull to the truth of up to \(number(points.upper)) fresh points a generation is possible, and none is needed."
    )
    let size = tests.effectiveSize
    let beside = "rows of \(number(size.value)) (\(level): \(range(size))), beside \(number(rows))"
    if findings.contains(.driftingFaster) {
      sentences.append("It drifts faster than sampling explains, as by \(beside).")
    } else if findings.contains(.driftingSlower) {
      sentences.append("It drifts more slowly than sampling explains, as by \(beside).")
    } else {
      sentences.append("It drifts as by \(beside).")
    }
    if verdict == .tooLittleData {
      sentences.append(
        options.excludePull(upTo: tests.pull.upper, tests.smallestPull)
          ? leftOut
          : (tests.smallestPull < 1
            ? "Data like these tell a pull of \(number(tests.smallestPull * rows)) points from none in four cases of five; smaller ones need more rows, generations or symbols."
            : "Data like these tell no pull from none; it takes more rows, generations or symbols.")
      )
    }
    if let first = certificates.first {
      sentences.append(
        "\(first.symbol) was lost in generation \(first.lost) and is back in generation \(first.back), which no closed loop of maximum likelihood does."
      )
    }
    return sentences
  }

  /// What is to be said where nothing is found and the loop is not closed either.
  package static let leftOut =
    "An interval leaves out what a closed loop has, which one in twenty does by chance."

  private static func words(of move: ObservedMove) -> String {
    let isUp = move.deviation > 0
    let direction =
      switch move.move {
      case .temperature:
        isUp
          ? "Frequent symbols gain, as at a temperature below 1"
          : "Frequent symbols lose, as at a temperature above 1"
      case .tail(let share):
        "Symbols of at most \(number(100 * share)) % \(isUp ? "gain" : "lose, as by truncation")"
      case .uniform:
        isUp ? "Shares become equal, as by smoothing" : "Shares become unequal"
      case .symbols: "Some symbols gain and others lose in every generation"
      }
    let named = [("gain", move.gains), ("lose", move.losses)].filter { !$0.1.isEmpty }
      .map { "\($0.1.prefix(3).joined(separator: ", ")) \($0.1.count == 1 ? $0.0 + "s" : $0.0)" }
    return direction
      + ", beyond what sampling and the truth explain (\(number(abs(move.deviation))) standard deviations"
      + (named.isEmpty ? ")." : "; \(named.joined(separator: ", "))).")
  }

  /// Three digits, as sentences have them.
  package static func number(_ value: Double) -> String {
    if value.isInfinite { return "∞" }
    return value >= 1000 ? String(format: "%.0f", value) : String(format: "%.3g", value)
  }

  private static func range(_ interval: IntervalEstimate) -> String {
    "\(number(interval.lower)) to \(number(interval.upper))"
  }
}
