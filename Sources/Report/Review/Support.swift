import Claims
import Foundation

/// What a sentence of a draft rests on.
package struct Support: Encodable {
  package let place: Place
  package let sentence: String
  package let values: [Value]
  package let claims: [Claim]
  package let pictures: [Picture]

  /// A result that the sentence uses.
  package struct Value: Encodable {
    let source: String
    let value: String
  }

  /// A claim that it relies on.
  package struct Claim: Encodable {
    let id: String
    let verdict: String
    let recorded: String
    let reference: String
    let statement: String
    let conditions: String
    let quantity: String
    let prediction: String
    let measurement: String
    let checks: Int
    let checksAsExpected: Int
    let evidence: [String]
    let test: String
  }

  /// A picture that it refers to.
  package struct Picture: Encodable {
    let id: String
    let picture: String
    let tables: [String]
    let definition: String
  }

  /// What supports a sentence.
  ///
  /// - Parameter all: the names of the tables in the folder of results.
  package init(
    of sentence: Sentence, in draft: ReadDraft, results: Results, tables all: [String]
  ) throws {
    place = sentence.place
    self.sentence = sentence.text
    let uses = draft.uses(in: sentence)
    values = uses.compactMap { use in
      if case .figure = use.reference { return nil }
      let value: String
      do {
        value = try results.value(of: use.reference).plain
      } catch {
        value = "unresolved: \(error)"
      }
      return Value(source: use.source, value: value)
    }
    let mentioned = uses.compactMap(\.reference.claim)
    claims = try claimTests.filter { mentioned.contains($0.id) }
      .map { try Claim($0, results: results) }
    pictures = draft.pictures(in: sentence).map { id in
      let folder = "\(results.name)/\(resultsPlace(of: id))"
      let tables = all.filter { owningExperiment(of: $0) == id }
      return Picture(
        id: id, picture: "\(folder)\(id).svg", tables: tables.map { "\(folder)data/\($0).csv" },
        definition: "\(folder)data/\(id).json")
    }
  }
}

extension Support.Claim {
  init(_ claim: any ClaimTest.Type, results: Results) throws {
    func plain(_ reference: ResultReference) throws -> String {
      try results.value(of: reference).plain
    }
    let outcomes = results.checkOutcomes(of: claim.id)
    self.init(
      id: claim.id, verdict: try plain(.verdict(claim.id)), recorded: claim.words.recorded.rawValue,
      reference: claim.words.reference, statement: claim.words.statement,
      conditions: claim.words.conditions,
      quantity: claim.words.quantity, prediction: try plain(.predicted(claim.id, check: nil)),
      measurement: try plain(.measured(claim.id, check: nil)), checks: outcomes.count,
      checksAsExpected: outcomes.count { $0 },
      evidence: claim.words.evidence.map { "\(results.name)/\($0)" }, test: claim.testFile)
  }
}

extension Support {
  /// Lines for people.
  package var text: String {
    var lines = ["\(place)  “\(sentence)”"]
    for value in values { lines.append("  \(value.source) = \(value.value)") }
    for claim in claims {
      lines += [
        "  \(claim.id)  \(claim.verdict)"
          + (claim.verdict == claim.recorded ? "" : ", ON RECORD IT \(claim.recorded)")
          + "  (\(claim.reference))",
        "      \(claim.statement)", "      When: \(claim.conditions)",
        "      \(claim.quantity): predicted \(claim.prediction), measured \(claim.measurement)",
        "      \(claim.checksAsExpected) of \(claim.checks) checks came out as they should",
        "      shown in \(claim.evidence.joined(separator: ", "))", "      tested by \(claim.test)",
        "      why: closedloop explain \(claim.id); the evidence:"
          + " closedloop verify \(claim.id) --checks",
      ]
    }
    for picture in pictures {
      lines += [
        "  \(picture.id)  \(picture.picture)",
        "      drawn from \(picture.tables.joined(separator: ", "))",
        "      made by \(picture.definition): closedloop run \(picture.id) --output results",
      ]
    }
    if values.isEmpty, claims.isEmpty, pictures.isEmpty {
      lines.append("  It takes nothing from results.")
    }
    return lines.joined(separator: "\n")
  }
}
