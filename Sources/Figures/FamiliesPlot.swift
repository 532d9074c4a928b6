/// Closed loops of unbounded statistics: extinction, scales and eigenvalues.
package enum FamiliesPlot: Figure {
  /// `families`.
  package static let id = "families"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "families-extinction",
      columns: [
        "count": .nonnegative, "generation": .count, "fraction": .fraction, "lower": .fraction,
        "upper": .fraction, "exact": .fraction,
      ]),
    FigureInput(
      "families-scale",
      columns: [
        "family": .name, "time": .nonnegative, "mean_log": .number,
        "standard_error": .nonnegative, "exact": .number, "log_mean": .number,
        "log_mean_exact": .number,
      ]),
    FigureInput(
      "families-eigenvalues",
      columns: [
        "index": .count, "time": .nonnegative, "mean_log": .number,
        "standard_error": .nonnegative, "limit": .number,
      ]),
  ]

  /// Three panels side by side.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # Closed loops of unbounded statistics (X3).
    # Run this file with gnuplot in its own folder; it reads data/families*.csv.
    \(terminal.preamble(id: id, width: 1100, height: 370))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(extinction(data, terminal))
    \(Panel.reset)

    \(scales(data, terminal))
    \(Panel.reset)

    \(eigenvalues(data, terminal))

    unset multiplot
    unset output

    """
  }

  private static func extinction(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(0, of: 3)
    let counts = data.distinctNumbers("count", in: "families-extinction")
    let curves = counts.enumerated().flatMap { index, count -> [String] in
      let x = "'data/families-extinction.csv' using ($1 == \(count) ? $2 : NaN)"
      let colour = Palette.shade(index, of: counts.count)
      let number = Axis.plain(count)
      return [
        Series.line(x, 6, colour: colour), Series.bars(x, from: 4, to: 5, colour: colour),
        Series.points(
          x, 3, size: 0.4, colour: colour,
          title: terminal.label(
            "{/:Italic Mλ}_{0} = \(number)", tex: "$M\\lambda_0 = \(number)$")),
      ]
    }
    return """
      # (a) Poisson: the fraction extinct, with exact intervals, and the exact law
      \(panel.frame)
      \(panel.letter("a", terminal))
      set xlabel \(terminal.label("generation {/:Italic t}", tex: "generation $t$")) offset 0,0.3
      set ylabel \(terminal.label("fraction extinct", tex: "fraction extinct")) \
      offset \(terminal.axisLabelOffset),0
      set logscale x
      set format x \(terminal.powersOfTen)
      set xrange [1:\(data.maximum("generation", in: "families-extinction"))]
      set yrange [-0.02:1.02]
      set key at graph 0.03,0.97 left top samplen 1 spacing 1.15 reverse Left
      plot \(curves.joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }

  private static func time(_ terminal: Terminal) -> String {
    "set xlabel "
      + terminal.label(
        "time {/:Italic τ} = {/:Italic t}/{/:Italic M}", tex: "time $\\tau = t/M$")
      + " offset 0,0.3"
  }

  private static func scales(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(1, of: 3)
    let curves = data.names("family", in: "families-scale").enumerated().flatMap {
      index, name -> [String] in
      let x = "'data/families-scale.csv' using (strcol(1) eq '\(name)' ? $2 : NaN)"
      let colour = Palette.cycle(index)
      let title =
        name == "gaussian"
        ? terminal.label(
          "{/:Italic x} = {/:Italic σ}^2, Gaussian", tex: "$x = \\sigma^2$, Gaussian")
        : terminal.label("{/:Italic x} = {/:Italic μ}, \(name)", tex: "$x = \\mu$, \(name)")
      return [
        "\(x):7 with lines linewidth 1 dashtype (6,4) linecolor rgb '\(colour)' notitle",
        Series.line(x, 5, colour: colour),
        Series.points(x, 6, type: 6, size: 0.4, colour: colour),
        Series.errorBars(x, value: 3, error: 4, colour: colour),
        Series.points(x, 3, size: 0.45, colour: colour, title: title),
      ]
    }
    let grey = "#606060"
    let keys = [
      "keyentry with linespoints pointtype 7 pointsize 0.45 linewidth 1 linecolor rgb '\(grey)' title "
        + terminal.label("mean of ln {/:Italic x}", tex: "mean of $\\ln x$"),
      "keyentry with points pointtype 6 pointsize 0.4 linecolor rgb '\(grey)' title "
        + terminal.label("ln of the average {/:Italic x}", tex: "$\\ln$ of the average $x$"),
      "keyentry with lines linewidth 1 dashtype (6,4) linecolor rgb '\(grey)' title "
        + terminal.label("ln E {/:Italic x}", tex: "$\\ln\\mathrm{E}\\,x$"),
    ]
    return """
      # (b) typical and expected scales: exact (lines) and simulated (points)
      \(panel.frame)
      \(panel.letter("b", terminal))
      \(time(terminal))
      set ylabel \(terminal.label("ln {/:Italic x}", tex: "$\\ln x$")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [0:*]
      set yrange [*:\(Axis.plain(headroom(data)))]
      set key at graph 0.03,0.04 left bottom samplen 1.5 spacing 1.15 reverse Left
      plot \((curves + keys).joined(separator: ", \\\n  "))
      unset key
      unset label
      """
  }

  /// A little more than the largest value, so that its line is seen.
  private static func headroom(_ data: FigureData) -> Double {
    let range = Axis.range(
      of: ["mean_log", "log_mean", "exact"].flatMap { data.numbers($0, in: "families-scale") },
      padding: 0.03)
    return range.upperBound
  }

  private static func eigenvalues(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(2, of: 3)
    let indices = data.distinct("index", in: "families-eigenvalues")
    let curves = indices.enumerated().flatMap { place, index -> [String] in
      let x = "'data/families-eigenvalues.csv' using ($1 == \(index) ? $2 : NaN)"
      let colour = Palette.shade(place, of: indices.count)
      return [
        Series.line(x, 5, colour: colour),
        Series.errorBars(x, value: 3, error: 4, colour: colour),
        Series.points(
          x, 3, size: 0.4, colour: colour,
          title: terminal.label("{/:Italic λ}_{\(index)}", tex: "$\\lambda_{\(index)}$")),
      ]
    }
    let key = Series.lineKey(
      terminal.label("exact rate", tex: "exact rate"), colour: "#606060")
    return """
      # (c) log eigenvalues of a covariance: simulated (points), and the rates they tend to (lines)
      \(panel.frame)
      \(panel.letter("c", terminal))
      \(time(terminal))
      set ylabel \(terminal.label(
        "mean of ln {/:Italic λ_i}", tex: "mean of $\\ln\\lambda_i$")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [0:*]
      set yrange [*:\(Axis.plain(eigenvalueHeadroom(data)))]
      set key at graph 0.03,0.04 left bottom samplen 1.5 spacing 1.1 reverse Left
      plot \((curves + [key]).joined(separator: ", \\\n  "))
      unset key
      unset label
      """
  }

  private static func eigenvalueHeadroom(_ data: FigureData) -> Double {
    Axis.range(of: data.numbers("mean_log", in: "families-eigenvalues"), padding: 0.03).upperBound
  }
}
