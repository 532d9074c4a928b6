import Claims
import Documents
import Simulation

/// A word of the command line that names nothing of a kind.
///
/// - Parameters:
///   - kind: "experiment".
///   - word: what was given.
///   - known: what there is.
func unknownWord(_ kind: String, _ word: String, among known: [String]) -> Failure {
  let other = otherMeaning(of: word, except: kind).map { " (\(word) is \($0))" } ?? ""
  return Failure(
    code: .badArguments,
    sentence: "there is no \(kind) \"\(word)\"\(other): use \(Words.choice(of: known, for: word))")
}

/// What else a word names, and where that is known.
private func otherMeaning(of word: String, except kind: String) -> String? {
  let meanings: [(kind: String, words: [String], text: String)] = [
    ("experiment", allExperiments.map { $0.id }, "an experiment: see closedloop run"),
    ("claim", claimTests.map { $0.id }, "a claim: see closedloop explain"),
    (
      "example", simulationExamples.map(\.id),
      "an example of closedloop simulate: see closedloop definition"
    ),
    ("family", simulatedFamilies.map { $0.kind }, "a family: see closedloop simulate --family"),
    ("policy", SimulationOptions.policies, "a policy: see closedloop simulate --policy"),
  ]
  for meaning in meanings where meaning.kind != kind {
    if let id = Words.match(word, in: meaning.words) { return "\(meaning.text) \(id)" }
  }
  return nil
}
