import Claims
import Foundation
import Testing
import _TestSupport

/// What is mistyped on a command line is answered by what was probably meant, and by the help that has it.
@Suite(.inTurn(.other)) struct MistypedTests {
  @Test(arguments: [
    (
      ["simulat"], "there is no command \"simulat\": use one of list, run", "did you mean simulate?"
    ),
    (["help", "swep"], "there is no command \"swep\"", "did you mean sweep?"),
    (
      ["simulate", "--sampels", "3"], "there is no option --sampels",
      "mean --samples? See closedloop simulate --help"
    ),
    (["simulate", "--family"], "Missing value for '--family", "see closedloop simulate --help"),
    (["sweep"], "Missing expected argument", "see closedloop sweep --help"),
    (["list", "--josn"], "there is no option --josn of closedloop list", "did you mean --json?"),
    (
      ["run", "fig1", "--output", "x", "--scale", "papr"],
      "--scale papr is not allowed: use one of quick, paper", "did you mean paper?"
    ),
    (["run", "fgi1", "--output", "x"], "there is no experiment \"fgi1\"", "did you mean fig1?"),
    (
      ["run", "P3", "--output", "x"], "P3 is a claim: see closedloop explain P3", "use one of fig1"
    ),
    (
      ["run", "collapse", "--output", "x"], "collapse is an example of closedloop simulate",
      "see closedloop definition collapse"
    ),
    (
      ["run", "fig1", "--output", "x", "--set", "sampels=3"], "--set sampels is not allowed",
      "did you mean samples?"
    ),
    (["run", "--output", "x"], "the experiment is missing", "or with --definition"),
    (["plot", "figg2", "--output", "x"], "there is no figure \"figg2\"", "did you mean fig2?"),
    (["definition", "colapse"], "there is no definition \"colapse\"", "did you mean collapse?"),
    (["explain", "X99"], "there is no claim \"X99\": use one of P1", "did you mean X9?"),
    (["--hlep"], "there is no option --hlep of closedloop", "did you mean --help?"),
  ])
  func theNearestWordIsNamed(arguments: [String], complaint: String, meant: String) throws {
    let outcome = try Command.run(arguments)
    #expect(outcome.code == 64 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.errors.hasPrefix("closedloop: ") && outcome.errors.count { $0 == "\n" } == 1)
    #expect(
      outcome.errors.contains(complaint) && outcome.errors.contains(meant), "\(outcome.errors)")
  }

  /// A value that is not allowed is told in one sentence, without the parser's own before it.
  @Test(arguments: [
    (
      ["simulate", "--threads", "0"],
      "--threads 0 is not allowed: use a whole number from 1 to 1024"
    ),
    (
      ["budget", "--samples", "0"],
      "--samples 0 is not allowed: use a whole number from 1 to 1000000000"
    ),
    (
      ["diagnose", "g.csv", "--seed", "x"],
      "--seed x is not allowed: use a whole number from 0 to 18446744073709551615"
    ),
  ])
  func valuesAreToldOnce(arguments: [String], sentence: String) throws {
    let outcome = try Command.run(arguments)
    #expect(outcome.code == 64 && outcome.errors == "closedloop: \(sentence)\n")
  }

  @Test func capitalsDoNotMatter() throws {
    #expect(try Command.run(["explain", "p3"]) == Command.run(["explain", "P3"]))
    #expect(try Command.run(["definition", "FIG1"]) == Command.run(["definition", "fig1"]))
    #expect(
      try Command.run(["definition", "Collapse"]) == Command.run(["definition", "collapse"]))
  }

  /// One word names one definition.
  @Test func noWordNamesTwoDefinitions() throws {
    let lines = try Command.run(["definition"]).output.split(separator: "\n")
    let ids = lines.map { $0.split(separator: " ")[0] }
    #expect(Set(ids).count == ids.count && ids.contains("accumulate"))
    #expect(try Command.run(["definition", "accumulate"]).output.contains("\"experiment\""))
  }
}

extension Command.Outcome: Equatable {
  static func == (a: Self, b: Self) -> Bool {
    a.code == b.code && a.output == b.output && a.errors == b.errors
  }
}
