import Foundation

/// All that `closedloop review` finds.
package struct ReviewReport: Encodable {
  package let draft: String
  package let results: String
  /// What must be mended, unless a line was asked for.
  package var review: Review?
  /// What supports the sentences of the line that was asked for.
  package var support: [Support]?
  /// The claims checked again.
  package var verified: [Reverification]?
  /// The earlier results.
  package var against: String?
  /// What changed since then.
  package var comparison: Comparison?

  /// An empty report on a draft.
  package init(draft: String, results: String) {
    self.draft = draft
    self.results = results
  }

  /// One sentence if something is stale or no longer holds.
  package var complaint: String? {
    if let review, let first = review.findings.first {
      let kinds: [(Review.Kind, String)] = [
        (.unresolved, "unresolved"), (.stale, "stale"), (.literal, "typed"),
      ]
      let counts = kinds.compactMap { kind, name in
        let count = review.findings.count { $0.kind == kind }
        return count > 0 ? "\(count) \(name)" : nil
      }
      return "\(draft) is not what \(results) gives: \(counts.joined(separator: ", ")); first"
        + " \(first.place): \(first.problem)"
    }
    if let verified, let first = verified.first(where: { !$0.agrees }) {
      return "\(draft) relies on what does not come out as in \(results): \(first.text)"
    }
    return nil
  }

  /// Paragraphs for people.
  package var text: String {
    var parts: [String] = []
    if let review { parts += review.paragraphs(draft: draft, results: results) }
    if let support { parts += support.map(\.text) }
    if let verified {
      parts.append(
        verified.isEmpty
          ? "Nothing here belongs to a claim that could be checked again; closedloop run makes tables anew."
          : (["Checked again, at the paper's scale:"] + verified.map { "  " + $0.text })
            .joined(separator: "\n"))
    }
    if let comparison, let against {
      parts += comparison.paragraphs(against: against)
    }
    return parts.joined(separator: "\n\n")
  }
}

extension Review {
  /// This review with more findings.
  package func adding(_ more: [Finding]) -> Review {
    Review(
      findings: findings + more, figuresWithoutClaim: figuresWithoutClaim,
      claimsWithoutPlace: claimsWithoutPlace, resultsUsed: resultsUsed)
  }

  fileprivate func paragraphs(draft: String, results: String) -> [String] {
    var parts = findings.map { finding in
      var lines = ["\(finding.place): \(finding.kind.rawValue): \(finding.problem)"]
      if !finding.sentence.isEmpty { lines.append("  “\(finding.sentence)”") }
      if let suggestion = finding.suggestion { lines.append("  → \(suggestion)") }
      return lines.joined(separator: "\n")
    }
    if !figuresWithoutClaim.isEmpty {
      parts.append(
        "Figures that no claim names as evidence: \(figuresWithoutClaim.joined(separator: ", "))")
    }
    if !claimsWithoutPlace.isEmpty {
      parts.append(
        "Claims that no sentence mentions: \(claimsWithoutPlace.joined(separator: ", "))")
    }
    if findings.isEmpty {
      parts.append(
        "\(draft): all \(resultsUsed) results it uses are in \(results), and every claim came out as on"
          + " record; no number was typed.")
    }
    return parts
  }
}

extension Comparison {
  fileprivate func paragraphs(against: String) -> [String] {
    if isEmpty { return ["Nothing changed since \(against)."] }
    var parts: [String] = []
    func add(_ title: String, _ lines: [String]) {
      if !lines.isEmpty {
        parts.append(([title] + lines.map { "  " + $0 }).joined(separator: "\n"))
      }
    }
    add(
      "Verdicts that changed since \(against):",
      verdicts.map {
        "\($0.claim): \($0.old ?? "new") → \($0.new ?? "gone")\(Self.list($0.places))"
      })
    add("Numbers that changed since \(against):", numbers.map(\.text))
    add(
      "Data that changed since \(against):",
      tables.map { "\($0.picture.isEmpty ? "" : "\($0.picture): ")\($0.table) \($0.change)" })
    return parts
  }

  fileprivate static func list(_ places: [Place]) -> String {
    places.isEmpty ? "" : "  [\(places.map(\.description).joined(separator: ", "))]"
  }
}

extension Comparison.NumberChange {
  fileprivate var text: String {
    var parts = "\(source): \(old ?? "new") → \(new ?? "gone")"
    if let standardErrors {
      parts += String(format: ", by %+.2g standard errors", standardErrors)
    } else if let difference {
      parts += String(format: ", by %+.3g", difference)
    }
    return parts + Comparison.list(places)
  }
}
