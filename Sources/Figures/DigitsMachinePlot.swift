/// A restricted Boltzmann machine on handwritten digits: its pictures, and what is left of their variety.
package enum DigitsMachinePlot: Figure {
  /// `digits-machine`.
  package static let id = "digits-machine"

  /// Its tables.
  package static let inputs = DigitsPlot.inputs(id)

  /// Pictures above, two rows of three panels below.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    DigitsPlot.script(
      id, of: "a restricted Boltzmann machine", DigitsPlot.common, height: 1040,
      grid: (bottom: 0.605, top: 0.968),
      rows: [(bottom: 0.35, top: 0.57), (bottom: 0.05, top: 0.27)], data, terminal)
  }
}
