import Claims
import Figures
import Foundation
import Simulation

/// The results that a review page is made of, read from a folder.
struct ReportedResults {
  private(set) var claims: [ReportedClaim] = []
  private(set) var figures: [ReportedFigure] = []
  /// Every file that the page links to, and what is in it.
  private(set) var files: [String: String] = [:]
  private let folder: String

  /// Reads the folder at `path`.
  ///
  /// - Throws: ``Failure`` with exit code 65 naming the first file that is missing or not as it should be.
  init(in path: String) throws {
    folder = path
    claims = try readClaims()
    for experiment in allExperiments { figures.append(try readFigure(experiment)) }
    for evidence in claims.flatMap(\.evidence) {
      guard let owner = evidence.owner else {
        throw Failure(
          code: .badData,
          sentence: "\(folder)/claims.csv: evidence = \(evidence.text) is not allowed: use a"
            + " figure or a table of an experiment")
      }
      _ = try read(evidence.path, madeBy: "run \(owner)")
    }
  }

  /// The text of a file that the page links to.
  private mutating func read(_ file: String, madeBy command: String) throws -> String {
    if let text = files[file] { return text }
    let inside = file.hasPrefix("beyond/") ? "/beyond" : ""
    let text = try readText(
      at: "\(folder)/\(file)", hint: "closedloop \(command) --output \(folder)\(inside) makes it")
    files[file] = text
    return text
  }

  private mutating func rows(_ name: String, columns: [String]) throws -> [ResultRow] {
    try ResultRow.all(
      of: name, text: try read("\(name).csv", madeBy: "verify"), at: "\(folder)/\(name).csv",
      columns: columns)
  }

  /// All claims that this program knows, which must be those in the table.
  private mutating func readClaims() throws -> [ReportedClaim] {
    let rows = try rows("claims", columns: ReportedClaim.columns)
    var checks: [String: [ReportedCheck]] = [:]
    for row in try self.rows("checks", columns: ReportedCheck.columns) {
      checks[row.text("id"), default: []].append(try ReportedCheck(row))
    }
    let known = claimTests.map { $0.id }
    guard rows.map({ $0.text("id") }) == known, known.allSatisfy({ checks[$0] != nil }) else {
      throw Failure(
        code: .badData,
        sentence: "\(folder)/claims.csv and checks.csv do not hold the claims of this program, each"
          + " once and in order: closedloop verify --output \(folder) writes them")
    }
    return try zip(claimTests, rows).map { claim, row in
      try ReportedClaim(Explanation(claim), row, checks: checks[claim.id]!)
    }
  }

  private mutating func readFigure(_ experiment: any Experiment.Type) throws -> ReportedFigure {
    let id = experiment.id
    let place = resultsPlace(of: id)
    let made = "run \(id)"
    let picture = try InlinePicture.html(
      try read("\(place)\(id).svg", madeBy: made), id: id, label: experiment.summary,
      path: "\(folder)/\(place)\(id).svg")
    for file in ["\(place)\(id).gp", "\(place)data/\(id).json"] { _ = try read(file, madeBy: made) }
    let drawn = try figure(id).inputs.map { "\(place)data/\($0.table).csv" }
    let written =
      (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(place)data")) ?? []
    let found = written.filter { $0.hasSuffix(".csv") && owningExperiment(of: $0) == id }
    let tables = try Set(drawn + found.map { "\(place)data/\($0)" }).sorted().map { file in
      let lines = try read(file, madeBy: made).split(separator: "\n")
      return ReportedFigure.TableFile(
        path: file, columns: String(lines.first ?? "").replacing(",", with: ", "),
        rows: max(0, lines.count - 1))
    }
    return ReportedFigure(
      id: id, place: place, title: experiment.summary, caption: experiment.caption,
      picture: picture,
      tables: tables, claims: claims.filter { $0.evidence.contains { $0.owner == id } })
  }
}

/// A figure with its files and the claims that it shows.
struct ReportedFigure {
  let id: String
  /// The folder of its files in that of the results.
  let place: String
  let title: String
  let caption: String
  let picture: HTML
  let tables: [TableFile]
  let claims: [ReportedClaim]

  /// A table of results.
  struct TableFile {
    let path: String
    /// The names of its columns.
    let columns: String
    let rows: Int
  }

  /// Where it stands in the page.
  var anchor: String { "figure-\(id)" }
}
