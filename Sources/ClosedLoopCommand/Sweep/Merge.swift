import ArgumentParser
import Foundation
import Simulation

/// `closedloop merge`.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts the shards of a sweep together in one table.",
    discussion: """
      Writes sweep.csv and sweep.json, byte by byte those of a sweep that was run in one \
      piece. Cells that are missing (or of a version that gives other numbers), damaged, of \
      another plan, or not the same in two folders are refused.

      EXAMPLES
        closedloop merge scan --output scan
        closedloop merge left right --output whole
      """)

  @Argument(help: "Folders that closedloop sweep wrote, with cells of one plan.")
  var folders: [String]

  @Option(help: "Folder to write into; made if need be.")
  var output: String

  func run() throws { try writeTable(from: folders, to: output) }
}

/// Writes the plan and the table of all its cells, and says what is in it.
///
/// - Parameter told: the cells whose failure has been told.
/// - Throws: ``Failure`` with exit code 65 where cells are missing or damaged, 70 where none could be computed.
func writeTable(from folders: [String], to output: String, told: Set<Int> = []) throws {
  let (plan, table) = try SweepFolder.merge(folders)
  try OutputFolder.fill(output) { folder in
    try folder.write(plan, to: "sweep.json")
    try folder.write(table.csv, to: "sweep.csv")
    return ["sweep.json", "sweep.csv"]
  }
  guard table.failures.count < table.cells else {
    let first = table.failures[0]
    throw Failure(
      code: .software,
      sentence:
        "no cell of \(output)/sweep.csv could be computed: cell \(first.cell): \(first.reason)")
  }
  try Output.print(
    "\(output)/sweep.csv: \(counted(table.rows, "row")) of \(counted(table.cells, "cell"))")
  warn(of: table.failures.filter { !told.contains($0.cell) }, among: table.cells)
}

/// Says on standard error which cells failed, if any did, and why.
func warn(of failures: [(cell: Int, reason: String)], among cells: Int) {
  guard !failures.isEmpty else { return }
  let alike = Dictionary(grouping: failures, by: \.reason).values
    .sorted { $0[0].cell < $1[0].cell }
  let reasons = alike.prefix(3).map { alike in
    let few = alike.prefix(5).map { "\($0.cell)" }.joined(separator: ", ")
    return
      "cell\(alike.count == 1 ? "" : "s") \(few)\(alike.count > 5 ? ", …" : ""): \(alike[0].reason)"
  }
  let words =
    "closedloop: \(failures.count) of \(counted(cells, "cell")) cannot be computed, and the table says why: "
    + reasons.joined(separator: "; ") + (alike.count > 3 ? "; …" : "")
  Output.note(words)
}

private func counted(_ count: Int, _ word: String) -> String {
  "\(count) \(word)\(count == 1 ? "" : "s")"
}
