/// The random energy model in a closed loop: survivors against time, and who wins.
package enum RandomEnergyPlot: Figure {
  /// `rem`.
  package static let id = "rem"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "rem",
      columns: [
        "temperature": .nonnegative, "generation": .count, "support": .nonnegative,
        "standard_error": .nonnegative, "exact": .nonnegative,
      ]),
    FigureInput(
      "rem-final",
      columns: [
        "temperature": .nonnegative, "frequency": .fraction, "probability": .nonnegative,
        "standard_error": .nonnegative, "cases": .count,
      ]),
  ]

  /// Two panels side by side.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # One parameter for each of 2^N configurations (P6).
    # Run this file with gnuplot in its own folder; it reads data/rem*.csv.
    \(terminal.preamble(id: id, width: 900, height: 400))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(survivors(data, terminal))
    \(Panel.reset)

    \(winners(data, terminal))

    unset multiplot
    unset output

    """
  }

  private static func temperatures(_ data: FigureData) -> [Double] {
    data.distinctNumbers("temperature", in: "rem")
  }

  private static func title(_ temperature: Double, _ terminal: Terminal) -> String {
    terminal.label(
      "{/:Italic T} = \(Axis.plain(temperature)) {/:Italic T}_c",
      tex: "$T = \(Axis.plain(temperature))\\,T_c$")
  }

  private static func rows(_ table: String, _ temperature: Double, _ column: Int) -> String {
    "'data/\(table).csv' using ($1 == \(Axis.plain(temperature)) ? $\(column) : NaN)"
  }

  private static func survivors(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(0, of: 2)
    let curves = temperatures(data).enumerated().flatMap { index, temperature in
      let x = rows("rem", temperature, 2)
      let colour = Palette.cycle(index)
      return [
        Series.line(x, 5, width: 1, colour: colour),
        Series.errorBars(x, value: 3, error: 4, colour: colour),
        Series.points(x, 3, size: 0.5, colour: colour, title: title(temperature, terminal)),
      ]
    }
    let largest = data.maximum("support", in: "rem")
    return """
      # (a) configurations left: simulated (points) and exact (lines)
      \(panel.frame)
      \(panel.letter("a", terminal))
      set xlabel \(terminal.label("generation {/:Italic t}", tex: "generation $t$")) offset 0,0.3
      set ylabel \(terminal.label("configurations left", tex: "configurations left")) \
      offset \(terminal.axisLabelOffset),0
      set logscale xy
      set xrange [0.9:\(Axis.plain(1.1 * data.maximum("generation", in: "rem")))]
      set yrange [0.9:\(Axis.plain(1.3 * largest))]
      set key at graph 0.97,0.97 right top samplen 1.2 spacing 1.1
      plot \(curves.joined(separator: ", \\\n  ")), \\
        \(Series.lineKey(terminal.label("exact", tex: "exact"), colour: Palette.grey))
      unset key
      unset label
      unset logscale
      """
  }

  private static func winners(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(1, of: 2)
    let points = temperatures(data).enumerated().flatMap { index, temperature in
      let x = rows("rem-final", temperature, 2)
      let colour = Palette.cycle(index)
      return [
        Series.errorBars(x, value: 3, error: 4, colour: colour),
        Series.points(x, 3, size: 0.55, colour: colour),
      ]
    }
    let range = Axis.decades(
      Axis.range(of: data.numbers("frequency", in: "rem-final").filter { $0 > 0 }), room: 1.6)
    return """
      # (b) the probability to win against the frequency in the first sample
      \(panel.frame)
      \(panel.letter("b", terminal))
      set xlabel \(terminal.label(
        "frequency {/:Italic k}_{{/:Italic s},0}/{/:Italic M} in the first sample",
        tex: "frequency $k_{s,0}/M$ in the first sample")) offset 0,0.3
      set ylabel \(terminal.label("probability to win", tex: "probability to win")) \
      offset \(terminal.axisLabelOffset),0
      set logscale xy
      set xrange [\(Axis.plain(range.lowerBound)):\(Axis.plain(min(1.3, range.upperBound)))]
      set yrange [\(Axis.plain(range.lowerBound)):\(Axis.plain(min(1.3, range.upperBound)))]
      plot x with lines linewidth 1 linecolor rgb 'black' notitle, \\
        \(points.joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }
}
