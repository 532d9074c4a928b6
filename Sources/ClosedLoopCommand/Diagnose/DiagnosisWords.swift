import Diagnosis
import Foundation
import Theory

/// Numbers as sentences have them.
enum DiagnosisWords {
  static func number(_ value: Double) -> String { Reasons.number(value) }

  static func percent(_ share: Double) -> String { "\(number(100 * share)) %" }

  /// An estimate with its interval.
  static func interval(_ interval: IntervalEstimate) -> String {
    "\(number(interval.value)) (\(range(interval)))"
  }

  static func range(_ interval: IntervalEstimate) -> String {
    "\(number(interval.lower)) to \(number(interval.upper))"
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// "a", "a and b", "a, b and 3 more".
  static func list(_ names: [String]) -> String {
    if names.count <= 2 { return names.joined(separator: " and ") }
    return names.count == 3
      ? "\(names[0]), \(names[1]) and \(names[2])"
      : "\(names[0]), \(names[1]) and \(names.count - 2) more"
  }
}

extension DiagnosisAnswer {
  /// The diagnosis in words.
  var paragraph: String {
    ([facts, verdict] + others + [alone, returned, forecast, warning, tail, remedy]).compactMap {
      $0
    }
    .joined(separator: " ")
  }

  /// Rows of a generation: those of the column that has the most.
  private var rows: Double { diagnosis.columns.map(\.rows).max() ?? 0 }

  private var facts: String {
    let names = Set(data.histories.map(\.column))
    let columns = DiagnosisWords.counted(names.count, "column")
    let generations = DiagnosisWords.counted(data.generations.count, "generation")
    return "\(columns) in \(generations) of about \(DiagnosisWords.number(rows)) rows."
  }

  private var verdict: String {
    let points = diagnosis.pull.scaled(by: rows)
    switch diagnosis.verdict {
    case .closed:
      return "A closed loop, as far as these data tell: they drift as sampling and refitting do,"
        + " and a pull to the real data is not seen (at most that of"
        + " \(DiagnosisWords.number(points.upper)) fresh rows in each generation)."
    case .anchored:
      return "Anchored: the generations are pulled to the real data, as by"
        + " \(DiagnosisWords.number(points.value)) fresh rows in each"
        + " (\(DiagnosisWords.range(points)))."
    case .driftingFaster:
      return
        "Drifting faster than sampling explains, as by \(size) rows: are there duplicates, or a"
        + " fit that scatters?"
    case .driftingSlower:
      return
        "Drifting more slowly than sampling explains, as by \(size) rows: are data accumulated,"
        + " or models averaged?"
    case .pulledElsewhere:
      let column = diagnosis.columns.filter { $0.findings.contains(.pulledElsewhere) }
        .max { abs($0.move?.deviation ?? 0) < abs($1.move?.deviation ?? 0) }
      return "Pulled elsewhere: the generations move systematically, and not to the real data."
        + (column.map { " In \($0.column): \($0.reasons[0])" } ?? "")
    case .tooLittleData:
      let smallestPull = diagnosis.columns.map(\.smallestPull).min() ?? 1
      if options.excludePull(upTo: diagnosis.pull.upper, smallestPull) {
        return "Nothing is found for certain: a pull as by \(DiagnosisWords.interval(points)) fresh"
          + " rows, and a drift as by \(size). \(Reasons.leftOut)"
      }
      let smallest = diagnosis.columns.map(\.smallestPoints).min() ?? rows
      return
        "Too little data to tell a closed loop from one that is held: a pull below that of about"
        + " \(DiagnosisWords.number(smallest)) fresh rows would not be seen."
    }
  }

  private var size: String {
    "\(DiagnosisWords.interval(diagnosis.relativeSize.scaled(by: rows))) in place of"
      + " \(DiagnosisWords.number(rows))"
  }

  /// What else was found.
  private var others: [String] {
    diagnosis.findings.filter { $0.verdict != diagnosis.verdict }.map { finding in
      let names = DiagnosisWords.list(Self.distinct(finding.columns))
      let words =
        switch finding.verdict {
        case .anchored: "a pull to the real data"
        case .driftingFaster: "a drift faster than sampling explains"
        case .driftingSlower: "a drift slower than sampling explains"
        default: "a systematic move"
        }
      return "There is also \(words), in \(names)."
    }
  }

  /// What columns show that all together do not.
  private var alone: String? {
    let known = Set(diagnosis.findings.map(\.verdict))
    let alone = diagnosis.columns.filter {
      !$0.findings.isEmpty && known.isDisjoint(with: $0.findings)
    }
    guard let first = alone.first else { return nil }
    let names = DiagnosisWords.list(Self.distinct(alone.map(\.column)))
    return
      "By itself, \(names) \(alone.count == 1 ? "is" : "are") \(first.verdict.rawValue), which one of"
      + " \(diagnosis.columns.count) columns may be by chance: \(first.reasons[0])"
  }

