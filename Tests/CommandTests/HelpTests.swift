import Foundation
import Testing

/// What the command says of itself.
@Suite struct HelpTests {
  @Test func helpShowsAnExampleForEveryCommand() throws {
    for command in ["list", "run", "plot", "verify", "compare"] {
      let help = try Command.run([command, "--help"])
      #expect(help.code == 0)
      #expect(help.output.contains("EXAMPLE"), "\(command)")
      #expect(help.output.contains("closedloop \(command)"), "\(command)")
    }
    #expect(try Command.run(["--help"]).output.contains("closedloop run fig1"))
  }

  @Test func listNamesExperimentsAndClaims() throws {
    let list = try Command.run(["list"])
    #expect(list.code == 0 && list.output.contains("fig1") && list.output.contains("P4"))
    let json = try JSONSerialization.jsonObject(
      with: Data(try Command.run(["list", "--json"]).output.utf8))
    #expect((json as? [[String: String]])?.first?["id"] == "fig1")
    #expect(try Command.run(["list", "--ids"]).output == "fig1\n")
  }
}
