import Driving

/// The tables of a driven loop as files.
struct DriveFiles {
  private let record: DrivenRecord

  init(_ record: DrivenRecord) { self.record = record }

  /// Writes them, and returns their names.
  func write(into folder: OutputFolder) throws -> [String] {
    let tables = [record.endings, record.checks, record.times]
    let texts =
      [("generations.csv", record.generations), ("truth.csv", record.truth)]
      + tables.map { ("\($0.name).csv", $0.csv) }
    for (name, text) in texts { try folder.write(text, to: name) }
    return texts.map(\.0)
  }
}