  private static func distinct(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Values that were lost and are back.
  private var returned: String? {
    let with = columns.filter { !$0.diagnosis.certificates.isEmpty }
    guard let first = with.first, let example = first.diagnosis.certificates.first else {
      return nil
    }
    let count = with.reduce(0) { $0 + $1.diagnosis.certificates.count }
    return "\(DiagnosisWords.counted(count, "return")) of a value that was lost"
      + " (\(first.history.column): \(example.symbol), missing in generation"
      + " \(example.lost), there in \(example.back)): no closed loop of maximum likelihood does that,"
      + " so something comes in from outside, or the model gives probability to what it has not seen."
  }

  /// Of the column that loses its diversity first.
  private var forecast: String? {
    // All columns go through one loop: one that shows no pull of its own is pulled as the others are.
    let isAnchored = diagnosis.findings.contains { $0.verdict == .anchored }
    let falling = columns.compactMap { history, found in
      isAnchored && !found.findings.contains(.anchored)
        ? nil
        : found.forecast.flatMap { forecast in
          forecast.halfDiversity.map { (history, forecast, $0) }
        }
    }
    guard let (history, forecast, half) = falling.min(by: { $0.2.value < $1.2.value }) else {
      return nil
    }
    var words =
      "If it goes on like this, half of the diversity of \(history.column) is gone in about"
      + " \(DiagnosisWords.number(half.value)) generations (\(DiagnosisWords.range(half)))"
    if let loss = forecast.losses.first(where: { $0.even != nil }), let even = loss.even {
      words +=
        ", and \(loss.symbol), now \(DiagnosisWords.percent(loss.share)), is lost within"
        + " \(DiagnosisWords.number(even)) with even odds"
    }
    return words + "."
  }

  /// What looks fine while it goes, and what does not.
  private var warning: String? {
    let losing = columns.compactMap { history, found -> (SymbolHistory, EarlyWarning, Int)? in
      guard let entropy = found.warnings.first(where: { $0.measure == .entropy }),
        let first = entropy.band.observed.first, let last = entropy.band.observed.last, last < first
      else { return nil }
      let lost = Self.lost(in: history)
      return lost > 0 ? (history, entropy, lost) : nil
    }
    guard let (history, entropy, lost) = losing.max(by: { $0.2 < $1.2 }) else { return nil }
    let values = entropy.band.observed
    return "What looks fine: the entropy of \(history.column) fell from"
      + " \(DiagnosisWords.number(values[0])) to \(DiagnosisWords.number(values.last!)) nats, so that"
      + " a model fits its own data better. What does not: \(lost) of its"
      + " \(history.truth.count { $0 > 0 }) values \(lost == 1 ? "is" : "are") gone."
  }

  /// The column of numbers whose tails shrank most.
  private var tail: String? {
    let left = diagnosis.tails.compactMap { watch in watch.share.left.map { (watch, $0) } }
    guard let (watch, share) = left.min(by: { $0.1 < $1.1 }), share < 0.7,
      let (first, last) = watch.share.band.observed.firstAndLast
    else { return nil }
    return
      "The tails go: of the rows, \(DiagnosisWords.percent(first)) lay beyond the first and last"
      + " percentile of \(watch.column) in the first generation, and \(DiagnosisWords.percent(last)) do"
      + " in the last."
  }

  /// How many fresh rows would keep most of the diversity.
  private var remedy: String? {
    guard [.closed, .driftingFaster].contains(diagnosis.verdict) else { return nil }
    let relative = diagnosis.verdict == .closed ? 1 : diagnosis.relativeSize.value
    let effective = max(1, (relative * rows).rounded())
    guard effective < 1e9,
      let least = RealDataBudget(samples: Int(effective)).leastPoints(keepingDiversity: 0.9)
    else { return nil }
    return "\(DiagnosisWords.counted(least, "fresh real row")) in each generation would keep nine"
      + " tenths of the diversity: see closedloop budget --samples \(Int(effective))"
      + " --keep-diversity 0.9."
  }
}

extension IntervalEstimate {
  /// All three numbers `factor` ≥ 0 times as large.
  fileprivate func scaled(by factor: Double) -> IntervalEstimate {
    IntervalEstimate(value: factor * value, lower: factor * lower, upper: factor * upper)
  }
}

extension Array {
  fileprivate var firstAndLast: (Element, Element)? {
    first.flatMap { first in last.map { (first, $0) } }
  }
}
