import Documents
import Figures
import Foundation
import Theory

/// The answer to a question about real data: sentences, and a table.
struct BudgetAnswer: Answer {
  typealias Picture = BudgetPlot

  let question: BudgetQuestion
  let samples: Int
  let minority: Double
  let parameters: Int
  /// What a real point counts for.
  let weighting: RealDataBudget.Weighting
  /// For the numbers that were asked for: the table's rows.
  let rows: [BudgetRow]
  /// The rows that the sentences are about: of the weighting asked for, and of the other one.
  let main: BudgetRow
  let other: BudgetRow?
  /// One point fewer than the least number.
  let fewer: BudgetRow?
  /// The least number that keeps the minority in 95 % of the generations, if it is asked how to.
  let protecting: Int?

  /// - Throws: ``Failure`` with exit code 64 for a goal that cannot be met.
  init(to question: BudgetQuestion, over options: Budget) throws {
    (self.question, samples, weighting) = (question, options.samples, options.weight)
    let (minority, parameters) = (options.minority ?? 0.02, options.parameters)
    (self.minority, self.parameters) = (minority, parameters)
    let samples = samples
    let main = RealDataBudget(samples: samples, weighting: options.weight)
    let other = RealDataBudget(
      samples: samples, weighting: options.weight == .each(1) ? .best : .each(1))
    func row(_ budget: RealDataBudget, _ points: Int) -> BudgetRow {
      BudgetRow(
        budget, points: points, minority: minority, parameters: parameters,
        generation: options.generation)
    }
    if case .external(let numbers) = question {
      let asked = numbers.map { row(main, $0) }
      // Of weighted points it is said what they are without.
      let plain = options.weight == .each(1) ? [] : numbers.filter { $0 > 0 }.map { row(other, $0) }
      rows = plain + asked
      self.main = asked.first { $0.share.points > 0 } ?? asked[0]
      (self.other, fewer) = (plain.first, nil)
    } else {
      guard let least = Self.least(question, main, minority, parameters) else {
        throw Self.cannotBeMet(question)
      }
      let found = row(main, least)
      fewer = least > 1 ? row(main, least - 1) : nil
      self.main = found
      self.other = Self.least(question, other, minority, parameters).map { row(other, $0) }
      rows = [fewer, found, self.other].compactMap { $0 }
    }
    // Above that it takes longer than all the rest.
    let isSoon = samples <= 1 << 18 && options.weight == .each(1)
    protecting =
      isSoon && self.main.absence.probability > 0.05
      ? main.leastPoints(truth: minority, presentIn: 0.95) : nil
  }

  private static func least(
    _ question: BudgetQuestion, _ budget: RealDataBudget, _ minority: Double, _ parameters: Int
  ) -> Int? {
    switch question {
    case .external: nil
    case .diversity(let part): budget.leastPoints(keepingDiversity: part)
    case .present(let part): budget.leastPoints(truth: minority, presentIn: part)
    case .within(let nats): budget.leastPoints(within: nats, parameters: parameters)
    }
  }

  private static func cannotBeMet(_ question: BudgetQuestion) -> Failure {
    let (option, hint) =
      switch question {
      case .external: ("--external", "other numbers")
      case .diversity(let part): ("--keep-diversity \(BudgetWords.plain(part))", "a smaller part")
      case .present(let part): ("--present \(BudgetWords.plain(part))", "a smaller part")
      case .within(let nats): ("--within \(BudgetWords.plain(nats))", "more nats")
      }
    return Failure(
      code: .badArguments,
      sentence:
        "\(option) cannot be met with \(RealDataBudget.mostPoints) real points a generation,"
        + " the most that are tried: use \(hint)")
  }

  // MARK: - The table

  /// One row for each number of points and weight.
  var table: Table {
    let columns = rows[0].entries.flatMap { entry in
      entry.column == "absent" ? ["absent", "absent_is"] : [entry.column]
    }
    return Table(
      name: "budget", columns: columns,
      rows: rows.map { row in
        row.entries.flatMap { entry in
          entry.column == "absent" ? [entry.cell, .text(entry.kind)] : [entry.cell]
        }
      })
  }

  /// For people: a line for each quantity, which says whether it is exact.
  private func sheet(width: Int) -> [String] {
    let table = rows.map(\.entries)
    // What no row has is left out.
    let lines = table[0].indices.filter { line in
      !table[0][line].name.isEmpty && table.contains { $0[line].cell != "none" }
    }
    let first = [
      Sheet.Column(
        header: "", cells: lines.map { table[0][$0].name }, isText: true),
      Sheet.Column(header: "is", cells: lines.map { table[0][$0].kind }, isText: true),
    ]
    let groups = zip(rows, table).map { row, entries in
      [
        Sheet.Column(
          header: row.title,
          cells: lines.map { line in
            let cell = entries[line].cell
            if case .number(let value) = cell { return String(format: "%.6g", value) }
            return cell == "none" ? "-" : "\(cell)"
          })
      ]
    }
    let isGoal = if case .external = question { false } else { true }
    let words =
      "Relaxation time in generations, divergences in nats for D = \(parameters); a limit holds for"
      + " large M."
      + (isGoal ? " Beside the least K stand one point fewer and the other weight." : "")
      + " CSV with all digits: --csv."
    return Sheet(first: first, groups: groups).lines(width: width) + [""]
      + wrapped(words, width: width)
  }

  var notes: [String] { [sentences] }

  func page(width: Int) -> [String] { lines(width: width) + [""] + sheet(width: width) }

  /// The sentences on lines of a width, no number parted from its unit.
  private func lines(width: Int) -> [String] {
    wrapped(sentences.replacing(" %", with: "\u{a0}%"), width: width)
      .map { $0.replacing("\u{a0}", with: " ") }
  }

  private enum Keys: String, CodingKey { case answer, kinds = "is", rows }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(sentences, forKey: .answer)
    let kinds = rows[0].entries.map { ($0.column, $0.kind) }
    try container.encode(Dictionary(uniqueKeysWithValues: kinds), forKey: .kinds)
    try container.encode(Rows(table), forKey: .rows)
  }
}
