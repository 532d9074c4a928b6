import Experiments
import Foundation
import Testing

/// What the command says of itself.
@Suite struct HelpTests {
  @Test func helpShowsAnExampleForEveryCommand() throws {
    for command in [
      "list", "run", "plot", "simulate", "definition", "verify", "report", "compare", "review",
      "numbers", "explain", "ledger",
    ] {
      let help = try Command.run([command, "--help"])
      #expect(help.code == 0)
      #expect(help.output.contains("EXAMPLE"), "\(command)")
      #expect(help.output.contains("closedloop \(command)"), "\(command)")
    }
    #expect(try Command.run(["--help"]).output.contains("closedloop run fig1"))
  }

  /// Identifiers whole, each on a line with what it stands for.
  @Test func listNamesExperimentsAndClaims() throws {
    let list = try Command.run(["list"])
    let lines = list.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(list.code == 0)
    let entries =
      allExperiments.map { ($0.id, $0.summary) } + claimTests.map { ($0.id, $0.statement) }
    for (id, summary) in entries {
      #expect(lines.contains(id.split(separator: " ") + summary.split(separator: " ")))
    }
  }

  @Test func listsForMachinesAreComplete() throws {
    let ids = [
      "fig1", "fig2", "fig3", "fixed-anchor", "infinite-synthetic", "rem", "equation-of-motion",
      "entropy", "coordinates", "families", "dose", "accumulate", "weights", "tails", "errors",
      "blur", "remedies",
    ]
    #expect(try Command.run(["list", "--ids"]).output == ids.map { $0 + "\n" }.joined())
    let json = try JSONSerialization.jsonObject(
      with: Data(try Command.run(["list", "--json"]).output.utf8))
    let entries = try #require(json as? [[String: String]])
    #expect(entries.filter { $0["kind"] == "experiment" }.map { $0["id"] } == ids)
    let beyond = ["machines", "digits-machine", "digits-network"]
    #expect(
      try Command.run(["list", "--ids", "--beyond"]).output
        == beyond.map { $0 + "\n" }.joined())
    #expect(entries.filter { $0["kind"] == "beyond" }.map { $0["id"] } == beyond)
    #expect(try Command.run(["list", "--beyond"]).code == 64)
    #expect(
      entries.filter { $0["kind"] == "claim" }.map { $0["id"] } == claimTests.map { $0.id })
  }
}
