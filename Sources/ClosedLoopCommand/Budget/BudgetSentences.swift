import Theory

extension BudgetAnswer {
  /// The answer in words.
  var sentences: String {
    parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var parts: [String] {
    switch question {
    case .external(let numbers):
      return (numbers[0] == 0 ? [closedSentence] : [])
        + (numbers.last == 0 ? [] : externalSentences(numbers))
    case .diversity(let part):
      let less = fewer.map { "; \($0.share.points) would keep \(kept($0))" } ?? ""
      return [
        "To keep \(BudgetWords.share(part)) of the diversity takes \(needed): \(they) \(kept(main))"
          + "\(less).",
        minoritySentence, otherSentence,
      ]
    case .present(let part):
      let less = fewer.map { ", with \($0.share.points) from \(absent($0))" } ?? ""
      return [
        "To have a minority of \(minorityShare) in \(BudgetWords.share(part)) of the training sets"
          + " takes \(needed): it is absent from \(absent(main)) of them\(less).",
        "Of the diversity \(they) \(kept(main)).", otherSentence,
      ]
    case .within(let nats):
      let law = weighting == .each(1) ? "the limit law D/(2K)" : "the limit law"
      let price = BudgetWords.rounded(main.share.price(parameters: parameters))
      return [
        "To stay within \(BudgetWords.plain(nats)) nats with \(parameters) free"
          + " \(parameters == 1 ? "parameter" : "parameters") takes \(needed), by \(law) of many"
          + " samples; with as many as here the divergence is about \(price).",
        minoritySentence, otherSentence,
      ]
    }
  }

  // MARK: - Pieces

  private var beside: String {
    "beside \(samples) synthetic \(samples == 1 ? "one" : "ones") in each generation"
  }

  private var needed: String {
    BudgetWords.points(main.share.points) + counted(main) + " " + beside
  }

  private var minorityShare: String { BudgetWords.share(minority) }

  private var isOne: Bool { main.share.points == 1 }

  private var they: String { isOne ? "it keeps" : "they keep" }

  private func counted(_ row: BudgetRow) -> String {
    row.share.weight == 1 ? "" : " that \(counts(row))"
  }

  /// "count 14.1 times each".
  private func counts(_ row: BudgetRow) -> String {
    let times =
      row.share.weight == 1 ? "once" : "\(BudgetWords.rounded(row.share.weight)) times"
    return row.share.points == 1 ? "counts \(times)" : "count \(times) each"
  }

  private func kept(_ row: BudgetRow) -> String { BudgetWords.percent(row.share.diversity) }

  private func absent(_ row: BudgetRow) -> String {
    BudgetWords.percent(row.absence.probability)
  }

  // MARK: - What so many points keep

  /// Of a loop without real points.
  private var closedSentence: String {
    "Without fresh real points a loop of \(samples) synthetic \(samples == 1 ? "one" : "ones") in"
      + " each generation keeps nothing in the end: one value is left, and a minority of"
      + " \(minorityShare) is lost with a probability of \(BudgetWords.percent(1 - minority))."
  }

  private func externalSentences(_ numbers: [Int]) -> [String] {
    let diversity = BudgetWords.fraction(main.share.diversity).map { ", about \($0)" } ?? ""
    let generations = BudgetWords.outOf(main.absence.probability).map { ", about \($0)" } ?? ""
    return [
      "\(needed) \(isOne ? "keeps" : "keep") \(kept(main)) of the diversity\(diversity); a minority"
        + " of \(minorityShare) is absent from \(absent(main)) of the generations\(generations).",
      verdict, costSentence, lastSentence,
    ]
  }

  /// The largest of several numbers.
  private var lastSentence: String {
    guard let row = rows.last, row.share.points > main.share.points else { return "" }
    return "With \(row.share.points)\(counted(row)), \(kept(row)) of the diversity is kept, and the"
      + " minority is absent from \(absent(row)) of the generations."
  }

  /// Whether the loop, and the minority in it, is safe.
  private var verdict: String {
    let prevents = isOne ? "It prevents collapse" : "They prevent collapse"
    if main.absence.probability <= 0.05 {
      return "\(prevents), and the minority is seldom missing."
    }
    return "\(prevents), and \(isOne ? "does" : "do") not protect minorities"
      + (protecting.map { ": to have this one in 95 % of the generations takes \($0) points." }
        ?? ".")
  }

  /// What the weight does, and costs, beside points that count once.
  private var costSentence: String {
    guard let plain = other, weighting != .each(1) else { return "" }
    let share = main.share
    return
      "Counted once, \(isOne ? "it" : "they") would keep \(kept(plain)), and the minority would"
      + " be absent from \(absent(plain)). With the weight the loop relaxes in"
      + " \(BudgetWords.rounded(share.relaxationTime)) generations in place of"
      + " \(BudgetWords.rounded(plain.share.relaxationTime)), and"
      + " \(BudgetWords.percent(share.noiseFromPoints)) of the noise that is left is that of the"
      + " real points themselves."
  }

  // MARK: - What is said beside a goal

  private var minoritySentence: String {
    "A minority of \(minorityShare) is then absent from \(absent(main)) of the generations"
      + (protecting.map { "; to have it in 95 % of them takes \($0) points." } ?? ".")
  }

  /// The same goal at the other weight.
  private var otherSentence: String {
    guard let other else {
      return "Points that count \(weighting == .each(1) ? "more" : "once") do not meet this."
    }
    let number = other.share.points
    let points = "\(number) \(number == 1 ? "point" : "points") that \(counts(other))"
    let verb = number == 1 ? "is" : "are"
    let best = weighting == .each(1) ? ", the weight that keeps most diversity," : ""
    let ending =
      if case .present = question {
        "keep \(kept(other)) of the diversity"
      } else {
        "leave the minority absent from \(absent(other))"
      }
    return "\(points)\(best) \(verb) enough, and \(number == 1 ? ending.asSingular : ending)."
  }
}

extension String {
  /// With an s on its first word.
  fileprivate var asSingular: String {
    let words = split(separator: " ", maxSplits: 1)
    return "\(words[0])s \(words[1])"
  }
}
