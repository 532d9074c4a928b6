import ArgumentParser
import Diagnosis
import Foundation

/// How files of generations are read.
struct GenerationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The real data, of the same form; without it the first generation stands in.",
      valueName: "file"))
  var truth: String?

  @Option(
    help: ArgumentHelp(
      "Where there is one file: the column with the number of each row's generation.",
      valueName: "name"))
  var generation = "generation"

  @Flag(help: "The file is a table of counts with the columns generation, column, value, count.")
  var counts = false

  @Option(
    help: ArgumentHelp("Columns to look at, with commas between them (all).", valueName: "names"))
  var columns: String?

  @Option(help: "What stands between cells: comma, semicolon or tab.")
  var delimiter: GenerationFiles.Options.Delimiter = .comma

  @Option(
    help: ArgumentHelp(
      "Words for missing values, with commas between them, beside empty cells.", valueName: "words")
  )
  var missing: String?

  @Option(
    parsing: .unconditional,
    help: "Number of threads, from 1 to 1024; results do not depend on it.",
    transform: { try wholeNumber("--threads", $0, in: 1...1024) })
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  /// - Throws: ``Failure`` with exit code 64 for options that do not go together, 65 for data that cannot be read.
  func read(_ files: [String]) throws -> GenerationData {
    if counts, files.count > 1 {
      throw Failure(
        code: .badArguments,
        sentence: "--counts with \(files.count) files is not allowed: use one table of counts")
    }
    var options = GenerationFiles.Options()
    (options.delimiter, options.threads) = (delimiter, threads)
    options.missing = Self.words(missing)
    options.columns = columns.map(Self.words)
    let source: GenerationFiles.Source =
      counts
      ? .counts(file: files[0])
      : files.count == 1 ? .column(file: files[0], named: generation) : .files(files)
    do {
      let data = try GenerationFiles(source, truth: truth, options: options).read()
      guard !data.histories.isEmpty else {
        throw Failure(
          code: .badData,
          sentence: "no column can be looked at: "
            + data.notes.map(\.sentence).joined(separator: "; "))
      }
      return data
    } catch let error as ReadingError {
      throw Failure(code: .badData, sentence: "\(error)")
    }
  }

  private static func words(_ text: String?) -> [String] {
    text?.split(separator: ",").map(String.init) ?? []
  }
}

extension GenerationFiles.Options.Delimiter: ExpressibleByArgument {
  /// By its name.
  public init?(argument: String) {
    guard let known = Self.allCases.first(where: { "\($0)" == argument }) else { return nil }
    self = known
  }

  /// Names of all.
  public static var allValueStrings: [String] { allCases.map { "\($0)" } }
}
