/// Figure 1: trajectories, absorption times and final states of spins.
package enum Figure1Plot: Figure {
  /// `fig1`.
  package static let id = "fig1"

  /// The tables of all panels.
  package static let inputs = [
    FigureInput(
      "fig1a",
      columns: [
        "trajectory": .count, "generation": .count, "magnetisation": .number, "field": .open,
      ]),
    FigureInput(
      "fig1b",
      columns: ["spins": .count, "samples": .count, "scaled_time": .nonnegative, "cdf": .fraction]),
    FigureInput("fig1b-limit", columns: ["scaled_time": .nonnegative, "cdf": .fraction]),
    FigureInput(
      "fig1b-mean",
      columns: [
        "spins": .count, "samples": .count, "population": .count, "exact": .open,
        "measured": .open, "standard_error": .open, "limit": .number,
      ]),
    FigureInput(
      "fig1c",
      columns: [
        "samples": .count, "start": .fraction, "probability": .open, "lower": .fraction,
        "upper": .fraction,
      ]),
    FigureInput("fig1d", columns: ["start": .number, "final": .open]),
    // No run of panel d ends before a short horizon.
    FigureInput(
      "fig1d-mean", columns: ["final": .number, "mean_start": .number, "count": .count],
      mayBeEmpty: true),
  ]

  /// Four panels on a two-by-two page.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # Fig. 1: spins under closed-loop maximum likelihood, independent (a-c) and coupled (d).
    # Run this file with gnuplot in its own folder; it reads data/fig1*.csv.
    \(terminal.preamble(id: id, width: 1000, height: 720))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(trajectories(data, terminal))

    \(absorptionTimes(data, terminal))

    \(finalStates(data, terminal))
    \(Panel.reset)

    \(finalLevels(data, terminal))

    unset multiplot
    unset output

    """
  }

  // MARK: - Panels

  private static func trajectories(_ data: FigureData, _ terminal: Terminal) -> String {
    let trajectories = data.distinct("trajectory", in: "fig1a")
    let longest = max(1, data.maximum("generation", in: "fig1a"))
    func lines(_ column: Int) -> String {
      trajectories.enumerated().map { index, trajectory in
        "'data/fig1a.csv' using 2:($1 == \(trajectory) ? $\(column) : NaN) with lines"
          + " linewidth 1 linecolor rgb '\(Palette.cycle(index))' notitle"
      }.joined(separator: ", \\\n  ")
    }
    return """
      # (a) the mean statistic and, on the same time axis, the field (the paper's inset)
      \(Panel.a.part(bottom: 0.37, top: 1).frame)
      \(Panel.a.letter("a", terminal))
      set ylabel \(terminal.label(
        "{/:Italic φ̄}_{1,t} / {/:Italic N}", tex: "$\\bar\\phi_{1,t}/N$")) offset \(terminal.axisLabelOffset),0
      set xrange [0:\(longest)] noextend
      set format x ''
      set yrange [-1:1]
      set ytics 0.5
      set xzeroaxis linewidth 0.5 linecolor rgb '#c0c0c0'
      plot \(lines(3))
      unset label
      \(Panel.a.part(bottom: 0, top: 0.29).frame)
      set xlabel \(terminal.label("generation {/:Italic t}", tex: "generation $t$")) offset 0,0.3
      set ylabel \(terminal.label("{/:Italic θ}_1", tex: "$\\theta_1$")) offset \(terminal.axisLabelOffset),0
      set format x
      set yrange [-3:3]
      set ytics 3
      plot \(lines(4))
      \(Panel.reset)
      """
  }

  private static func absorptionTimes(_ data: FigureData, _ terminal: Terminal) -> String {
    let spins = data.distinct("spins", in: "fig1b")
    let samples = data.distinct("samples", in: "fig1b")
    let latest = max(1e-3, data.maximum("scaled_time", in: "fig1b-limit"))
    func width(_ index: Int) -> Double { 0.9 + 0.9 * Double(index) }
    let curves = spins.enumerated().flatMap { i, n in
      samples.enumerated().map { j, m in
        "'data/fig1b.csv' using ($1 == \(n) && $2 == \(m) ? $3 : NaN):4 with lines"
          + " linewidth \(width(j)) linecolor rgb '\(Palette.cycle(i))' notitle"
      }
    }
    let keys =
      spins.enumerated().map { i, n in
        "keyentry with lines linewidth 2 linecolor rgb '\(Palette.cycle(i))' title "
          + terminal.label("{/:Italic N} = \(n)", tex: "$N = \(n)$")
      }
      + samples.enumerated().map { j, m in
        "keyentry with lines linewidth \(width(j)) linecolor rgb '#404040' title "
          + terminal.label("{/:Italic M} = \(m)", tex: "$M = \(m)$")
      }
    let limit =
      "'data/fig1b-limit.csv' using 1:2 with lines linewidth 1 dashtype (9,5) linecolor rgb 'black' title "
      + terminal.label("limit law", tex: "limit law")
    return """
      # (b) the law of the absorption time in units of NM; inset: its mean
      \(Panel.b.frame)
      \(Panel.b.letter("b", terminal))
      set xlabel \(terminal.label(
        "{/:Italic t}_{max} / ({/:Italic NM})", tex: "$t_{\\max}/(NM)$")) offset 0,0.3
      set ylabel \(terminal.label("cumulative probability", tex: "cumulative probability")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [0:\(latest)]
      set yrange [0:1.02]
      set ytics 0.2
      set key at graph 0.985,0.86 right top samplen 1.8 spacing 1.05 maxrows 4 width -1
      plot \((curves + [limit] + keys).joined(separator: ", \\\n  "))
      unset key
      unset label
      \(Panel.b.part(left: 0.45, right: 0.965, bottom: 0.16, top: 0.47).frame)
      \(meanAbsorptionTimes(data, terminal, spins))
      \(Panel.reset)
      """
  }

  private static func meanAbsorptionTimes(
    _ data: FigureData, _ terminal: Terminal, _ spins: [Int]
  ) -> String {
    // Cases of equal NM stand side by side.
    let measured = spins.enumerated().flatMap { i, n -> [String] in
      guard data.hasNumber("measured", in: "fig1b-mean", where: ("spins", n)) else { return [] }
      let shift = 1 + 0.07 * (Double(i) - Double(spins.count - 1) / 2)
      let x = "'data/fig1b-mean.csv' using ($1 == \(n) ? $3*\(shift) : NaN)"
      return [
        Series.errorBars(x, value: 5, error: 6, colour: Palette.cycle(i)),
        Series.points(x, 5, size: 0.35, colour: Palette.cycle(i)),
      ]
    }
    // A series without a number would be an error in gnuplot.
    let hasExact = data.numbers("exact", in: "fig1b-mean").contains(where: \.isFinite)
    let exact =
      "'data/fig1b-mean.csv' using 3:4 with points pointtype 6 pointsize 0.7 linewidth 1"
      + " linecolor rgb 'black' notitle"
    let populations = Axis.range(
      of: data.numbers("population", in: "fig1b-mean").map { max($0, 1) })
    let measuredMeans = data.numbers("measured", in: "fig1b-mean")
    let errorsOfMeans = data.numbers("standard_error", in: "fig1b-mean")
    let means = Axis.range(
      of: data.numbers("exact", in: "fig1b-mean") + data.numbers("limit", in: "fig1b-mean")
        + zip(measuredMeans, errorsOfMeans).flatMap { [$0 - $1, $0 + $1] },
      padding: 0.12)
    let places = data.distinct("population", in: "fig1b-mean")
    let limit =
      "'data/fig1b-mean.csv' using 3:7 with lines linewidth 0.9 linecolor rgb 'black' notitle"
    return """
      set border linewidth 0.6
      set tics font \(terminal.smallFont)
      set xlabel \(terminal.label("{/:Italic NM}", tex: "$NM$")) offset 0,0.8 \
      font \(terminal.smallFont)
      set ylabel \(terminal.label(
        "⟨{/:Italic t}_{max}⟩/({/:Italic NM})", tex: "$\\langle t_{\\max}\\rangle/(NM)$")) \
      offset 0.8,0 font \(terminal.smallFont)
      set logscale x
      set xrange [\(populations.lowerBound / 1.7):\(populations.upperBound * 1.7)]
      set yrange [\(means.lowerBound):\(means.upperBound)]
      set xtics \(places.count > 6 ? "autofreq" : "(\(places.map(String.init).joined(separator: ", ")))")
      set ytics \(Axis.step(span: means.upperBound - means.lowerBound, intervals: 3)) format '%.2f'
      plot \(([limit] + measured + (hasExact ? [exact] : [])).joined(separator: ", \\\n  "))
      unset logscale
      """
  }

  private static func finalStates(_ data: FigureData, _ terminal: Terminal) -> String {
    let samples = data.distinct("samples", in: "fig1c")
    let starts = data.numbers("start", in: "fig1c")
    let low = min(0.5, starts.min() ?? 0.5)
    let points = samples.enumerated().compactMap { index, m -> String? in
      guard data.hasNumber("probability", in: "fig1c", where: ("samples", m)) else { return nil }
      // As in the paper, the first is in red squares and the second in blue circles.
      let (symbol, colour) = [(5, Palette.red), (7, Palette.blue)][index % 2]
      let shift = (Double(index) - Double(samples.count - 1) / 2) * 0.006
      return "'data/fig1c.csv' using ($1 == \(m) ? $2 + (\(shift)) : NaN):3:4:5 with yerrorbars"
        + " pointtype \(symbol) pointsize 0.7 linewidth 1 linecolor rgb '\(colour)' title "
        + terminal.label("{/:Italic M} = \(m)", tex: "$M = \(m)$")
    }
    let diagonal =
      "x with lines linewidth 1 linecolor rgb 'black' title "
      + terminal.label("Eq. 8", tex: "Eq.~(8)")
    return """
      # (c) the probability to end all up, with exact binomial intervals
      \(Panel.c.frame)
      \(Panel.c.letter("c", terminal))
      set xlabel \(terminal.label(
        "(1 + {/:Italic φ̄}_{1,0}/{/:Italic N}) / 2", tex: "$(1 + \\bar\\phi_{1,0}/N)/2$")) \
      offset 0,0.3
      set ylabel \(terminal.label("{/:Italic P}(all up)", tex: "$P(\\textrm{all up})$")) offset \(terminal.axisLabelOffset),0
      set xrange [\(low - 0.03):1]
      set yrange [\(max(0, low - 0.15)):1.02]
      set key at graph 0.96,0.06 right bottom samplen 1 spacing 1.1
      plot \(([diagonal] + points).joined(separator: ", \\\n  "))
      unset key
      unset label
      """
  }
}
