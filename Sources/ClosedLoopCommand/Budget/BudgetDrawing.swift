import Documents
import Figures
import Foundation
import Theory

/// Draws what K real points keep, and how often the minority is absent, against K into an SVG file.
func drawBudget(_ answer: BudgetAnswer, at place: String) throws {
  try requireGnuplot()
  let file = URL(fileURLWithPath: place)
  try OutputFolder.fill(file.deletingLastPathComponent().path) { folder in
    let tables = [answer.curve, answer.marks]
    for table in tables { try folder.write(table.csv, to: "data/\(table.name).csv") }
    _ = try drawFigure(BudgetPlot.self, tables: tables, on: .svg, in: folder)
    let (picture, named) = ("\(BudgetPlot.id).svg", file.lastPathComponent)
    if named != picture { try folder.call(picture, by: named) }
    return [named]
  }
}

extension BudgetAnswer {
  /// Both against K, from one point to four times what was asked, and until the minority is all but safe.
  fileprivate var curve: Table {
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
  fileprivate var marks: Table {
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
