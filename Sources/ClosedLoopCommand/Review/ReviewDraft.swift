import ArgumentParser
import Claims
import Foundation
import Loop
import Report

/// `closedloop review`.
struct ReviewDraft: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Holds a draft against the results: what supports it, what is stale, what changed.",
    discussion: """
      Reads a LaTeX draft with all it includes and checks that every claim, number and \
      picture in it is one of the results, that every claim came out as on record, and \
      that what was made for the draft is what the results give. It lists numbers that \
      were typed in sentences about results with what to write instead, pictures that \
      no claim names, and claims that no sentence mentions. The exit code is 1 if \
      anything is stale, unresolved or typed.

      EXAMPLES
        closedloop review paper/main.tex
        closedloop review paper/main.tex --line 40            what supports this sentence
        closedloop review paper/main.tex --line 40 --verify   does it still hold here
        closedloop review paper/main.tex --against HEAD~1     what changed since then
      """)

  @Argument(help: "The main file of the draft.")
  var draft: String

  @Option(
    help:
      "Folder with the results; the first of figures here, beside the draft or above it unless given."
  )
  var results: String?

  @Option(
    help: ArgumentHelp(
      "Show what supports the sentences in a line, of the main file or of another (file:line).",
      valueName: "line"))
  var line: String?

  @Flag(
    help: "Check the claims again that the draft, or the line, relies on, and compare the outcome.")
  var verify = false

  @Option(
    help: ArgumentHelp(
      "Earlier results to compare with: a folder, or a git revision.",
      valueName: "revision or folder"))
  var against: String?

  @Option(
    parsing: .unconditional, help: "Number of threads, from 1 to 1024, for --verify.",
    transform: { try wholeNumber("--threads", $0, in: 1...1024) })
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let place = try line.map(place(of:))
    let read = try DraftFile.read(draft)
    let folder = results ?? ResultsFolder.beside(draft)
    let results = try ResultsFolder.open(folder)
    var report = ReviewReport(draft: draft, results: folder)
    let sentences = try place.map { try self.sentences(at: $0, in: read) }
    if let sentences {
      let tables = ResultsFolder.tables(in: folder)
      report.support = try badData {
        try sentences.map { try Support(of: $0, in: read, results: results, tables: tables) }
      }
    } else {
      let known = ThisProgram.knowledge(of: results)
      report.review = try badData { try Review(of: read, against: results, known: known) }
        .adding(try DraftFile.missingPictures(of: read, at: draft))
        .adding(OldNumbers.findings(draft: draft, read: read, results: results))
    }
    if verify {
      let uses = sentences.map { $0.flatMap(read.uses(in:)) } ?? read.uses
      let context = RunContext(threads: threads)
      let progress = Progress("verify", meter: context.meter)
      defer { progress.finish() }
      report.verified = try badData {
        try Reverification.of(
          Set(uses.compactMap(\.reference.claim)), results: results, context: context)
      }
    }
    if let against {
      report.comparison = try ResultsFolder.withEarlier(against, of: folder) { earlier, path in
        let tables = Set(ResultsFolder.tables(in: folder) + ResultsFolder.tables(in: path))
        return Comparison(
          from: earlier, to: results, draft: read,
          tables: tables.sorted().map { ($0, owningExperiment(of: $0) ?? "") })
      }
      report.against = against
    }
    if json { try Output.printJSON(report) } else { try Output.print(report.text) }
    if let sentence = report.complaint { throw Failure(code: .disagreement, sentence: sentence) }
  }

  /// The place that `--line` names.
  private func place(of text: String) throws -> Place {
    let parts = text.split(separator: ":")
    guard (1...2).contains(parts.count), let number = Int(parts.last!), number > 0 else {
      throw Failure(
        code: .badArguments,
        sentence:
          "--line \(text) is not allowed: use a line such as 40, or a file and a line such as"
          + " \(draft):40")
    }
    guard parts.count == 2 else { return Place(file: draft, line: number) }
    // As it is named, or beside the main file.
    let beside = (draft as NSString).deletingLastPathComponent
    let name = String(parts[0])
    let isThere = FileManager.default.fileExists(atPath: name)
    return Place(file: isThere || beside.isEmpty ? name : "\(beside)/\(name)", line: number)
  }

  /// Whether two names are those of one file.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    URL(fileURLWithPath: a).standardizedFileURL == URL(fileURLWithPath: b).standardizedFileURL
  }

  private func sentences(at named: Place, in read: ReadDraft) throws -> [Sentence] {
    let files = Set(read.sentences.flatMap { $0.places.map(\.file) })
    let place = Place(
      file: files.first { Self.isSame($0, named.file) } ?? named.file, line: named.line)
    let sentences = read.sentences.filter { $0.covers(place) }
    if !sentences.isEmpty { return sentences }
    let lines = read.sentences.filter { $0.place.file == place.file }.map(\.place.line)
    guard let first = lines.min(), let last = lines.max() else {
      throw Failure(code: .badArguments, sentence: "\(place.file) is no part of the draft \(draft)")
    }
    throw Failure(
      code: .badArguments,
      sentence: "there is no sentence in \(place): the draft's are in the lines \(first) to \(last)"
    )
  }
}
