/// One prior, maximised in three coordinates.
package enum CoordinatesPlot: Figure {
  /// `coordinates`.
  package static let id = "coordinates"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "coordinates",
      columns: [
        "coordinate": .name, "value": .fraction, "distribution": .fraction,
        "standard_error": .nonnegative, "exact": .number,
      ]),
    FigureInput(
      "coordinates-alive",
      columns: [
        "coordinate": .name, "time": .nonnegative, "alive": .fraction, "lower": .fraction,
        "upper": .fraction, "exact": .number,
      ]),
  ]

  /// Two panels side by side.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # One prior in three coordinates (P18, X8).
    # Run this file with gnuplot in its own folder; it reads data/coordinates*.csv.
    \(terminal.preamble(id: id, width: 900, height: 400))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(alive(data, terminal))
    \(Panel.reset)

    \(laws(data, terminal))

    unset multiplot
    unset output

    """
  }

  private static func rows(_ table: String, _ name: String) -> String {
    "'data/\(table).csv' using (strcol(1) eq '\(name)' ? $2 : NaN)"
  }

  /// What a coordinate is called in the legend.
  private static func title(_ name: String, _ terminal: Terminal) -> String {
    switch name {
    case "natural": terminal.label("field {/:Italic θ}", tex: "field $\\theta$")
    case "arcsine":
      terminal.label("angle arcsin √{/:Italic p}", tex: "angle $\\arcsin\\sqrt p$")
    case "mean": terminal.label("frequency {/:Italic p}", tex: "frequency $p$")
    default: terminal.label(name, tex: name)
    }
  }

  private static func alive(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(0, of: 2)
    let curves = data.names("coordinate", in: "coordinates-alive").enumerated().flatMap {
      index, name in
      let x = rows("coordinates-alive", name)
      let colour = Palette.cycle(index)
      return [
        Series.line(x, 6, width: 1, colour: colour),
        Series.bars(x, from: 4, to: 5, colour: colour),
        Series.points(x, 3, size: 0.5, colour: colour, title: title(name, terminal)),
      ]
    }
    // As far down as the simulations see anything.
    let least = data.numbers("alive", in: "coordinates-alive").filter { $0 > 0 }.min() ?? 1e-3
    return """
      # (a) the fraction of runs alive: simulated (points, 95 % intervals) and exact (lines)
      \(panel.frame)
      \(panel.letter("a", terminal))
      set xlabel \(terminal.label(
        "time {/:Italic τ} = {/:Italic t}/{/:Italic M}", tex: "time $\\tau = t/M$")) offset 0,0.3
      set ylabel \(terminal.label("fraction alive", tex: "fraction alive")) \
      offset \(terminal.axisLabelOffset),0
      set logscale y
      set format y \(terminal.powersOfTen)
      set xrange [0:*]
      set yrange [\(Axis.plain(min(0.1, 0.7 * least))):1.5]
      set key at graph 0.03,0.04 left bottom samplen 1.2 spacing 1.1 reverse Left
      plot \(curves.joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }

  private static func laws(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(1, of: 2)
    let curves = data.names("coordinate", in: "coordinates").enumerated().flatMap {
      index, name in
      let x = rows("coordinates", name)
      let colour = Palette.cycle(index)
      return [
        Series.line(x, 5, width: 1, colour: colour),
        Series.errorBars(x, value: 3, error: 4, colour: colour),
        Series.points(x, 3, size: 0.4, colour: colour),
      ]
    }
    return """
      # (b) the law of the frequency at the end of (a): uniform, or all at 0 and 1
      \(panel.frame)
      \(panel.letter("b", terminal))
      set xlabel \(terminal.label("frequency {/:Italic p}", tex: "frequency $p$")) offset 0,0.3
      set ylabel \(terminal.label("cumulative probability", tex: "cumulative probability")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [-0.02:1.02]
      set yrange [0:1.02]
      plot \(curves.joined(separator: ", \\\n  ")), \\
        x with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle
      unset key
      unset label
      """
  }
}
