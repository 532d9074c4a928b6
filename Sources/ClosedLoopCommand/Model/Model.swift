import ArgumentParser
import Foundation

/// `closedloop model`.
struct Model: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Fits a family of this library to a file and writes samples: a model for closedloop drive.",
    discussion: """
      A program that obeys the contract of closedloop drive, and so the reference for all others: it \
      fits by maximum likelihood to the rows of a CSV file with a header, and writes as many \
      rows as asked under the same header. The same seed gives the same rows. With --session it \
      reads one JSON object a line, {"train": …, "samples": …, "seed": …, "output": …}, and \
      answers one line, {"done": true} or {"error": "…"}.

      FAMILIES
      \(Self.families)
        One name is the law of every column, each fitted by itself; several with
        commas are those of the columns, one for each.

      EXAMPLES
        closedloop model --family poisson counts.csv 100 1 next.csv
        closedloop drive --data counts.csv --session -- \
          closedloop model --family poisson --session
      """)

  private static var families: String {
    TableModel.codings.map { coding in
      "  " + coding.kind.padding(toLength: 18, withPad: " ", startingAt: 0) + coding.summary
    }.joined(separator: "\n")
  }

  @Option(
    help: ArgumentHelp("The family, or one for each column, with commas.", valueName: "families"))
  var family: String

  @Flag(help: "Stay alive, read requests from standard input, and answer each on standard output.")
  var session = false

  @Flag(help: "Files are lines of text, each one point of the categorical family, and no CSV.")
  var lines = false

  @Argument(help: "File of the training set.")
  var train: String?

  @Argument(help: "How many rows are drawn.")
  var samples: String?

  @Argument(help: "Seed, from 0 to 2^64 - 1.")
  var seed: String?

  @Argument(help: "File that is written.")
  var output: String?

  func run() throws {
    let model = try TableModel(family)
    guard !lines || family == CategoricalCells.kind else {
      throw Failure(
        code: .badArguments,
        sentence: "--family \(family) is not allowed with --lines: use categorical")
    }
    if session {
      guard train == nil else {
        throw Failure(
          code: .badArguments,
          sentence: "the file \(train!) is not allowed with --session: name it in requests")
      }
      return try ModelSession(model: model, isLines: lines).run()
    }
    guard let train, let samples, let seed, let output else {
      throw Failure(
        code: .badArguments,
        sentence:
          "a training set, a number of samples, a seed and an output are needed: closedloop model"
          + " --family \(family) train.csv 100 1 next.csv, or --session")
    }
    let count = try wholeNumber("samples", samples, in: 0...1_000_000_000)
    guard let number = UInt64(seed) else {
      throw Failure(
        code: .badArguments,
        sentence: "seed \(seed) is not allowed: use a whole number from 0 to 2^64 - 1")
    }
    try Self.answer(model, lines, train: train, samples: count, seed: number, output: output)
  }

  /// Fits to one file and writes the other.
  static func answer(
    _ model: TableModel, _ isLines: Bool, train: String, samples: Int, seed: UInt64, output: String
  ) throws {
    let text = try readText(at: train, hint: "name the file of the training set")
    let table = isLines ? CellTable(lines: text) : try CellTable(csv: text, name: train)
    let rows: [[String]]
    do { rows = try model.rows(after: table, count: samples, seed: seed) } catch {
      throw Failure(code: .badData, sentence: "\(train): \(error)")
    }
    do {
      try Data(table.text(of: rows).utf8).write(to: URL(fileURLWithPath: output))
    } catch {
      throw Failure(
        code: .cannotWrite, sentence: "cannot write \(output): \(systemReason(of: error))")
    }
  }
}
