/// A small network on handwritten digits: its pictures, what is left of their variety, and what it makes of real
/// ones.
public enum DigitsNetworkPlot: Figure {
  /// `digits-network`.
  public static let id = "digits-network"

  /// Its tables.
  public static let inputs = DigitsPlot.inputs(
    id, own: ["first", "entropy", "likelihood", "rare_likelihood", "possible"])

  /// Measures that only a model with an exact likelihood has.
  private static let own = [
    DigitsPlot.Measure(
      column: "likelihood", title: "log-likelihood of real digits, nats", range: ("*", "3")),
    DigitsPlot.Measure(
      column: "entropy", title: "entropy of the network, nats", range: ("0", "*")),
    DigitsPlot.Measure(
      column: "possible", title: "real digits it could write", range: ("-0.03", "1.03")),
  ]

  /// Pictures above, two rows of three panels below.
  public static func script(for data: FigureData, on terminal: Terminal) -> String {
    let measures = [DigitsPlot.variance, DigitsPlot.classes, DigitsPlot.rare] + own
    let panels = measures.enumerated().map { index, measure in
      let place = Panel.column(index % 3, of: 3)
      let bottom = index < 3 ? 0.35 : 0.05
      return DigitsPlot.panel(
        Panel(left: place.left, right: place.right, bottom: bottom, top: bottom + 0.22),
        ["a", "b", "c", "d", "e", "f"][index], measure, data, id, terminal)
    }
    return """
      # Handwritten digits, learnt by a small neural network and then by others from it.
      # Run this file with gnuplot in its own folder; it reads data/\(id)*.csv.
      \(terminal.preamble(id: id, width: 1000, height: 1040))
      set multiplot

      \(DigitsPlot.grid(data, id).script(
        Panel(left: 0.19, right: 0.99, bottom: 0.605, top: 0.968), page: (1000, 1040), terminal))

      set xtics autofreq
      set ytics autofreq
      \(panels.joined(separator: "\n\(Panel.reset)\n\n"))

      unset multiplot
      unset output

      """
  }
}
