/// A restricted Boltzmann machine on handwritten digits: its pictures, and what is left of their variety.
public enum DigitsMachinePlot: Figure {
  /// `digits-machine`.
  public static let id = "digits-machine"

  /// Its tables.
  public static let inputs = DigitsPlot.inputs(id)

  /// Pictures above, three panels below.
  public static func script(for data: FigureData, on terminal: Terminal) -> String {
    let measures = [DigitsPlot.variance, DigitsPlot.classes, DigitsPlot.rare]
    let panels = measures.enumerated().map { index, measure in
      let place = Panel.column(index, of: 3)
      return DigitsPlot.panel(
        Panel(left: place.left, right: place.right, bottom: 0.07, top: 0.39),
        ["a", "b", "c"][index], measure, data, id, terminal)
    }
    return """
      # Handwritten digits, learnt by a restricted Boltzmann machine and then by others from it.
      # Run this file with gnuplot in its own folder; it reads data/\(id)*.csv.
      \(terminal.preamble(id: id, width: 1000, height: 740))
      set multiplot

      \(DigitsPlot.grid(data, id).script(
        Panel(left: 0.19, right: 0.99, bottom: 0.44, top: 0.955), page: (1000, 740), terminal))

      set xtics autofreq
      set ytics autofreq
      \(panels.joined(separator: "\n\(Panel.reset)\n\n"))

      unset multiplot
      unset output

      """
  }
}
