import ArgumentParser
import Claims
import Foundation

/// `closedloop list`.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the experiments and the claims.",
    discussion: """
      The standard experiments are those of make figures; those beyond exponential \
      families take minutes, and make figures-beyond runs them.

      EXAMPLES
        closedloop list
        closedloop list --ids --beyond
        closedloop list --json
      """)

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print the standard experiments' identifiers only, one a line.")
  var ids = false

  @Flag(help: "With --ids, print those of the experiments beyond exponential families instead.")
  var beyond = false

  private struct Entry: Codable {
    let id: String
    let kind: String
    let summary: String
  }

  /// Kinds of entries, with the title of their group.
  private static let groups = [
    (kind: "experiment", title: "experiments"),
    (kind: "beyond", title: "experiments beyond exponential families"),
    (kind: "claim", title: "claims"),
  ]

  func run() throws {
    if beyond, !ids {
      throw Failure(
        code: .badArguments, sentence: "--beyond is not allowed alone: use --ids --beyond")
    }
    if ids {
      for experiment in beyond ? beyondExperiments : experiments {
        try Output.print(experiment.id)
      }
      return
    }
    let entries =
      experiments.map { Entry(id: $0.id, kind: "experiment", summary: $0.summary) }
      + beyondExperiments.map { Entry(id: $0.id, kind: "beyond", summary: $0.summary) }
      + claimTests.map { Entry(id: $0.id, kind: "claim", summary: $0.words.statement) }
    if json {
      try Output.printJSON(entries)
    } else {
      let width = entries.map(\.id.count).max() ?? 0
      for (kind, title) in Self.groups where entries.contains(where: { $0.kind == kind }) {
        try Output.print(title)
        for entry in entries where entry.kind == kind {
          let id = entry.id.padding(toLength: width, withPad: " ", startingAt: 0)
          try Output.print("  \(id) \(entry.summary)")
        }
      }
    }
  }
}
