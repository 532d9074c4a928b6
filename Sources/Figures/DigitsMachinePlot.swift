/// A restricted Boltzmann machine on handwritten digits: its pictures, and what is left of their variety.
package enum DigitsMachinePlot: Figure {
  /// `digits-machine`.
  package static let id = "digits-machine"

  /// Its tables.
  package static let inputs = DigitsPlot.inputs(id)

  /// Pictures above, three panels below.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    DigitsPlot.script(
      id, of: "a restricted Boltzmann machine", DigitsPlot.common, height: 740,
      grid: (bottom: 0.44, top: 0.955), rows: [(bottom: 0.07, top: 0.39)], data, terminal)
  }
}
