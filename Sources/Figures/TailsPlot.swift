/// What the closed loop loses first, and which metrics do not show it.
package enum TailsPlot: Figure {
  /// `tails`.
  package static let id = "tails"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "tails",
      columns: [
        "generation": .count, "rank": .count, "left": .fraction, "lower": .fraction,
        "upper": .fraction, "exact": .number,
      ]),
    FigureInput(
      "tails-metrics",
      columns: [
        "generation": .count, "symbols": .nonnegative, "symbols_error": .nonnegative,
        "symbols_exact": .number, "entropy": .nonnegative, "entropy_error": .nonnegative,
        "entropy_exact": .number, "cross_entropy": .nonnegative,
        "cross_entropy_error": .nonnegative, "cross_entropy_exact": .number,
        "minority": .fraction, "minority_error": .nonnegative, "minority_exact": .number,
        "minority_left": .fraction, "lower": .fraction, "upper": .fraction, "exact": .number,
        "complete": .fraction,
      ]),
  ]

  /// Three panels side by side.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # What is lost first, and which metrics do not show it (X11).
    # Run this file with gnuplot in its own folder; it reads data/tails*.csv.
    \(terminal.preamble(id: id, width: 1200, height: 400))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(ranks(data, terminal))
    \(Panel.reset)

    \(metrics(data, terminal))
    \(Panel.reset)

    \(averages(data, terminal))

    unset multiplot
    unset output

    """
  }

  private static func ranks(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(0, of: 3)
    let times = data.distinct("generation", in: "tails")
    let curves = times.enumerated().flatMap { index, t in
      let x = "'data/tails.csv' using ($1 == \(t) ? $2 : NaN)"
      let colour = Palette.shade(index, of: times.count)
      return [
        Series.line(x, 6, width: 1, colour: colour),
        Series.bars(x, from: 4, to: 5, colour: colour),
        Series.points(
          x, 3, size: 0.5, colour: colour,
          title: terminal.label("{/:Italic t} = \(t)", tex: "$t = \(t)$")),
      ]
    }
    return """
      # (a) the probability that a symbol is left, by its rank: simulated (points) and exact (lines)
      \(panel.frame)
      \(panel.letter("a", terminal))
      set xlabel \(terminal.label("rank of the symbol", tex: "rank of the symbol")) offset 0,0.3
      set ylabel \(terminal.label("fraction of runs that still have it", tex: "fraction of runs that still have it")) \
      offset \(terminal.axisLabelOffset),0
      set logscale x
      set format x \(terminal.powersOfTen)
      set xrange [0.8:*]
      set yrange [0:1.4]
      set ytics 0,0.2,1
      set key at graph 0.97,0.97 right top samplen 1 spacing 1.1 maxrows 3
      plot \(curves.joined(separator: ", \\\n  "))
      unset key
      set key maxrows auto
      unset label
      unset logscale
      """
  }

  private static func metrics(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(1, of: 3)
    let x = "'data/tails-metrics.csv' using 1"
    let (blue, red) = (Palette.cycle(0), Palette.cycle(1))
    let curves = [
      Series.line(x, 10, colour: blue), Series.errorBars(x, value: 8, error: 9, colour: blue),
      Series.points(
        x, 8, size: 0.5, colour: blue,
        title: terminal.label(
          "cross-entropy −Σ {/:Italic p_t} ln {/:Italic p}*",
          tex: "cross-entropy $-\\sum p_t \\ln p^*$")),
      Series.line(x, 7, colour: red), Series.errorBars(x, value: 5, error: 6, colour: red),
      Series.points(
        x, 5, size: 0.5, colour: red,
        title: terminal.label(
          "own entropy −Σ {/:Italic p_t} ln {/:Italic p_t}",
          tex: "own entropy $-\\sum p_t \\ln p_t$")),
    ]
    let top = max(
      data.maximum("cross_entropy", in: "tails-metrics"),
      data.maximum("entropy", in: "tails-metrics"))
    return """
      # (b) the metrics that look fine: a constant cross-entropy, and a perplexity that improves
      \(panel.frame)
      \(panel.letter("b", terminal))
      set xlabel \(terminal.label("generation {/:Italic t}", tex: "generation $t$")) offset 0,0.3
      set ylabel \(terminal.label("nats", tex: "nats")) offset \(terminal.axisLabelOffset),0
      set logscale x
      set format x \(terminal.powersOfTen)
      set xrange [0.8:*]
      set yrange [0:\(Axis.plain(Axis.ceiling(1.3 * top)))]
      set key at graph 0.97,0.97 right top samplen 1 spacing 1.1
      plot \(curves.joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }

  private static func averages(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(2, of: 3)
    let file = "'data/tails-metrics.csv' using 1"
    let rows = data.rows(of: "tails-metrics") { _ in true }
    let first = rows.first
    // The last rank shown is that of the rarest symbol.
    let (all, share) = (
      Double(data.distinct("rank", in: "tails").last ?? 1), first?("minority_exact").value ?? 1
    )
    let (blue, red, grey) = (Palette.cycle(0), Palette.cycle(1), Palette.grey)
    func relative(_ column: Int, to unit: Double) -> String { "($\(column)/\(Axis.plain(unit)))" }
    let curves = [
      "\(file):\(relative(13, to: share)) with lines linewidth 1 linecolor rgb '\(blue)' notitle",
      "\(file):(($11-$12)/\(Axis.plain(share))):(0):(2*$12/\(Axis.plain(share))) with vectors nohead"
        + " linewidth 0.9 linecolor rgb '\(blue)' notitle",
      "\(file):\(relative(11, to: share)) with points pointtype 7 pointsize 0.5 linecolor rgb"
        + " '\(blue)' title "
        + terminal.label(
          "mean share of a minority, relative", tex: "mean share of a minority, relative"),
      Series.line(file, 17, colour: red),
      Series.bars(file, from: 15, to: 16, colour: red),
      Series.points(
        file, 14, size: 0.5, colour: red,
        title: terminal.label("runs with a minority left", tex: "runs with a minority left")),
      "\(file):\(relative(4, to: all)) with lines linewidth 1 linecolor rgb '\(grey)' notitle",
      "\(file):\(relative(2, to: all)) with points pointtype 7 pointsize 0.5 linecolor rgb '\(grey)' title "
        + terminal.label("symbols left / all", tex: "symbols left / all"),
      Series.points(
        file, 18, type: 9, size: 0.6, colour: "black",
        title: terminal.label(
          "runs with {/:Italic D}({/:Italic p}*‖{/:Italic p_t}) < ∞",
          tex: "runs with $D(p^*\\Vert p_t) < \\infty$")),
    ]
    return """
      # (c) a minority apart from the average: its mean stays, and in ever more runs it is gone
      \(panel.frame)
      \(panel.letter("c", terminal))
      set xlabel \(terminal.label("generation {/:Italic t}", tex: "generation $t$")) offset 0,0.3
      set ylabel \(terminal.label("fraction", tex: "fraction")) offset \(terminal.axisLabelOffset),0
      set logscale x
      set format x \(terminal.powersOfTen)
      set xrange [0.8:*]
      set yrange [-0.02:1.9]
      set ytics 0,0.5,1
      set key at graph 0.97,0.97 right top samplen 1 spacing 1.1
      plot \(curves.joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }
}
