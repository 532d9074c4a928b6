import Foundation
import Testing
import _TestSupport

/// The definition that stands beside a picture draws it again.
@Suite(.inTurn(.other)) struct DefinitionFileTests {
  @Test func theDefinitionBesideAPictureDrawsItAgain() throws {
    try Command.withFolder { folder in
      let (first, again) = (folder + "/first", folder + "/again")
      try Command.run(["run", "fig3", "--output", first, "--seed", "7"] + Command.small("fig3"))
      let file = first + "/data/fig3.json"
      let outcome = try Command.run(["run", "--definition", file, "--output", again])
      #expect(outcome.code == 0, "\(outcome)")
      #expect(Command.files(in: first) == Command.files(in: again))
      for name in Command.files(in: first) where name.contains(".") {
        let bytes = { (folder: String) in FileManager.default.contents(atPath: "\(folder)/\(name)")
        }
        #expect(bytes(first) == bytes(again), "\(name)")
      }
      // Whatever its name, and changed by options.
      try Command.copy(file, to: folder + "/mine.json")
      let changed = try Command.run(
        ["run", "--definition", folder + "/mine.json", "--output", folder + "/c", "--data-only"]
          + ["--seed", "8", "--set", "samples=60"])
      let text = try String(contentsOfFile: folder + "/c/data/fig3.json", encoding: .utf8)
      #expect(changed.code == 0 && text.contains("\"seed\" : 8") && text.contains("60"), "\(text)")
      let simulated = try Command.run(["simulate", "--definition", file])
      #expect(simulated.code == 65 && simulated.errors.contains("closedloop run --definition"))
      let other = try Command.run(
        ["run", "fig2", "--definition", file, "--output", folder + "/d"])
      #expect(other.code == 65 && other.errors.contains("the experiment fig3, not of fig2"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/d"))
    }
  }

  @Test(arguments: [
    ("{\"a\": 1}", "does not say which experiment"),
    ("{\"experiment\": \"fgi1\"}", "did you mean fig1?"),
    (
      "{\"experiment\": \"fig3\",\n \"seed\": 1, \"seed\": 2}",
      "line 2, column 13: the key \"seed\""
    ),
    ("{\"experiment\": \"fig3\", \"sede\": 1}", "did you mean seed?"),
  ])
  func filesThatDefineNoExperimentAre65(text: String, complaint: String) throws {
    try Command.withFolder { folder in
      let file = folder + "/mine.json"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let outcome = try Command.run(["run", "--definition", file, "--output", folder + "/a"])
      #expect(outcome.code == 65 && outcome.errors.contains(file), "\(outcome)")
      #expect(outcome.errors.contains(complaint), "\(outcome.errors)")
      #expect(Command.files(in: folder) == ["mine.json"])
    }
  }

  @Test func everyFieldIsListedWithWhatItMayBe() throws {
    let listed = try Command.run(["definition", "fig1", "--fields", "--scale", "quick"])
    let lines = listed.output.split(separator: "\n")
    #expect(listed.code == 0 && lines[0].hasPrefix("field"), "\(listed)")
    let row = try #require(lines.first { $0.hasPrefix("b.samples ") })
    for part in ["[50,100,200]", "each 1 to 9007199254740992", "Every M, combined with every N."] {
      #expect(row.contains(part), "\(row)")
    }
  }

  /// The fields of a simulation follow from the kinds of its definition.
  @Test(arguments: [
    ("regularised", ["family.spins      10         2 to 10000", "truth.level", "-10 to 10"]),
    ("one-fresh-point", ["policy.source      \"fresh\"    fresh, fixed", "policy.fraction"]),
    ("extinction", ["stop", "horizon, absorbed", "truth.rate", "record.every"]),
  ])
  func fieldsOfSimulationsAreListed(id: String, parts: [String]) throws {
    let listed = try Command.run(["definition", id, "--fields"])
    #expect(listed.code == 0 && listed.output.contains("M, samples of the model"), "\(listed)")
    for part in parts { #expect(listed.output.contains(part), "\(part) in \(listed.output)") }
  }

  @Test func thePlanOfASweepIsToldFromADefinition() throws {
    try Command.withFolder { folder in
      let file = folder + "/plan.json"
      try #"{"definition": {"family": "poisson"}, "axes": []}"#.write(
        toFile: file, atomically: true, encoding: .utf8)
      let outcome = try Command.run(["simulate", "--definition", file])
      #expect(outcome.code == 65 && outcome.errors.contains("closedloop sweep"), "\(outcome)")
    }
  }
}
