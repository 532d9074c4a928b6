import Documents
import Foundation
import NumericalMethods
import Testing
import _TestSupport

/// A loop whose model is a program has the law of the loop inside: exactly, under every policy that it has.
@Suite(.inTurn(.other)) struct DrivenLawTests {
  private static let own = [
    Command.executable.path, "model", "--family", "categorical", "--session",
  ]
  private static let python = ["python3", "\(ModelProgram.folder)/categorical.py", "--session"]
  private static let hasPython = ModelProgram.succeeds("python3", "-c", "import json")

  private static func falseAlarm() -> Double {
    FalseAlarmBudget.share(of: "driven loops", cases: 30)
  }

  /// A policy with its law, and the law of another one that must be refused.
  struct Case: CustomStringConvertible, Sendable {
    let words: String
    let policy: DrivenLaw.Policy
    let other: DrivenLaw.Policy
    var real = [5, 7]
    /// More than one only where columns are independent: where rows are not chosen.
    var columns = 1
    var start: Int?
    var description: String { words + (start.map { ", from \($0) rows" } ?? "") }

    func law(_ policy: DrivenLaw.Policy) -> DrivenLaw {
      DrivenLaw(policy, real: real, samples: 4, start: start, generations: 3)
    }

    func loop(of words: [String], replicates: Int? = nil) throws -> DrivenLoop {
      try DrivenLoop(
        of: words, real: real, columns: columns, samples: 4, generations: 3,
        replicates: replicates ?? (columns > 1 ? 100 : 250), "--policy", self.words, "--start",
        start.map { "sample=\($0)" } ?? "data")
    }
  }

  private typealias Policy = DrivenLaw.Policy
  static let cases = [
    Case(words: "replace", policy: Policy(), other: Policy(external: 1), columns: 24),
    Case(
      words: "replace", policy: Policy(), other: Policy(external: 1), real: [3, 4, 5], columns: 24),
    Case(
      words: "external,count=2", policy: Policy(external: 2),
      other: Policy(external: 2, isFixed: true)),
    Case(
      words: "external,source=fixed,count=2", policy: Policy(external: 2, isFixed: true),
      other: Policy(external: 2)),
    Case(
      words: "external,count=2,impurity=0.8", policy: Policy(external: 2, impurity: 0.8),
      other: Policy(external: 2)),
    Case(
      words: "external,count=2", policy: Policy(external: 2),
      other: Policy(external: 2, impurity: 0.8),
      start: 3),
    Case(
      words: "accumulate", policy: Policy(memory: .accumulate),
      other: Policy(memory: .subsample), columns: 24),
    Case(
      words: "accumulate,count=1", policy: Policy(external: 1, memory: .accumulate),
      other: Policy(memory: .accumulate), start: 2),
    Case(
      words: "subsample", policy: Policy(memory: .subsample), other: Policy(), start: 4),
    Case(
      words: "subsample,replacement=true", policy: Policy(memory: .subsampleWithReplacement),
      other: Policy(), start: 4),
  ]

  @Test(arguments: cases) func theReferenceHasTheExactLaw(_ kind: Case) throws {
    let loop = try kind.loop(of: Self.own)
    let isRight = loop.agrees(with: kind.law(kind.policy), falseAlarm: Self.falseAlarm())
    let isOther = loop.agrees(with: kind.law(kind.other), falseAlarm: Self.falseAlarm())
    #expect(isRight && !isOther)
  }

  /// Python's standard library makes the same law, by other means.
  @Test(.enabled(if: hasPython, "python3 is not here"), arguments: [cases[1], cases[2]])
  func pythonHasTheSameLaw(_ kind: Case) throws {
    let loop = try kind.loop(of: Self.python)
    let isRight = loop.agrees(with: kind.law(kind.policy), falseAlarm: Self.falseAlarm())
    #expect(isRight)
  }

  /// Models that are wrong in ways that are met: one that smooths, one that uses one seed for all, one that keeps its
  /// seed for all generations, and one that repeats the training set.
  @Test(
    .enabled(if: hasPython, "python3 is not here"),
    arguments: [
      ("collections.Counter(column)", #"collections.Counter((*column, "a", "b"))"#),
      ("random.Random(seed)", "random.Random(1)"),
      (
        "    rng = random.Random(seed)\n",
        """
            global last
            last = seed if len(read(train)[1]) > 4 else last
            rng = random.Random(last)

        """
      ),
      ("rng.randrange(totals[-1])", "_ * totals[-1] // samples"),
    ])
  func wrongModelsAreRefused(_ right: String, _ wrong: String) throws {
    let kind = Self.cases[0]
    try Command.withFolder { folder in
      let text = try String(contentsOfFile: Self.python[1], encoding: .utf8)
      #expect(text.contains(right))
      let program = folder + "/wrong.py"
      try text.replacing(right, with: wrong)
        .write(toFile: program, atomically: true, encoding: .utf8)
      let loop = try kind.loop(of: ["python3", program, "--session"], replicates: 50)
      let isRight = loop.agrees(with: kind.law(kind.policy), falseAlarm: Self.falseAlarm())
      #expect(!isRight)
    }
  }

  /// The enumeration is that of the laboratory: it has the same chance of absorption as simulate predicts.
  @Test func theLawIsThatOfSimulate() throws {
    let law = DrivenLaw(Policy(), real: [5, 7], samples: 4, generations: 3)
    let outcome = try Command.run([
      "simulate", "--family", "binomial", "--start", "mean=0.4166666666666667", "--samples", "4",
      "--generations", "3", "--replicates", "10", "--predict", "--csv",
    ])
    let table = try Table(name: "simulation", csv: outcome.output)
    let predicted = try #require(table.numbers(in: "absorbed_predicted"))
    for t in 1...3 {
      let exact = law.paths.reduce(0) { $1.key[t - 1].contains(0) ? $0 + $1.value : $0 }
      #expect(abs(exact - predicted[t]) < 1e-9)
    }
  }
}
