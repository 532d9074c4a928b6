import Documents
import Foundation
import Testing
import _TestSupport

/// How much real data: the question and its answer, as a person and a script have them.
@Suite(.inTurn(.other)) struct BudgetTests {
  private static func budget(_ arguments: String) throws -> Command.Outcome {
    try Command.run(["budget"] + arguments.split(separator: " ").map(String.init))
  }

  private static func table(_ arguments: String) throws -> Table {
    let outcome = try budget(arguments)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try Table(name: "budget", csv: outcome.output)
  }

  /// One point keeps two thirds of the diversity, and loses a minority most of the time.
  @Test func onePointInWords() throws {
    let outcome = try Self.budget("--samples 200 --external 1")
    #expect(outcome.code == 0)
    let words = [
      "1 fresh real point beside 200 synthetic ones in each generation keeps 66.6 % of the diversity,"
        + " about two thirds",
      "a minority of 2 % is absent from 81.8 % of the generations, about four out of five",
      "It prevents collapse, and does not protect minorities",
      "in 95 % of the generations takes 51 points",
    ]
    for part in words { #expect(outcome.errors.contains(part), "\(outcome.errors)") }
    let table = try Table(name: "budget", csv: outcome.output)
    #expect(table.numbers(in: "absent") == [0.8177212358])
    #expect(table.numbers(in: "diversity") == [0.6655574043])
    #expect(outcome.output.contains(",exact,"))
  }

  @Test func severalNumbers() throws {
    let table = try Self.table("--samples 200 --external 10,1 --external 50 --minority 0.02")
    #expect(table.numbers(in: "external") == [1, 10, 50])
    let absences = try #require(table.numbers(in: "absent"))
    for (absence, expected) in zip(absences, [0.817721, 0.344448, 0.051403]) {
      #expect(abs(absence - expected) < 5.1e-7)
    }
    let weighted = try Self.table("--samples 100 --external 100 --weight best")
    // Once each, and at the best weight.
    #expect(weighted.numbers(in: "real_share")?[0] == 0.5)
    #expect(abs((weighted.numbers(in: "real_share")?[1] ?? 0) - 0.6169766494) < 1e-9)
    let then = try Self.table("--samples 200 --external 0:3 --generation 7")
    // (1 − 1/M)ᵗ without real points.
    let closed = try #require(then.numbers(in: "diversity_then")?.first)
    #expect(abs(closed - pow(1 - 1 / 200, 7)) < 1e-9)
    #expect(then.numbers(in: "diversity")?.first == 0)
  }

  @Test(arguments: [
    ("--samples 100 --minority 0.1", 6), ("--samples 200 --minority 0.02 --present 0.95", 51),
    ("--samples 200 --keep-diversity 0.9", 5), ("--samples 1000 --within 0.05 --parameters 7", 70),
    ("--samples 200 --keep-diversity 0.9 --weight best", 1),
  ])
  func goals(arguments: String, least: Int) throws {
    let table = try Self.table(arguments)
    let numbers = try #require(table.numbers(in: "external"))
    #expect(numbers.starts(with: least > 1 ? [Double(least - 1), Double(least)] : [1]))
    let outcome = try Self.budget(arguments)
    #expect(outcome.errors.contains("takes \(least) fresh real"), "\(outcome.errors)")
  }

  @Test func scriptsHaveJSON() throws {
    let outcome = try Self.budget("--samples 200 --minority 0.02 --present 0.95 --json")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let answer = try #require(json as? [String: Any])
    let rows = try #require(answer["rows"] as? [[String: Any]])
    #expect(rows[1]["external"] as? Int == 51)
    let kinds = try #require(answer["is"] as? [String: String])
    #expect(kinds["absent"] == "exact" && kinds["divergence_limit"] == "limit")
    #expect((answer["answer"] as? String)?.contains("takes 51 fresh real points") == true)
  }

  @Test func tablesAndPicturesAreFiles() throws {
    try Command.withFolder { folder in
      let outcome = try Self.budget(
        "--samples 200 --external 5 --weight best --output \(folder)/out --plot \(folder)/p.svg")
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(
        try String(contentsOfFile: "\(folder)/out/budget.csv", encoding: .utf8) == outcome.output)
      let picture = try String(contentsOfFile: "\(folder)/p.svg", encoding: .utf8)
      for word in ["diversity kept, best weight", "2 % minority absent", "synthetic"] {
        #expect(picture.contains(word))
      }
      #expect(Command.files(in: folder) == ["out", "out/budget.csv", "p.svg"])
    }
  }

  /// Sizes beyond exact answers say so.
  @Test func manySamples() throws {
    let table = try Self.budget("--samples 1000000000 --external 1000000000 --minority 1e-9")
    #expect(table.code == 0 && table.output.contains("to 1e-5"))
    let least = try Self.budget("--samples 1000000000 --minority 0.02")
    #expect(
      least.code == 0 && least.errors.contains("takes 4 fresh real points"), "\(least.errors)")
  }

  @Test(arguments: [
    ("--samples 0 --external 1", "--samples 0 is not allowed: use a whole number from 1"),
    ("--samples -5 --external 1", "--samples -5 is not allowed"),
    ("--samples 10000000000 --external 1", "--samples 10000000000 is not allowed"),
    ("--samples 200 --external -1", "--external -1 is not allowed: use a whole number from 0"),
    ("--samples 200 --external 1,,2", "--external  is not allowed"),
    ("--samples 200 --external 1.5", "--external 1.5 is not allowed"),
    (
      "--samples 200 --external 1 --minority 0", "--minority 0 is not allowed: use a number between"
    ),
    ("--samples 200 --external 1 --minority 1", "--minority 1 is not allowed"),
    ("--samples 200 --external 1 --minority nan", "--minority nan is not allowed"),
    ("--samples 200 --external 1 --weight 0", "--weight 0 is not allowed: use best, or a number"),
    ("--samples 200 --external 1 --weight bset", "--weight bset is not allowed"),
    ("--samples 200 --external 1 --plot p.pdf", "--plot p.pdf is not allowed: use a file name"),
    ("--samples 200 --external 1 --parameters 0", "--parameters 0 is not allowed"),
    ("--samples 200 --external 1 --generation 0", "--generation 0 is not allowed"),
    ("--samples 200 --keep-diversity 1", "--keep-diversity 1 is not allowed"),
    ("--samples 200 --within 0", "--within 0 is not allowed"),
    ("--samples 200 --within 1e-9 --parameters 100", "--within 1e-09 cannot be met"),
    ("--samples 200", "nothing is asked: use --external K, or one goal"),
    ("--external 1", "Missing expected argument '--samples <M>'"),
    (
      "--samples 200 --external 1 --keep-diversity 0.9",
      "--external and --keep-diversity are not allowed together"
    ),
    (
      "--samples 200 --external 1 --minority 0.1 --present 0.9",
      "--external and --present are not allowed together"
    ),
    ("--samples 200 --within 1 --keep-diversity 0.9", "are not allowed together"),
  ])
  func mistakes(arguments: String, complaint: String) throws {
    let outcome = try Command.run(
      ["budget"] + arguments.split(separator: " ").map(String.init))
    #expect(outcome.code == 64 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.errors.hasPrefix("closedloop: ") && outcome.errors.count { $0 == "\n" } == 1)
    #expect(outcome.errors.contains(complaint), "\(outcome.errors)")
  }
}
