import Documents
import Foundation
import Report

/// A draft and results small enough to see through.
enum SmallDraft {
  /// A draft with the given body, in d.tex from line 2 on, and the parts it may include.
  static func read(_ body: String, parts: [String: String] = [:]) throws -> ReadDraft {
    try ReadDraft(
      Draft(file: "d.tex", text: "\\begin{document}\n\(body)\n\\end{document}\n") { name in
        if name == "fig1.tex" || name == "fig2.tex" { return .generated }
        return parts[name].map { .part(file: name, text: $0) } ?? .missing
      }, isFigure: { $0 == "fig1" || $0 == "fig2" })
  }

  /// Files of results.
  static let files = [
    "claims.csv": """
    id,verdict,recorded,quantity,unit,prediction,measurement,uncertainty
    P1,holds,holds,"mean time, N = 20",nats,1.5,1.4876,0.0211
    P2,holds with condition,holds with condition,fraction of runs,,1,1,0

    """,
    "checks.csv": """
    id,check,method,role,prediction,measurement,standard_error,lower,upper,outcome
    P1,"mean time, N = 20",simulation,claimed,1.5,1.4876,0.0211,1,2,agrees
    P1,"mean time, N = 30",exact,claimed,2.5,2.53125,0,2,3,agrees
    P2,as printed,exact,printed,3,1,0,3,3,refuted

    """,
    "fig1.svg": "<svg/>",
    "data/fig1a.csv": "case,m,value,error,tiny\ni,1,0.25,0.001,1\nii,2,0.5,0.002,1e-17\n",
    "data/fig1.json":
      "{\"b\": {\"runs\": 10000, \"sizes\": [5, 10]}, \"seed\": 7, \"kind\": \"spins\"}",
  ]

  /// These results, some files changed or, with `nil`, taken away.
  static func results(_ changes: [String: String?] = [:]) throws -> Results {
    let all = changes.reduce(into: files) { $0[$1.key] = $1.value }
    return try Results(name: "figures") { all[$0] }
  }

  /// A program that made them.
  static let known = Review.Known(
    recorded: ["P1": "holds", "P2": "holds with condition"], evidence: ["fig1": ["P1"]], stale: [:],
    experiment: { $0 == "fig1a" ? "fig1" : nil })
}
