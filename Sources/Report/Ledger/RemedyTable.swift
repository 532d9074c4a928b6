import Claims

/// What prevents collapse, as a table: each answer with the claims that it rests on, and their verdicts.
package enum RemedyTable {
  /// One row.
  private struct Row {
    let remedy: String
    let answer: String
    let condition: String
    let price: String
    /// Ids of claims.
    let claims: [String]
  }

  /// The table in Markdown, without the last line break.
  package static var text: String {
    let header = ["what is done", "prevents collapse?", "condition", "price", "shown by"]
    let cells = rows.map {
      [
        $0.remedy, $0.answer, $0.condition, $0.price,
        $0.claims.map(verdict).joined(separator: ", "),
      ]
    }
    return ([header, header.map { _ in "---" }] + cells)
      .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  /// "X7 holds", from the claim itself.
  private static func verdict(_ id: String) -> String {
    guard let claim = claimTests.first(where: { $0.id == id }) else {
      preconditionFailure("there is no claim \(id)")
    }
    return "\(id) \(claim.words.recorded.rawValue)"
  }

  private static let rows = [
    Row(
      remedy: "all data replaced in every generation", answer: "no",
      condition:
        "finitely many values of the statistic, and Poisson counts; elsewhere scales shrink forever, and a mean alone wanders",
      price:
        "everything: one value, at a vertex, is left, of N spins from an even start after about 2 ln 2 · NM generations; counts die out after a time of infinite mean",
      claims: ["P2", "X1", "X3"]),
    Row(
      remedy: "more synthetic data", answer: "no", condition: "none",
      price: "collapse comes later, in proportion to M", claims: ["P4", "X2"]),
    Row(
      remedy: "one fresh external point", answer: "**yes**", condition: "the truth is interior",
      price:
        "as M → ∞, D/2 nats from a truth in the family, a regular one, in the sum of both divergences; at finite M infinite while a model is on the boundary",
      claims: ["X7", "X13", "X5"]),
    Row(
      remedy: "one fixed external point", answer: "**yes**, or the loop collapses onto its face",
      condition:
        "its own statistic is interior; on an edge between vertices the loop lives along that edge",
      price: "the loop settles about the point, not the truth",
      claims: ["P12", "X7"]),
    Row(
      remedy: "K external points", answer: "**yes**", condition: "as above",
      price:
        "as M → ∞, D/(2K) nats likewise if each counts once: to leading order what 2K independent real points leave, forever",
      claims: ["X13", "X5"]),
    Row(
      remedy: "a source that is sometimes the loop itself", answer: "**yes**",
      condition: "not always", price: "as with fewer points", claims: ["X5"]),
    Row(
      remedy: "external points beside infinitely many synthetic ones", answer: "**yes**",
      condition: "their mean statistic is interior",
      price: "no more: the limit is the conjugate prior worth 2K",
      claims: ["P17", "X6"]),
    Row(
      remedy: "a prior, or an L2 penalty", answer: "**yes**",
      condition:
        "every estimate is finite: with finitely many values, if the density is bounded and goes to 0 at infinity; a prior on some directions keeps those alive",
      price:
        "the truth is forgotten: as M → ∞ the law is the prior's, squared, if that is normalisable",
      claims: ["P13", "P11", "X8"]),
    Row(
      remedy: "the same prior in another coordinate", answer: "not always",
      condition: "in arcsin √p Jeffreys' prior does nothing, in p it does harm", price: "",
      claims: ["P18", "X8"]),
    Row(
      remedy: "all data so far", answer: "**yes**",
      condition:
        "the first data are not on one face of the convex support; if real, they keep the loop near the truth",
      price:
        "never better than the real data alone; up to π²/6 times their variance as M → ∞, and at every M if v₂ ≤ 0",
      claims: ["X9"]),
    Row(
      remedy: "M points out of all data so far", answer: "**yes**", condition: "as above",
      price: "some more variance", claims: ["X9"]),
    Row(
      remedy: "importance weights, even an oracle's", answer: "no",
      condition: "finitely many values of the statistic",
      price:
        "collapse comes later, exponentially in M at best, for N spins in NM; a tilt may hasten it",
      claims: ["X10"]),
    Row(
      remedy: "an optimiser that is stopped early, from one start", answer: "**yes**",
      condition:
        "always the same start, and a rate below 1/J; from the last model the loop wanders from end to end, ever more slowly",
      price: "the truth is forgotten: the loop settles about the start", claims: ["X14"]),
  ]
}
