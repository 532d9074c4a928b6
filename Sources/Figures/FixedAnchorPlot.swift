/// Which external points prevent collapse: trajectories, collapsed runs and stationary laws.
package enum FixedAnchorPlot: Figure {
  /// `fixed-anchor`.
  package static let id = "fixed-anchor"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "fixed-anchor-trajectories",
      columns: [
        "source": .name, "anchor": .number, "generation": .count, "magnetisation": .number,
      ]),
    FigureInput(
      "fixed-anchor-collapsed",
      columns: [
        "source": .name, "anchor": .number, "generation": .count, "fraction": .fraction,
        "lower": .fraction, "upper": .fraction, "exact": .fraction,
      ]),
    FigureInput(
      "fixed-anchor",
      columns: [
        "source": .name, "anchor": .number, "value": .number, "density": .nonnegative,
        "standard_error": .nonnegative, "exact": .nonnegative, "limit": .nonnegative,
      ]),
  ]

  /// One kind of external points, its colour and its name in a legend.
  private struct Case {
    let source: String
    let anchor: String
    let colour: String
    let title: String

    var filter: String { "strcol(1) eq '\(source)' && $2 == \(anchor)" }
  }

  private static func cases(_ data: FigureData, _ terminal: Terminal) -> [Case] {
    var seen = Set<String>()
    let rows = data.rows(of: "fixed-anchor-trajectories") {
      seen.insert("\($0("source")) \($0("anchor"))").inserted
    }
    return rows.enumerated().map { index, row in
      let (source, anchor) = (row("source").description, row("anchor").description)
      let title =
        source == "fixed"
        ? terminal.label("fixed, {/:Italic S} = \(minus(anchor))", tex: "fixed, $S = \(anchor)$")
        : terminal.label(
          "fresh, E{/:Italic S} = \(minus(anchor))", tex: "fresh, $\\mathrm{E}S = \(anchor)$")
      return Case(
        source: source, anchor: anchor, colour: Palette.cycle([0, 3, 1, 4, 5, 2][index % 6]),
        title: title)
    }
  }

  private static func minus(_ number: String) -> String { number.replacing("-", with: "−") }

  /// Three panels side by side.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    let cases = cases(data, terminal)
    return """
      # External points: fixed inside, fixed on the boundary, or fresh (X7).
      # Run this file with gnuplot in its own folder; it reads data/fixed-anchor*.csv.
      \(terminal.preamble(id: id, width: 1100, height: 370))
      set border linewidth 0.8
      set tics nomirror scale 0.6
      set multiplot

      \(trajectories(cases, data, terminal))
      \(Panel.reset)

      \(collapse(cases, data, terminal))
      \(Panel.reset)

      \(laws(cases, data, terminal))

      unset multiplot
      unset output

      """
  }

  private static func trajectories(
    _ cases: [Case], _ data: FigureData, _ terminal: Terminal
  ) -> String {
    let panel = Panel.column(0, of: 3)
    let lines = cases.map {
      "'data/fixed-anchor-trajectories.csv' using (\($0.filter) ? $3 : NaN):4 with lines"
        + " linewidth 1 linecolor rgb '\($0.colour)' notitle"
    }
    return """
      # (a) one run each
      \(panel.frame)
      \(panel.letter("a", terminal))
      set xlabel \(terminal.label("generation {/:Italic t}", tex: "generation $t$")) offset 0,0.3
      set ylabel \(terminal.label(
        "{/:Italic φ̄}_{1,t} / {/:Italic N}", tex: "$\\bar\\phi_{1,t}/N$")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [0:\(data.maximum("generation", in: "fixed-anchor-trajectories"))] noextend
      set yrange [-1.02:\(max(0.1, data.maximum("magnetisation", in: "fixed-anchor-trajectories")))]
      plot \(lines.joined(separator: ", \\\n  "))
      unset label
      """
  }

  private static func collapse(
    _ cases: [Case], _ data: FigureData, _ terminal: Terminal
  ) -> String {
    let panel = Panel.column(1, of: 3)
    let points = cases.enumerated().flatMap { index, case_ -> [String] in
      let x = "'data/fixed-anchor-collapsed.csv' using (\(case_.filter) ? $3 : NaN)"
      return [
        Series.line(x, 7, colour: case_.colour),
        Series.bars(x, from: 5, to: 6, colour: case_.colour),
        // Smaller and smaller: cases that agree can all be seen.
        Series.points(
          x, 4, size: max(0.25, 0.6 - 0.15 * Double(index)), colour: case_.colour),
        Series.pointKey(case_.title, size: 0.5, colour: case_.colour),
      ]
    }
    return """
      # (b) the fraction of runs whose spins are all alike: points, with exact intervals; exact laws
      \(panel.frame)
      \(panel.letter("b", terminal))
      set xlabel \(terminal.label("generation {/:Italic t}", tex: "generation $t$")) offset 0,0.3
      set ylabel \(terminal.label("fraction collapsed", tex: "fraction collapsed")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [0:\(data.maximum("generation", in: "fixed-anchor-collapsed"))]
      set yrange [-0.02:1.02]
      set key at graph 0.97,0.6 right center samplen 1 spacing 1.15
      plot \(points.joined(separator: ", \\\n  "))
      unset key
      unset label
      """
  }

  private static func laws(_ cases: [Case], _ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(2, of: 3)
    let alive = cases.filter { case_ in
      !data.rows(of: "fixed-anchor") {
        $0("source").description == case_.source && $0("anchor").description == case_.anchor
      }.isEmpty
    }
    let curves = alive.flatMap { case_ -> [String] in
      let x = "'data/fixed-anchor.csv' using (\(case_.filter) ? $3 : NaN)"
      return [
        Series.line(x, 6, steps: true, colour: case_.colour), Series.line(x, 7),
        Series.errorBars(x, value: 4, error: 5, colour: case_.colour),
        Series.points(x, 4, size: 0.3, colour: case_.colour),
      ]
    }
    let keys = [
      Series.pointKey(
        terminal.label("simulation", tex: "simulation"), size: 0.5, colour: "#606060"),
      Series.lineKey(terminal.label("exact", tex: "exact"), colour: "#606060"),
      Series.lineKey(terminal.label("Beta, {/:Italic M} → ∞", tex: "Beta, $M \\to \\infty$")),
    ]
    return """
      # (c) the stationary law of the frequency of up spins, where there is one
      \(panel.frame)
      \(panel.letter("c", terminal))
      set xlabel \(terminal.label(
        "(1 + {/:Italic φ̄}_1/{/:Italic N}) / 2", tex: "$(1 + \\bar\\phi_1/N)/2$")) offset 0,0.3
      set ylabel \(terminal.label("probability density", tex: "probability density")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [0:\(Axis.ceiling(visible(data)))]
      set yrange [0:\(Axis.ceiling(1.02 * data.maximum("density", in: "fixed-anchor")))]
      set key at graph 0.97,0.97 right top samplen 1.5 spacing 1.15
      plot \((curves + keys).joined(separator: ", \\\n  "))
      unset key
      unset label
      """
  }

  /// The largest frequency at which a density can still be seen.
  private static func visible(_ data: FigureData) -> Double {
    let highest = data.maximum("density", in: "fixed-anchor")
    return data.rows(of: "fixed-anchor") { $0("density").value > 2e-3 * highest }
      .map { $0("value").value }.max() ?? 1
  }
}
