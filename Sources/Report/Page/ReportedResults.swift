import Claims
import Figures
import Foundation
import Simulation

/// The results that a review page is made of, read from a folder.
package struct ReportedResults {
  private(set) var claims: [ReportedClaim] = []
  private(set) var figures: [ReportedFigure] = []
  /// Every file that the page links to, and what is in it.
  package private(set) var files: [String: String] = [:]
  private let folder: Folder

  /// A folder of results.
  package struct Folder {
    /// What messages call it.
    let path: String
    /// The text of a file in it, with what to do where that cannot be read.
    let read: (_ file: String, _ hint: String) throws -> String
    /// The names of the files in one of its folders.
    let list: (_ inside: String) -> [String]

    /// A folder called `path`.
    package init(
      _ path: String, read: @escaping (_ file: String, _ hint: String) throws -> String,
      list: @escaping (_ inside: String) -> [String]
    ) {
      (self.path, self.read, self.list) = (path, read, list)
    }
  }

  /// Reads a folder.
  ///
  /// - Throws: ``ResultsError`` naming the first file that is not as it should be; errors of reading.
  package init(in folder: Folder) throws {
    self.folder = folder
    claims = try readClaims()
    for experiment in allExperiments { figures.append(try readFigure(experiment)) }
    for evidence in claims.flatMap(\.evidence) {
      guard let owner = evidence.owner else {
        throw ResultsError(
          "\(folder.path)/claims.csv: evidence = \(evidence.text) is not allowed: use a"
            + " figure or a table of an experiment")
      }
      _ = try read(evidence.path, madeBy: "run \(owner)")
    }
  }

  /// The text of a file that the page links to.
  private mutating func read(_ file: String, madeBy command: String) throws -> String {
    if let text = files[file] { return text }
    let inside = file.hasPrefix("beyond/") ? "/beyond" : ""
    let text = try folder.read(
      file, "closedloop \(command) --output \(folder.path)\(inside) makes it")
    files[file] = text
    return text
  }

  private mutating func rows(_ name: String) throws -> ResultRows {
    try ResultRows(
      name, text: try read("\(name).csv", madeBy: "verify"), at: "\(folder.path)/\(name).csv")
  }

  /// All claims that this program knows, which must be those in the table.
  private mutating func readClaims() throws -> [ReportedClaim] {
    guard
      let claims = try ClaimTables.read(claims: try rows("claims"), checks: try rows("checks"))
    else {
      throw ResultsError(
        "\(folder.path)/claims.csv and checks.csv do not hold the claims of this program, each"
          + " once and in order: closedloop verify --output \(folder.path) writes them")
    }
    return claims
  }

  private mutating func readFigure(_ experiment: any Experiment.Type) throws -> ReportedFigure {
    let id = experiment.id
    let place = resultsPlace(of: id)
    let made = "run \(id)"
    let picture = try InlinePicture.html(
      try read("\(place)\(id).svg", madeBy: made), id: id, label: experiment.summary,
      path: "\(folder.path)/\(place)\(id).svg")
    for file in ["\(place)\(id).gp", "\(place)data/\(id).json"] { _ = try read(file, madeBy: made) }
    let drawn = allFigures.first { $0.id == id }!.inputs.map { "\(place)data/\($0.table).csv" }
    let found = folder.list("\(place)data").filter {
      $0.hasSuffix(".csv") && owningExperiment(of: $0) == id
    }
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
