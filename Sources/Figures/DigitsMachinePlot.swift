/// A restricted Boltzmann machine on handwritten digits: its pictures, and what is left of their variety.
public enum DigitsMachinePlot: Figure {
  /// `digits-machine`.
  public static let id = "digits-machine"

  /// Its tables.
  public static let inputs = DigitsPlot.inputs(id)

  /// Pictures above, three panels below.
  public static func script(for data: FigureData, on terminal: Terminal) -> String {
    DigitsPlot.script(
      id, of: "a restricted Boltzmann machine", DigitsPlot.common, height: 740,
      grid: (bottom: 0.44, top: 0.955), rows: [(bottom: 0.07, top: 0.39)], data, terminal)
  }
}
