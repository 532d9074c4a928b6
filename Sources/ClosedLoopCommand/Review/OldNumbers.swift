import Drafts
import Foundation

/// Whether what was made for a draft is what the results give now.
enum OldNumbers {
  /// The first line of a picture drawn for LaTeX: it names the tables it was drawn from.
  static func stamp(of tables: [(name: String, csv: String)]) -> String {
    "% drawn from " + tables.map { "\($0.name) \(fingerprint($0.csv))" }.joined(separator: ", ")
  }

  /// Findings for `numbers.tex` and the pictures in the folder of what was made, if they are there.
  static func findings(draft: String, read: ReadDraft, results: Results) throws -> [Review.Finding]
  {
    let beside = (draft as NSString).deletingLastPathComponent
    let folder = beside.isEmpty ? DraftFile.generated : "\(beside)/\(DraftFile.generated)"
    var findings: [Review.Finding] = []
    func add(_ file: String, _ place: Place) {
      findings.append(
        Review.Finding(
          kind: .stale, place: place, sentence: "",
          problem: "\(folder)/\(file) is not what the results give now",
          suggestion: "run make paper"))
    }
    if let old = try? String(contentsOfFile: "\(folder)/numbers.tex", encoding: .utf8),
      // What the draft asks for in vain is another finding.
      let new = try? Numbers.text(results: results, draft: read), old != new
    {
      add("numbers.tex", Place(file: draft, line: 1))
    }
    for use in read.uses {
      guard case .figure(let id) = use.reference, let figure = try? figure(id),
        let old = try? String(contentsOfFile: "\(folder)/\(id).tex", encoding: .utf8)
      else { continue }
      let tables = try figure.inputs.map { input in
        (name: input.table, csv: try results.table(input.table)?.csv ?? "")
      }
      if !old.hasPrefix(stamp(of: tables) + "\n") { add("\(id).tex", use.place) }
    }
    return findings
  }
}
