import Documents
import Foundation
import Testing
import _TestSupport

/// Programs that a loop drives: ours, and those that come as examples.
@Suite(.inTurn(.other)) struct ModelTests {
  private static let words = "colour,n\nred,1\n\"dark, blue\",2\nred,0\ngrün,3\n"
  private static let numbers =
    "a,b\n" + (1...20).map { "\($0 % 7).25,\($0 * $0 % 11)e-1\n" }.joined()
  private static let bits = "u,v\n" + (0..<30).map { "\($0 % 2),\($0 % 3 / 2)\n" }.joined()
  private static let lines = "the sun is up\nthe moon is down\nthe sun is down, too\n"
  private static let positive = "wait\n" + (1...30).map { "0.\($0)\n" }.joined()

  private static let own = [
    ("categorical", words), ("categorical,poisson", words), ("bernoulli", bits),
    ("geometric", bits), ("gaussian", numbers), ("gaussian-vector", numbers),
    ("exponential", positive), ("gamma-shape", positive),
  ].map { ModelProgram(words: [Command.executable.path, "model", "--family", $0], train: $1) }

  private static let hasPython = ModelProgram.succeeds("python3", "-c", "import json")
  private static let hasScikit = ModelProgram.succeeds("python3", "-c", "import sklearn")
  private static let hasR = ModelProgram.succeeds("Rscript", "-e", "0")

  private static func python(_ words: String..., train: String) -> ModelProgram {
    ModelProgram(
      words: ["python3", "\(ModelProgram.folder)/\(words[0])"] + words.dropFirst(), train: train,
      isThere: words[0].hasPrefix("sklearn") ? hasScikit : hasPython)
  }

  private static let examples = [
    python("categorical.py", train: words), python("categorical.py", "--lines", train: lines),
    python("ngram.py", train: lines),
    python("ngram.py", "--units", "characters", "--order", "3", "--smoothing", "0.1", train: lines),
    python("sklearn_mixture.py", "--components", "2", train: numbers),
    python("sklearn_kde.py", train: numbers), python("sklearn_rbm.py", train: bits),
    ModelProgram(
      words: ["Rscript", "\(ModelProgram.folder)/normal.R"], train: numbers, isThere: hasR),
  ]

  /// The contract: the header of the training set, as many rows as asked, the same rows for the same seed, and others
  /// for another; once or in a session; and in a session, a request that fails ends nothing.
  @Test(arguments: own + examples) func programsKeepTheContract(_ model: ModelProgram) throws {
    try Self.skipUnless(model.isThere, "\(model) needs an interpreter or package that is not here")
    let seed = 9_000_000_000_000_000_001
    let first = try model.once(samples: 40, seed: seed)
    #expect(first.code == 0, "\(first.errors)")
    let isLines = model.train == Self.lines
    let rows = first.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(first.text.hasSuffix("\n") && rows.count == (isLines ? 41 : 42))
    if !isLines { #expect(rows[0] == model.train.split(separator: "\n")[0]) }
    let session = try model.session(samples: 40, seeds: [seed, seed + 1, seed])
    #expect(session.texts[0] == first.text && session.texts[2] == first.text)
    #expect(session.texts[1] != first.text)
    #expect(session.answers.count == 4)
    for (place, line) in session.answers.enumerated() {
      let answer = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(place < 3 ? answer?["done"] as? Bool == true : answer?["error"] is String, "\(line)")
    }
  }

  private static func skipUnless(_ condition: Bool, _ comment: String) throws {
    guard !condition else { return }
    try Test.cancel(Comment(rawValue: comment))
  }

  /// A user copies one file, so each has the same lines that speak to closedloop drive.
  @Test func examplesServeAlike() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: ModelProgram.folder)
      .filter { $0.hasSuffix(".py") }
    let ends = try names.map { name in
      let text = try String(contentsOfFile: "\(ModelProgram.folder)/\(name)", encoding: .utf8)
      return try #require(text.components(separatedBy: "\ndef serve(model):").dropFirst().first)
    }
    #expect(names.count >= 5 && Set(ends).count == 1)
  }

  /// What is written is read back exactly: of a single symbol, or of a spread near the last digit, nothing is lost.
  @Test func numbersAreReadBackExactly() throws {
    let text = "x\n0.1\n0.10000000000000002\n0.30000000000000004\n1e-310\n"
    let model = ModelProgram(
      words: [Command.executable.path, "model", "--family", "categorical"], train: text)
    let rows = try model.once(samples: 30, seed: 1).text.split(separator: "\n").dropFirst()
    #expect(Set(rows).isSubset(of: Set(text.split(separator: "\n").dropFirst())))
    let normal = ModelProgram(
      words: [Command.executable.path, "model", "--family", "gaussian"], train: text)
    for row in try normal.once(samples: 30, seed: 1).text.split(separator: "\n").dropFirst() {
      #expect(try "\(#require(Double(row)))" == row)
    }
  }

  @Test func mistakesAreTold() throws {
    try Command.withFolder { folder in
      try Self.words.write(toFile: folder + "/w.csv", atomically: true, encoding: .utf8)
      try "a\n".write(toFile: folder + "/empty.csv", atomically: true, encoding: .utf8)
      try "a\n\"b\n".write(toFile: folder + "/quote.csv", atomically: true, encoding: .utf8)
      try "a,b\n1\n".write(toFile: folder + "/short.csv", atomically: true, encoding: .utf8)
      try "a\n1\n1\n".write(toFile: folder + "/one.csv", atomically: true, encoding: .utf8)
      let four = ["5", "1", "o.csv"]
      for (words, code, sentence) in [
        (["--family", "poison", "w.csv"] + four, 64, "did you mean poisson?"),
        (["--family", "poisson"], 64, "a number of samples"),
        (["--family", "poisson", "w.csv"] + four, 65, "\"red\" in row 1 of column colour is not"),
        (["--family", "gaussian,poisson,poisson", "w.csv"] + four, 65, "3 families for 2 columns"),
        (["--family", "gaussian-vector,poisson", "w.csv"] + four, 64, "so use it alone"),
        (["--family", "gaussian", "empty.csv"] + four, 65, "has no rows: use at least one"),
        (["--family", "categorical", "quote.csv"] + four, 65, "a quote is not closed"),
        (["--family", "categorical", "short.csv"] + four, 65, "2 cells were expected, 1 found"),
        (["--family", "gaussian", "one.csv"] + four, 65, "no model fits column a"),
        (["--family", "gaussian", "no.csv"] + four, 65, "cannot read no.csv"),
        (["--family", "poisson", "one.csv", "x", "1", "o"], 64, "samples x is not allowed"),
        (["--family", "poisson", "one.csv", "1", "x", "o"], 64, "seed x is not allowed"),
        (["--family", "poisson", "one.csv", "1", "1", "no/o"], 73, "cannot write no/o"),
        (["--family", "poisson", "--lines", "one.csv"] + four, 64, "use categorical"),
        (["--family", "poisson", "--session", "one.csv"], 64, "name it in requests"),
      ] {
        let outcome = try Command.run(["model"] + words, in: folder)
        #expect(outcome.code == Int32(code), "\(words)")
        #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count == 1)
      }
    }
  }
}
