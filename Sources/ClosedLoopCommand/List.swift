import ArgumentParser
import Experiments
import Foundation

/// `closedloop list`.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the experiments and the claims.",
    discussion: "EXAMPLE\n  closedloop list --json")

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print the experiments' identifiers only, one a line.")
  var ids = false

  private struct Entry: Codable {
    let id: String
    let kind: String
    let summary: String
  }

  func run() throws {
    if ids {
      for experiment in experiments { try Output.print(experiment.id) }
      return
    }
    let entries =
      experiments.map { Entry(id: $0.id, kind: "experiment", summary: $0.summary) }
      + claimTests.map { Entry(id: $0.id, kind: "claim", summary: $0.statement) }
    if json {
      try Output.printJSON(entries)
    } else {
      let width = entries.map(\.id.count).max() ?? 0
      for kind in ["experiment", "claim"] {
        try Output.print("\(kind)s")
        for entry in entries where entry.kind == kind {
          let id = entry.id.padding(toLength: width, withPad: " ", startingAt: 0)
          try Output.print("  \(id) \(entry.summary)")
        }
      }
    }
  }
}
