/// The expected entropy of the closed loop, with both slopes.
package enum EntropyPlot: Figure {
  /// `entropy`.
  package static let id = "entropy"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "entropy",
      columns: [
        "family": .name, "parameters": .count, "time": .nonnegative, "change": .number,
        "standard_error": .nonnegative, "exact": .number, "predicted": .number, "printed": .number,
      ]),
    FigureInput(
      "entropy-discrete",
      columns: [
        "symbols": .count, "parameters": .count, "time": .nonnegative, "entropy": .number,
        "standard_error": .nonnegative, "exact": .number, "predicted": .number, "printed": .number,
      ]),
  ]

  /// Two panels side by side.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # How fast the expected entropy falls (P9).
    # Run this file with gnuplot in its own folder; it reads data/entropy*.csv.
    \(terminal.preamble(id: id, width: 900, height: 400))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(continuous(data, terminal))
    \(Panel.reset)

    \(discrete(data, terminal))

    unset multiplot
    unset output

    """
  }

  private static func xAxis(_ terminal: Terminal) -> String {
    "set xlabel "
      + terminal.label(
        "time {/:Italic τ} = {/:Italic t}/{/:Italic M}", tex: "time $\\tau = t/M$")
      + " offset 0,0.3"
  }

  /// Measured points, the exact curve, and both straight lines.
  private static func curves(_ x: String, colour: String, title: String) -> [String] {
    [
      "\(x):8 with lines linewidth 1 dashtype (4,4) linecolor rgb '\(Palette.grey)' notitle",
      "\(x):7 with lines linewidth 0.8 linecolor rgb 'black' notitle",
      Series.line(x, 6, width: 1, colour: colour),
      Series.errorBars(x, value: 4, error: 5, colour: colour),
      Series.points(x, 4, size: 0.55, colour: colour, title: title),
    ]
  }

  private static func keys(_ terminal: Terminal) -> [String] {
    [
      Series.lineKey(
        terminal.label("{/:Italic D}/2 a unit of {/:Italic τ}", tex: "$D/2$ a unit of $\\tau$"),
        width: 0.8),
      "keyentry with lines linewidth 1 dashtype (4,4) linecolor rgb '\(Palette.grey)' title "
        + terminal.label("{/:Italic D}, as printed", tex: "$D$, as printed"),
    ]
  }

  private static func continuous(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(0, of: 2)
    let series = data.names("family", in: "entropy").enumerated().flatMap { index, name in
      let row = data.rows(of: "entropy") { $0("family").description == name }.first
      let parameters = Axis.plain(row?("parameters").value ?? 0)
      let title = name == "gaussian" ? "Gaussian" : name
      return curves(
        "'data/entropy.csv' using (strcol(1) eq '\(name)' ? $3 : NaN)",
        colour: Palette.cycle(index),
        title: terminal.label(
          "\(title), {/:Italic D} = \(parameters)", tex: "\(title), $D = \(parameters)$"))
    }
    return """
      # (a) families on the real line: the change of the differential entropy
      \(panel.frame)
      \(panel.letter("a", terminal))
      \(xAxis(terminal))
      set ylabel \(terminal.label(
        "{/:Italic E S_τ} − {/:Italic S}_0  (nats)", tex: "$E\\,S_\\tau - S_0$ (nats)")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [0:*]
      set yrange [*:0]
      set key at graph 0.03,0.04 left bottom samplen 1.5 spacing 1.15 reverse Left
      plot \((series + keys(terminal)).joined(separator: ", \\\n  "))
      unset key
      unset label
      """
  }

  private static func discrete(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(1, of: 2)
    let numbers = data.distinct("symbols", in: "entropy-discrete")
    let series = numbers.enumerated().flatMap { index, symbols in
      curves(
        "'data/entropy-discrete.csv' using ($1 == \(symbols) ? $3 : NaN)",
        colour: Palette.shade(index, of: numbers.count),
        title: terminal.label(
          "\(symbols) symbols, {/:Italic D} = \(symbols - 1)",
          tex: "\(symbols) symbols, $D = \(symbols - 1)$"))
    }
    return """
      # (b) symbols: the entropy cannot fall below zero
      \(panel.frame)
      \(panel.letter("b", terminal))
      \(xAxis(terminal))
      set ylabel \(terminal.label("{/:Italic E S_τ}  (nats)", tex: "$E\\,S_\\tau$ (nats)")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [0:*]
      set yrange [0:\(Axis.plain(Axis.ceiling(data.maximum("entropy", in: "entropy-discrete"))))]
      set key at graph 0.97,0.97 right top samplen 1.5 spacing 1.15
      plot \(series.joined(separator: ", \\\n  "))
      unset key
      unset label
      """
  }
}
