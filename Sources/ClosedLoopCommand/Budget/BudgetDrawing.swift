import Documents
import Foundation
import Theory

extension BudgetAnswer {
  var drawn: [Table] { [curve, marks] }

  /// Both against K, from one point to four times what was asked, and until the minority is all but safe.
  private var curve: Table {
    let asked = rows.map(\.share.points).max() ?? 1
    let most = max(20, 4 * asked, 2 * (protecting ?? 0))
    var numbers: [Int] = []
    for step in 0...48 {
      let number = Int(pow(Double(most), Double(step) / 48).rounded())
      if number != numbers.last { numbers.append(number) }
    }
    // The weights of the rows.
    var weightings: [RealDataBudget.Weighting] = [.each(1)]
    if weighting != .each(1) { weightings.append(weighting) }
    if other != nil, !weightings.contains(.best), weighting == .each(1) { weightings.append(.best) }
    return Table(
      name: "budget-curve",
      columns: ["weights", "samples", "minority", "external", "diversity", "absent"],
      rows: weightings.flatMap { weighting in
        let budget = RealDataBudget(samples: samples, weighting: weighting)
        return numbers.map { number -> [Table.Cell] in
          let share = budget.share(points: number, truth: minority)
          return [
            .text(weighting == .each(1) ? "plain" : weighting == .best ? "best" : "weighted"),
            .integer(samples), .number(minority), .integer(number),
            .number(max(0, share.diversity)), .number(share.approximateAbsence),
          ]
        }
      })
  }

  /// The rows of the table.
  private var marks: Table {
    Table(
      name: "budget-marks", columns: ["external", "diversity", "absent"],
      rows: rows.filter { $0.share.points > 0 }.map { row in
        [
          .integer(row.share.points), .number(max(0, row.share.diversity)),
          .number(row.absence.probability),
        ]
      })
  }
}
