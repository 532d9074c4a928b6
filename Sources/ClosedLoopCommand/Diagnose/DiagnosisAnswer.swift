import Diagnosis
import Documents
import Figures

/// A diagnosis with the data that it is of: words, a table, JSON.
struct DiagnosisAnswer: Answer {
  typealias Picture = DiagnosisPlot

  let data: GenerationData
  let diagnosis: LoopDiagnosis
  let options: DiagnosisOptions

  /// - Throws: ``Failure`` with exit code 65 if there is one generation only.
  init(_ data: GenerationData, options: DiagnosisOptions, threads: Int) throws {
    guard data.generations.count > 1 else {
      throw Failure(
        code: .badData,
        sentence: "there is one generation only, \(data.generations[0]): use three or more, so that"
          + " there is a change to look at")
    }
    (self.data, self.options) = (data, options)
    diagnosis = LoopDiagnosis(data.histories, options: options, threads: threads)
  }

  var notes: [String] { [paragraph] + data.notes.map { "note: \($0)" } }

  /// Histories and what is said of them.
  var columns: [(history: SymbolHistory, diagnosis: ColumnDiagnosis)] {
    Array(zip(data.histories.filter { $0.kind != .tails }, diagnosis.columns))
  }

  // MARK: - JSON

  private enum Key: String, CodingKey {
    case verdict, words, findings, generations, rows, truthRows, pull, relativeSize, columns, tails,
      notes
  }

  private struct Column: Encodable {
    let kind: SymbolHistory.Kind
    let symbols: Int
    let diagnosis: ColumnDiagnosis

    private enum Key: String, CodingKey { case kind, symbols }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(kind.rawValue, forKey: .kind)
      try container.encode(symbols, forKey: .symbols)
      try diagnosis.encode(to: encoder)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(diagnosis.verdict, forKey: .verdict)
    try container.encode(paragraph, forKey: .words)
    try container.encode(diagnosis.findings, forKey: .findings)
    try container.encode(data.generations, forKey: .generations)
    try container.encode(data.rows, forKey: .rows)
    try container.encode(data.truthRows, forKey: .truthRows)
    try container.encode(diagnosis.pull, forKey: .pull)
    try container.encode(diagnosis.relativeSize, forKey: .relativeSize)
    try container.encode(
      columns.map {
        Column(kind: $0.history.kind, symbols: $0.history.symbols.count, diagnosis: $0.diagnosis)
      }, forKey: .columns)
    try container.encode(diagnosis.tails, forKey: .tails)
    try container.encode(data.notes, forKey: .notes)
  }
}
