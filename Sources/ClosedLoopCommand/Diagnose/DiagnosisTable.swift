import Diagnosis
import Documents
import Foundation

extension DiagnosisAnswer {
  /// A row for each column of the data, with all digits.
  var table: Table {
    Table(
      name: "diagnosis",
      columns: [
        "column", "kind", "symbols", "rows", "verdict", "findings", "pull", "pull_lower",
        "pull_upper", "points", "points_lower", "points_upper", "effective_size",
        "effective_size_lower", "effective_size_upper", "smallest_points", "diversity_of_truth",
        "diversity", "diversity_settled", "half_diversity", "symbols_lost", "symbols_back",
      ],
      rows: columns.map { history, found in
        let forecast = found.forecast
        return [
          .text(history.column), .text(history.kind.rawValue), .integer(history.symbols.count),
          .number(found.rows), .text(found.verdict.rawValue),
          .text(found.findings.map(\.rawValue).joined(separator: " ")),
        ] + Self.cells(found.pull) + Self.cells(found.points) + Self.cells(found.effectiveSize) + [
          .number(found.smallestPoints), .number(Self.diversity(history.truth)),
          .number(forecast?.diversity ?? .nan), .number(forecast?.settledDiversity ?? .nan),
          .number(forecast.map { $0.halfDiversity?.value ?? .infinity } ?? .nan),
          .integer(Self.lost(in: history)), .integer(Set(found.certificates.map(\.symbol)).count),
        ]
      })
  }

  private static func cells(_ interval: IntervalEstimate) -> [Table.Cell] {
    [.number(interval.value), .number(interval.lower), .number(interval.upper)]
  }

  /// `1 − Σ x²` of the shares.
  static func diversity(_ counts: [Int]) -> Double {
    let total = Double(counts.reduce(0, +))
    return 1 - counts.reduce(0) { $0 + (Double($1) / total) * (Double($1) / total) }
  }

  /// How many of the truth's symbols are not in the last generation.
  static func lost(in history: SymbolHistory) -> Int {
    zip(history.truth, history.counts.last ?? []).count { $0 > 0 && $1 == 0 }
  }

  // MARK: - For people

  /// Words, a table, reasons and notes, on lines of a width.
  func page(width: Int) -> [String] {
    let notes = data.notes.map(\.sentence)
    return wrapped(paragraph, width: width) + [""] + sheet.lines(width: width)
      + (notes.isEmpty ? [] : [""] + notes.flatMap { Self.listed($0, width: width) })
  }

  private static func listed(_ text: String, width: Int) -> [String] {
    wrapped(text, width: width - 2).enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
  }

  private var sheet: Sheet {
    func column(
      _ header: String, isText: Bool = false,
      _ cell: (SymbolHistory, ColumnDiagnosis) -> String
    ) -> Sheet.Column {
      Sheet.Column(header: header, cells: columns.map { cell($0, $1) }, isText: isText)
    }
    return Sheet(
      first: [
        column("column", isText: true) { history, _ in history.column },
        column("verdict", isText: true) { $1.verdict.rawValue },
      ],
      groups: [
        [column("fresh rows", isText: true) { DiagnosisWords.interval($1.points) }],
        [
          column("effective size", isText: true) { DiagnosisWords.interval($1.effectiveSize) },
          column("of rows") { DiagnosisWords.number($1.rows) },
        ],
        [
          column("half gone in") { _, found in
            guard let forecast = found.forecast else { return "-" }
            return forecast.halfDiversity.map { DiagnosisWords.number($0.value) } ?? "never"
          },
          column("values lost") { history, _ in
            "\(Self.lost(in: history)) of \(history.truth.count { $0 > 0 })"
          },
        ],
      ])
  }
}
