import Diagnosis
import Documents
import Figures

extension DiagnosisAnswer {
  var drawn: [Table] { [curves] }

  /// The generation, and for each column its diversity in units of that of the truth, and where closed loops have it.
  ///
  /// Columns in which something was found come first, if there are more than have a place.
  private var curves: Table {
    let ordered = columns.enumerated().sorted {
      let (a, b) = ($0.element.diagnosis.findings.isEmpty, $1.element.diagnosis.findings.isEmpty)
      return a == b ? $0.offset < $1.offset : !a
    }
    let shown = ordered.prefix(DiagnosisPlot.mostPanels).sorted { $0.offset < $1.offset }
      .map(\.element)
    let bands = shown.map { $0.history.closedLoopBands(of: [.diversity])[0] }
    let units = shown.map { max(Self.diversity($0.history.truth), 1e-12) }
    let places = bands.map { band in
      Dictionary(uniqueKeysWithValues: zip(band.generations, band.generations.indices))
    }
    return Table(
      name: DiagnosisPlot.id,
      columns: ["generation"]
        + shown.flatMap { history, found -> [String] in
          let name = "\(history.column): \(found.verdict.rawValue)"
          return [name, "\(name) (low)", "\(name) (median)", "\(name) (high)"]
        },
      rows: data.generations.map { generation in
        [.integer(generation)]
          + shown.indices.flatMap { index -> [Table.Cell] in
            let (band, unit) = (bands[index], units[index])
            guard let t = places[index][generation] else {
              return [Table.Cell](repeating: .number(.nan), count: 4)
            }
            // A band is that of loops that resample their rows; a smooth model of a number keeps its deciles filled.
            let isBounded = shown[index].history.kind == .categories
            let ends = [band.lower, band.median, band.upper].map { isBounded ? $0[t] / unit : .nan }
            return ([band.observed[t] / unit] + ends).map { .number($0) }
          }
      })
  }
}
