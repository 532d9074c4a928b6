import ArgumentParser
import Diagnosis
import Foundation

/// `closedloop diagnose`.
struct Diagnose: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what is happening to the generations of your data.",
    discussion: """
      Are these generations a closed loop, or does something hold them to the real data, and \
      how strongly? Input are the rows that each generation was trained on: one file a \
      generation, one file with a column generation, or a table of counts. Every column \
      becomes symbols: categories as they are, numbers in the tenths of the real data and in \
      its tails of 1 %.

      VERDICTS
      closed            nothing pulls to the real data; drift as sampling explains
      anchored          pulled to the real data, as fresh rows do: as by how many
      drifting-faster   more than sampling explains: duplicates, a fit that scatters
      drifting-slower   less than that: accumulated data, averages
      pulled-elsewhere  moves that neither explains: truncation, temperature, smoothing
      too-little-data   these data cannot tell

      Intervals cover with 95 %; any false finding, over all columns together, has a \
      probability of about 5 % at most. Tests are simulated, with a seed, at the numbers of rows \
      that were observed.

      EXAMPLES
        closedloop diagnose gen*.csv --truth real.csv
        closedloop diagnose history.csv --truth real.csv --plot loop.svg
        closedloop diagnose counts.csv --counts --json
        closedloop diagnose gen*.csv --truth real.csv --fail-on collapse
      """)

  @Argument(
    help: ArgumentHelp(
      "A file for each generation, or one file of all: CSV with a header.", valueName: "files"))
  var files: [String]

  @OptionGroup(title: "The data") var data: GenerationOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Seed of the simulated loops, from 0 to 2^64 - 1 (1).", valueName: "seed"),
    transform: { try wholeNumber("--seed", $0, in: 0...UInt64.max) })
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      """
      Exit with code 1 on any of these verdicts, with commas between them; collapse stands for \
      closed, drifting-faster and pulled-elsewhere.
      """, valueName: "verdicts"),
    transform: readVerdicts)
  var failOn: [LoopVerdict] = []

  @OptionGroup(title: "The answer") var answer: AnswerOptions

  func run() throws {
    try answer.check()
    let found = try DiagnosisAnswer(
      try data.read(files), options: DiagnosisOptions(seed: seed), threads: data.threads)
    try answer.give(found)
    let verdict = found.diagnosis.verdict
    if failOn.contains(verdict) {
      throw Failure(
        code: .disagreement,
        sentence: "the verdict is \(verdict.rawValue), which --fail-on names")
    }
  }
}

/// Verdicts on which a pipeline stops, with commas between them.
private func readVerdicts(_ text: String) throws -> [LoopVerdict] {
  let collapse: [LoopVerdict] = [.closed, .driftingFaster, .pulledElsewhere]
  return try text.split(separator: ",", omittingEmptySubsequences: false).flatMap { word in
    if word == "collapse" { return collapse }
    guard let verdict = LoopVerdict(rawValue: String(word)) else {
      let known = ["collapse"] + LoopVerdict.allCases.map(\.rawValue)
      throw Failure(
        code: .badArguments,
        sentence: "--fail-on \(text) is not allowed: use \(known.joined(separator: ", "))")
    }
    return [verdict]
  }
}
