import Diagnosis
import Documents
import Machines

/// One run of a model of digits as it is for somebody who has its training sets only: a column a pixel.
struct DigitHistory: Sendable {
  /// Recorded generations, 1 and later.
  private(set) var generations: [Int] = []
  /// Pictures of each training set.
  private(set) var rows: [Int] = []
  /// How many of them have each pixel dark.
  private(set) var dark: [[Int]] = []

  /// Adds the training set of a generation.
  mutating func append(_ generation: Int, _ data: [UInt64]) {
    generations.append(generation)
    rows.append(data.count)
    dark.append(bitCounts(data))
  }

  /// Pixels that are not the same in all pictures, with their shares of dark and light.
  func columns(truth: [UInt64]) -> [SymbolHistory] {
    let real = bitCounts(truth)
    return (0..<Digit.pixelCount).compactMap { pixel in
      let (counts, known) = (dark.map { $0[pixel] }, real[pixel])
      guard known > 0 || counts.contains(where: { $0 > 0 }),
        known < truth.count || zip(counts, rows).contains(where: { $0 < $1 })
      else { return nil }
      return SymbolHistory(
        column: Self.name(pixel), symbols: ["dark", "light"], truth: [known, truth.count - known],
        generations: generations, counts: zip(counts, rows).map { [$0, $1 - $0] })
    }
  }

  /// Row and column of a pixel, each from 0 to 7.
  private static func name(_ pixel: Int) -> String { "y\(pixel / 8)x\(pixel % 8)" }

  /// The table that `closedloop diagnose --counts` reads.
  static func counts(_ columns: [SymbolHistory], named name: String) -> Table {
    Table(
      name: name, columns: ["generation", "column", "value", "count"],
      rows: columns.flatMap { column in
        zip(column.generations, column.counts).flatMap { generation, counts in
          zip(column.symbols, counts).map { symbol, count in
            [.integer(generation), .text(column.column), .text(symbol), .integer(count)]
          }
        }
      })
  }
}

/// What the pixels of each run tell of its policy, beside what the policy is.
struct DigitDiagnoses {
  let id: String
  let definition: DigitLoopDefinition
  let truth: [UInt64]

  /// The diagnosis of one run, by the seed of its replicate.
  func diagnosis(_ history: DigitHistory, replicate: Int) -> LoopDiagnosis {
    LoopDiagnosis(
      history.columns(truth: truth),
      options: DiagnosisOptions(
        seed: UInt64(replicate + 1), loops: definition.simulatedLoops), threads: 1)
  }

  /// A row a run: the verdict on all pixels together, both numbers with their ends, and how many pixels have each
  /// verdict by themselves.
  func table(_ found: [(policy: DigitPolicy, replicate: Int, diagnosis: LoopDiagnosis)]) -> Table {
    let verdicts = LoopVerdict.allCases
    return Table(
      name: "\(id)-diagnosis",
      columns: [
        "policy", "samples", "external", "replicate", "verdict", "points", "points_lower",
        "points_upper", "size", "size_lower", "size_upper", "pixels",
      ] + verdicts.map { $0.rawValue.replacing("-", with: "_") },
      rows: found.map { policy, replicate, diagnosis in
        let rows = diagnosis.columns.map(\.rows).max() ?? 0
        let (pull, size) = (diagnosis.pull, diagnosis.relativeSize)
        return [
          .text(policy.rawValue), .integer(definition.samples),
          .integer(policy.external(definition)), .integer(replicate),
          .text(diagnosis.verdict.rawValue),
          .number(pull.value * rows), .number(pull.lower * rows), .number(pull.upper * rows),
          .number(size.value), .number(size.lower), .number(size.upper),
          .integer(diagnosis.columns.count),
        ]
          + verdicts.map { verdict in
            .integer(diagnosis.columns.count { $0.verdict == verdict })
          }
      })
  }

  /// The generations of the first run under each policy, and the truth, as files for `closedloop diagnose`.
  func files(_ histories: [(policy: DigitPolicy, history: DigitHistory)]) -> [Table] {
    var truth = DigitHistory()
    truth.append(0, self.truth)
    return [DigitHistory.counts(truth.columns(truth: self.truth), named: "\(id)-generations-truth")]
      + histories.map { policy, history in
        DigitHistory.counts(
          history.columns(truth: self.truth), named: "\(id)-generations-\(policy.rawValue)")
      }
  }
}
