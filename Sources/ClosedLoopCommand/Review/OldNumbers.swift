import Documents
import Foundation
import Report

/// Whether what was made for a draft is what the results give now.
enum OldNumbers {
  /// The first line of a picture drawn for LaTeX: it names the tables it was drawn from.
  static func stamp(of tables: [(name: String, csv: String)]) -> String {
    "% drawn from " + tables.map { "\($0.name) \(fingerprint($0.csv))" }.joined(separator: ", ")
  }

  /// Findings for `numbers.tex` and the pictures in the folder of what was made, if they are there.
  static func findings(draft: String, read: ReadDraft, results: Results) -> [Review.Finding] {
    var findings: [Review.Finding] = []
    func add(_ file: String, _ place: Place) {
      findings.append(
        Review.Finding(
          kind: .stale, place: place, sentence: "",
          problem: "\(file) is not what the results give now", suggestion: "run make paper"))
    }
    if let file = DraftFile.made("numbers.tex", for: draft),
      let old = try? String(contentsOfFile: file, encoding: .utf8),
      // What the draft asks for in vain is another finding.
      let new = try? Numbers.text(results: results, draft: read), old != new
    {
      add(file, Place(file: draft, line: 1))
    }
    for use in read.uses {
      guard case .figure(let id) = use.reference, let figure = try? figure(id) else { continue }
      // Only what is set by TeX itself says what it was drawn from.
      guard use.source.hasPrefix("\\input") else {
        findings.append(
          Review.Finding(
            kind: .stale, place: use.place, sentence: "",
            problem: "\(use.source) cannot be held against the results",
            suggestion: "\\input{\(id).tex}"))
        continue
      }
      guard let file = DraftFile.made("\(id).tex", for: draft),
        let old = try? String(contentsOfFile: file, encoding: .utf8)
      else { continue }
      let tables: [(name: String, csv: String)]
      do {
        tables = try figure.inputs.map { input in
          (name: input.table, csv: try results.table(input.table)?.csv ?? "")
        }
      } catch {
        findings.append(
          Review.Finding(
            kind: .unresolved, place: use.place, sentence: "", problem: "\(use.source): \(error)",
            suggestion: "run make figures"))
        continue
      }
      if !old.hasPrefix(stamp(of: tables) + "\n") { add(file, use.place) }
    }
    return findings
  }
}
