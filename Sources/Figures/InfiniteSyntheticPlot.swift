/// One real point against M synthetic ones: laws, and their distance from the limit.
package enum InfiniteSyntheticPlot: Figure {
  /// `infinite-synthetic`.
  package static let id = "infinite-synthetic"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "infinite-synthetic",
      columns: [
        "samples": .count, "value": .fraction, "closed": .fraction, "open": .fraction,
        "limit": .fraction,
      ]),
    FigureInput(
      "infinite-synthetic-distance",
      columns: [
        "samples": .count, "distance": .open, "variance": .number, "variance_distance": .number,
        "open_variance": .number,
      ]),
    FigureInput(
      "infinite-synthetic-measured",
      columns: [
        "samples": .count, "variance": .number, "variance_error": .number, "distance": .number,
      ]),
  ]

  /// Three panels side by side.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # A few real points a generation and M synthetic ones (P17, X6).
    # Run this file with gnuplot in its own folder; it reads data/infinite-synthetic*.csv.
    \(terminal.preamble(id: id, width: 1100, height: 370))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(laws(data, terminal))
    \(Panel.reset)

    \(distances(data, terminal))
    \(Panel.reset)

    \(variances(data, terminal))

    unset multiplot
    unset output

    """
  }

  private static func laws(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(0, of: 3)
    let samples = data.distinct("samples", in: "infinite-synthetic")
    let open = samples.map {
      "'data/infinite-synthetic.csv' using ($1 == \($0) ? $2 : NaN):5 with lines linewidth 0.8"
        + " linecolor rgb '#c8c8c8' notitle"
    }
    let closed = samples.enumerated().map { index, m in
      "'data/infinite-synthetic.csv' using ($1 == \(m) ? $2 : NaN):3 with lines linewidth 1"
        + " linecolor rgb '\(Palette.shade(index, of: samples.count))' title "
        + terminal.label(
          "{/:Italic M} = \(power(m, "10^{", "}"))", tex: "$M = \(power(m, "10^{", "}"))$")
    }
    let limit =
      "'data/infinite-synthetic.csv' using ($1 == \(samples[0]) ? $2 : NaN):6 with lines"
      + " linewidth 1 dashtype (8,5) linecolor rgb 'black' title "
      + terminal.label("limit", tex: "limit")
    let openKey =
      "keyentry with lines linewidth 0.8 linecolor rgb '#c8c8c8' title "
      + terminal.label("open loop", tex: "open loop")
    return """
      # (a) the law of the frequency in the closed loop; of an estimate from M real points (grey)
      \(panel.frame)
      \(panel.letter("a", terminal))
      set xlabel \(terminal.label("frequency {/:Italic x}", tex: "frequency $x$")) offset 0,0.3
      set ylabel \(terminal.label("cumulative probability", tex: "cumulative probability")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [0:1]
      set yrange [0:1]
      set key at graph 0.98,0.04 right bottom samplen 1.2 spacing 1.05
      plot \((open + closed + [limit, openKey]).joined(separator: ", \\\n  "))
      unset key
      unset label
      """
  }

  /// 10ⁿ as a power, other numbers as they are.
  private static func power(_ m: Int, _ before: String, _ after: String) -> String {
    var (rest, exponent) = (m, 0)
    while rest > 1, rest.isMultiple(of: 10) { (rest, exponent) = (rest / 10, exponent + 1) }
    return rest == 1 && exponent > 1 ? "\(before)\(exponent)\(after)" : "\(m)"
  }

  private static func axis(_ data: FigureData, _ terminal: Terminal) -> String {
    let range = Axis.decades(
      Axis.range(of: data.numbers("samples", in: "infinite-synthetic-distance")), room: 1.6)
    let ticks = terminal.powersOfTen
    return """
      set xlabel \(terminal.label(
        "synthetic points {/:Italic M}", tex: "synthetic points $M$")) offset 0,0.3
      set logscale xy
      set xrange [\(range.lowerBound):\(range.upperBound)]
      set format x \(ticks)
      set format y \(ticks)
      """
  }

  private static func distances(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(1, of: 3)
    let table = "'data/infinite-synthetic-distance.csv'"
    let hasExact = data.numbers("distance", in: "infinite-synthetic-distance")
      .contains(where: \.isFinite)
    let exact =
      "\(table) using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 1"
      + " linecolor rgb '\(Palette.blue)' title " + terminal.label("law, exact", tex: "law, exact")
    let curves = [
      "'data/infinite-synthetic-measured.csv' using 1:4 with points pointtype 6 pointsize 0.6"
        + " linecolor rgb '\(Palette.grey)' title "
        + terminal.label("law, simulated (noise)", tex: "law, simulated (noise)"),
      "\(table) using 1:4 with linespoints pointtype 5 pointsize 0.45 linewidth 1"
        + " linecolor rgb '\(Palette.red)' title "
        + terminal.label("variance, exact", tex: "variance, exact"),
    ]
    return """
      # (b) the distance from the limit, of the distribution function (largest) and of the variance
      \(panel.frame)
      \(panel.letter("b", terminal))
      \(axis(data, terminal))
      set ylabel \(terminal.label("distance from the limit", tex: "distance from the limit")) \
      offset \(terminal.axisLabelOffset),0
      set yrange [*:1]
      set key at graph 0.03,0.04 left bottom samplen 1.5 spacing 1.15 reverse Left
      plot \(((hasExact ? [exact] : []) + curves).joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }

  private static func variances(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(2, of: 3)
    let table = "'data/infinite-synthetic-distance.csv'"
    let measured = "'data/infinite-synthetic-measured.csv' using 1"
    return """
      # (c) the variance of the frequency: closed loop with one real point, and M real points
      \(panel.frame)
      \(panel.letter("c", terminal))
      \(axis(data, terminal))
      set ylabel \(terminal.label("variance of {/:Italic x}", tex: "variance of $x$")) \
      offset \(terminal.axisLabelOffset),0
      set yrange [*:1]
      set key at graph 0.03,0.04 left bottom samplen 1.5 spacing 1.15 reverse Left
      plot \(table) using 1:3 with lines linewidth 1 linecolor rgb '\(Palette.blue)' title \
      \(terminal.label("closed loop, exact", tex: "closed loop, exact")), \\
        \(Series.errorBars(measured, value: 2, error: 3, colour: Palette.blue)), \\
        \(Series.points(
          measured, 2, size: 0.5, colour: Palette.blue,
          title: terminal.label("closed loop, simulated", tex: "closed loop, simulated"))), \\
        \(table) using 1:5 with lines linewidth 1 linecolor rgb '\(Palette.grey)' title \
      \(terminal.label("{/:Italic M} real points", tex: "$M$ real points"))
      unset key
      unset label
      unset logscale
      """
  }
}
