import Claims
import Documents
import Foundation
import Simulation
import Testing
import _TestSupport

/// Simulations as a person or a script uses it.
@Suite(.inTurn(.other)) struct SimulateTests {
  private static let small = ["--samples", "5", "--generations", "4", "--replicates", "3"]

  @Test func tablesGoToStandardOutput() throws {
    let plain = try Command.run(["simulate", "--family", "poisson"] + Self.small)
    #expect(plain.code == 0)
    let lines = plain.output.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(
      lines[0].hasPrefix(
        "generation,replicates,absorbed,absorbed_standard_error,s_mean,s_standard_error,s_variance")
    )
    #expect(plain.errors.contains("censored"))
    let beside = try Command.run(["simulate", "--family", "poisson", "--predict"] + Self.small)
    #expect(beside.output.contains("s_mean_predicted") && beside.output.contains(",none"))
    let ends = try Command.run(["simulate", "--family", "poisson", "--ends"] + Self.small)
    #expect(ends.output.split(separator: "\n").count == 4)
    let json = try Command.run(["simulate", "--family", "poisson", "--json"] + Self.small)
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(rows.count == 5 && rows[4]["generation"] as? Int == 4)
  }

  /// Replicates that cannot go on cost the others nothing, and the reader is told.
  @Test func replicatesEndAlone() throws {
    let options = [
      "simulate", "--family", "gaussian", "--policy", "subsample,replacement=true", "--samples",
      "2",
      "--generations", "3", "--replicates", "40",
    ]
    let plain = try Command.run(options)
    let table = try Table(name: "simulation", csv: plain.output)
    let replicates = try #require(table.numbers(in: "replicates"))
    #expect(plain.code == 0 && replicates[0] == 40 && replicates[3] < 40)
    let ended = "\(40 - Int(replicates[3])) of 40 replicates end before the last generation"
    #expect(plain.errors.hasPrefix("closedloop: warning: \(ended)"), "\(plain)")
    #expect(plain.errors.contains("conditional") && plain.errors.count { $0 == "\n" } == 1)
    let strict = try Command.run(options + ["--strict"])
    #expect(strict.code == 70 && strict.output == plain.output)
    #expect(strict.errors.hasPrefix("closedloop: \(ended)"))
    let ends = try Table(name: "ends", csv: try Command.run(options + ["--ends"]).output)
    #expect(ends.rows.count == 40 && ends.columns.last == "reason")
    #expect(
      ends.rows.allSatisfy { ($0[1] == .text("ended")) == ($0.last != .text("")) })
    let json = try Command.run(options + ["--json"])
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["replicates"] as? Double } == replicates)
    // Nothing was reached, so there is no table.
    let none = try Command.run(options + ["--record", "at=1000000", "--generations", "1000000"])
    #expect(none.code == 70 && none.output.isEmpty && none.errors.contains("all 40 replicates"))
  }

  @Test func helpShowsEveryExample() throws {
    let help = try Command.run(["simulate", "--help"]).output
      .split { $0.isWhitespace || $0 == "\\" }.joined(separator: " ")
    #expect(simulationExamples.count >= 6)
    for example in simulationExamples {
      #expect(help.contains("closedloop simulate \(example.commandLine)"))
    }
    for type in simulatedFamilies { #expect(help.contains(type.kind)) }
  }

  /// What is printed as a definition is one, and edits of it count.
  @Test func definitionsCanBeEditedAndRun() throws {
    try Command.withFolder { folder in
      let file = folder + "/mine.json"
      let printed = try Command.run(["definition", "one-fresh-point"])
      try printed.output.replacing("0.3", with: "0.4")
        .write(toFile: file, atomically: true, encoding: .utf8)
      let run = try Command.run(["simulate", "--definition", file] + Self.small)
      let table = try Table(name: "simulation", csv: run.output)
      #expect(run.code == 0 && table.numbers(in: "successes_mean")?[0] == 0.4)
      // An experiment.
      let entropy = try Command.run(["definition", "entropy", "--scale", "quick"]).output
      try entropy.replacing(#""seed" : 20260514"#, with: #""seed" : 3"#)
        .write(toFile: file, atomically: true, encoding: .utf8)
      let tables = try Command.run(["simulate", "--definition", file])
      #expect(tables.code == 0 && tables.output.hasPrefix("# entropy\n"))
    }
  }

  @Test func everyDefinitionIsListedAndPrinted() throws {
    let list = try Command.run(["definition"]).output
    for id in allExperiments.map({ $0.id }) + simulationExamples.map(\.id) {
      #expect(list.contains("\(id)  "))
      let printed = try Command.run(["definition", id])
      #expect(printed.code == 0)
      #expect((try? JSONSerialization.jsonObject(with: Data(printed.output.utf8))) != nil)
    }
    let unknown = try Command.run(["definition", "fig9"])
    #expect(unknown.code == 64 && unknown.errors.contains("fig9"))
  }

  /// In a file a mistake is bad data, and named by file and field.
  @Test(arguments: [
    ("", "line 1, column 1: the text is empty"), ("[1, 2]", "a JSON object"),
    ("{", "line 1, column 2: the end of the text"),
    (#"{"family": "poisson", "sample": 5}"#, "sample = 5"),
    (#"{"family": "poisson", "samples": "5"}"#, #"samples = "5""#),
    (#"{"family": {"kind": "poisson"}, "truth": {"rate": [1, 2]}}"#, "truth.rate = [1,2]"),
    (#"{"experiment": "fig3", "samples": [1]}"#, "samples = [1]"),
    (#"{"experiment": "fig3", "sample": 1}"#, "sample = 1"),
    (#"{"experiment": "fig3", "family": "spins"}"#, #"family = "spins""#),
    (#"{"experiment": "fig3", "samples": 0}"#, "samples = 0"),
    (#"{"experiment": "fig3", "truths": [1, "a"]}"#, "truths"),
    (#"{"experiment": "fig1", "a": 3}"#, "a = 3"),
    (#"{"experiment": "fig1", "a": {"b": 3}}"#, "a.b"),
  ])
  func mistakesInFilesAre65(text: String, complaint: String) throws {
    try Command.withFolder { folder in
      let file = folder + "/mine.json"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let outcome = try Command.run(["simulate", "--definition", file])
      #expect(outcome.code == 65, "\(outcome)")
      #expect(
        outcome.errors.contains("mine.json") && outcome.errors.contains(complaint), "\(outcome)")
      #expect(outcome.output.isEmpty && outcome.errors.count { $0 == "\n" } == 1)
    }
  }

  @Test(arguments: [
    ["--family", "nromal"], [], ["--family", "poisson", "--samples", "x"],
    ["--family", "poisson", "--policy", "external,count"], ["--family", ""],
    ["--family", "poisson", "--plot", "picture.png"],
    ["--family", "poisson", "--threads", "0"],
    ["--family", "poisson", "--truth", "rate=NaN"],
  ])
  func mistakesOnTheCommandLineAre64(options: [String]) throws {
    let outcome = try Command.run(["simulate"] + options + ["--generations", "2"])
    #expect(outcome.code == 64, "\(options): \(outcome)")
    #expect(outcome.errors.hasPrefix("closedloop: ") && outcome.errors.count { $0 == "\n" } == 1)
  }

  /// A name of forty thousand parts is an answerable mistake like any other.
  @Test func endlessNamesAreRefused() throws {
    let name = String(repeating: "a.", count: 40_000) + "b=1"
    let outcome = try Command.run(["simulate", "--family", "poisson", "--truth", name])
    #expect(outcome.code == 64 && outcome.errors.hasPrefix("closedloop: "))
  }

  /// A table of one's own, good and bad.
  @Test func tablesOfOnesOwnAreRead() throws {
    try Command.withFolder { folder in
      let file = folder + "/mine.csv"
      let options = ["simulate", "--family", "table,file=\(file)"] + Self.small
      try "name,base,x\na,1,0\nb,2,1\nc,1,3\n".write(
        toFile: file, atomically: true, encoding: .utf8)
      let good = try Command.run(options)
      #expect(good.code == 0 && good.output.contains("x_mean"), "\(good)")
      for (text, complaint) in [
        ("", "the header row is missing"), ("x\n1\nNaN\n", "line 3, column x: NaN is not"),
        ("x,y\n0,0\n1,2\n2,4\n", "2 x − y = 0 in every state"),
        ("base,x\n0,1\n1,2\n", "line 2, column base: a base measure of 0"),
        ("x\n1\n1\n", "x is 1"),
      ] {
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let bad = try Command.run(options)
        #expect(bad.code == 65, "\(bad)")
        #expect(bad.errors.contains(complaint) && bad.output.isEmpty, "\(bad)")
        #expect(bad.errors.contains("mine.csv: "), "\(bad)")
      }
      try FileManager.default.removeItem(atPath: file)
      #expect(try Command.run(options).code == 65)
    }
  }

  @Test func plotsAreWholeOrNotThere() throws {
    try Command.withFolder { folder in
      let options = ["simulate", "--family", "binomial"] + Self.small
      let picture = try Command.run(options + ["--plot", folder + "/a.svg"])
      #expect(picture.code == 0 && Command.files(in: folder) == ["a.svg"], "\(picture)")
      let sketch = try Command.run(options + ["--plot", "terminal"])
      #expect(sketch.code == 0 && sketch.output.contains("fraction absorbed"))
      // Never absorbed, no generation at all, and names that gnuplot might take for commands.
      for more in [["--family", "gaussian"], ["--family", "gaussian", "--generations", "0"]] {
        let plain = try Command.run(["simulate", "--replicates", "3", "--plot", "terminal"] + more)
        #expect(plain.code == 0, "\(plain)")
      }
      let table = folder + "/table.csv"
      try "x'; system 'touch \(folder)/made'; y,it's_z\n0,1\n1,3\n2,0\n".write(
        toFile: table, atomically: true, encoding: .utf8)
      let odd = try Command.run(
        ["simulate", "--family", "table,file=\(table)", "--plot", folder + "/a.svg"] + Self.small)
      try FileManager.default.removeItem(atPath: table)
      #expect(odd.code == 0 && Command.files(in: folder) == ["a.svg"], "\(odd)")
    }
  }

  /// Whatever becomes of the picture, there is the table.
  @Test(arguments: ["b.svg", "terminal"])
  func theTableComesOutWithoutThePicture(place: String) throws {
    let options = ["simulate", "--family", "binomial"] + Self.small
    let table = try Command.run(options).output
    try Command.withFolder { folder in
      let missing = try Command.run(options + ["--plot", place], in: folder, path: folder)
      #expect(missing.code == 69 && missing.output == table, "\(missing)")
      #expect(missing.errors.contains("gnuplot was not found") && Command.files(in: folder).isEmpty)
      try Command.putGnuplot(that: "echo 'line 1: no such thing' >&2; exit 1", into: folder)
      let refused = try Command.run(
        options + ["--plot", place], in: folder, path: folder + ":/usr/bin:/bin")
      #expect(refused.code == 70 && refused.output == table, "\(refused)")
      #expect(refused.errors.contains("no such thing") && Command.files(in: folder) == ["gnuplot"])
    }
  }

  /// What gnuplot warns of is passed on, and no failure.
  @Test func aWarningOfGnuplotsIsNoFailure() throws {
    try Command.withFolder { folder in
      try Command.putGnuplot(
        that: "echo '\\n  line 2: warning: dull' >&2; echo '</svg>' > simulation.svg", into: folder)
      let outcome = try Command.run(
        ["simulate", "--family", "binomial", "--plot", "a.svg"] + Self.small, in: folder,
        path: folder + ":/usr/bin:/bin")
      #expect(outcome.code == 0, "\(outcome)")
      #expect(outcome.errors.hasPrefix("closedloop: warning: gnuplot: line 2: warning: dull\n"))
      #expect(Command.files(in: folder) == ["a.svg", "gnuplot"])
    }
  }

  /// One value for all generations is drawn like any other, large, small or none at all.
  @Test(arguments: [
    ["binomial", "--truth", "probability=0.99", "--seed", "2"],
    ["gaussian", "--truth", "mean=1e15,variance=1"],
    ["gaussian", "--truth", "mean=1e-9,variance=1e-20"], ["poisson", "--truth", "rate=0.000001"],
  ])
  func constantsAreDrawn(family: [String]) throws {
    try Command.withFolder { folder in
      for place in ["a.svg", "terminal"] {
        let outcome = try Command.run(
          [
            "simulate", "--samples", "5", "--generations", "2", "--replicates", "1", "--plot",
            place,
          ]
            + ["--family"] + family, in: folder)
        #expect(outcome.code == 0 && !outcome.errors.contains("warning: gnuplot"), "\(outcome)")
      }
      #expect(Command.files(in: folder) == ["a.svg"])
    }
  }
}
