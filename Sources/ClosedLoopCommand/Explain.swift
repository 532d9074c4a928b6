import ArgumentParser
import Claims
import Documents
import Foundation
import Report

/// `closedloop explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explains a claim: what it says, when it is true and why, and what shows it.",
    discussion: """
      Nothing is computed. The verdict printed is the one on record, which \
      `closedloop verify` checks.

      EXAMPLES
        closedloop explain P9
        closedloop explain P7 P7a P7b
        closedloop explain A
        closedloop explain P9 --json
      """)

  @Argument(help: "Claims to explain.")
  var ids: [String]

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let explanations = try claims(called: ids).map { Explanation($0) }
    if json {
      try Output.printJSON(explanations)
    } else {
      try Output.print(explanations.map(\.text).joined(separator: "\n\n"))
    }
  }
}

/// The claims with the given identifiers, whose capital letters do not matter, in the order of the list; all
/// of them if none is given, and all of a group for its letter alone.
func claims(called ids: [String]) throws -> [any ClaimTest.Type] {
  let known = claimTests.map { $0.id }
  let wanted = try ids.flatMap { id in
    if let group = ClaimGroup(rawValue: id.uppercased()) {
      return known.filter { ClaimGroup(of: $0) == group }
    }
    guard let found = Words.match(id, in: known) else {
      throw unknownWord("claim", id, among: known)
    }
    return [found]
  }
  return claimTests.filter { wanted.isEmpty || wanted.contains($0.id) }
}
