import Diagnosis
import Documents
import Driving

/// What `closedloop diagnose` says of each replicate of a driven loop.
struct DriveDiagnosis {
  private let record: DrivenRecord
  private let threads: Int

  init(_ record: DrivenRecord, threads: Int) { (self.record, self.threads) = (record, threads) }

  /// Prints a line for each replicate, and writes a table into a folder.
  func show(in output: String) throws {
    var table: Table?
    for (index, end) in record.ends.enumerated() {
      guard let data = record.data(ofReplicate: index) else {
        Output.note("replicate \(end.replicate): nothing to diagnose")
        continue
      }
      let answer = try DiagnosisAnswer(data, options: DiagnosisOptions(), threads: threads)
      let found = answer.table
      let words =
        "replicate \(end.replicate): \(answer.diagnosis.verdict.rawValue). \(answer.paragraph)"
      let lines = Screen.width.map { wrapped(words, width: $0) } ?? [words]
      try Output.print(lines.joined(separator: "\n"))
      if table == nil { table = Table(name: "diagnosis", columns: ["replicate"] + found.columns) }
      for row in found.rows { table?.append([.integer(end.replicate)] + row) }
    }
    guard let table else { return }
    try OutputFolder.fill(output) { folder in
      try folder.write(table.csv, to: "diagnosis.csv")
      return ["diagnosis.csv"]
    }
  }
}
