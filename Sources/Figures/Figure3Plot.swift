import Documents

/// Figure 3: the rate of a Poisson loop with one fresh point a generation.
package enum Figure3Plot: Figure {
  /// `fig3`.
  package static let id = "fig3"

  /// The densities, and the atoms at zero.
  package static let inputs = [
    FigureInput(
      "fig3",
      columns: [
        "truth": .number, "rate": .number, "value": .number, "density": .nonnegative,
        "standard_error": .nonnegative, "exact": .nonnegative, "limit": .nonnegative,
      ]),
    FigureInput(
      "fig3-limit",
      columns: ["truth": .number, "rate": .number, "value": .number, "density": .nonnegative]),
    FigureInput(
      "fig3-summary",
      columns: ["truth": .number, "rate": .number, "atom": .fraction, "atom_exact": .fraction]),
    FigureInput(
      "fig3-distance",
      columns: ["truth": .number, "rate": .number, "samples": .count, "distance": .nonnegative]),
  ]

  /// The densities, and beside them the distances from the limit.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    let cases = data.rows(of: "fig3-summary") { _ in true }.map { row in
      (truth: row("truth"), rate: row("rate"), atom: row("atom_exact").value)
    }
    let reach = data.maximum("value", in: "fig3")
    // As in the paper to 2, unless a maximum inside is higher; some laws are infinite at 0.
    let highest =
      zip(data.numbers("value", in: "fig3"), data.numbers("limit", in: "fig3"))
      .filter { $0.0 > 0.05 * reach }.map(\.1).max() ?? 2
    let curves = cases.enumerated().flatMap { index, case_ -> [String] in
      let colour = Palette.cycle([1, 0, 3, 4][index % 4])
      let x = "'data/fig3.csv' using ($1 == \(case_.truth) && $2 == \(case_.rate) ? $3 : NaN)"
      let title = terminal.label(
        "{/:Italic ϑ}_{0} = \(case_.truth), {/:Italic λ} = \(case_.rate)\(atom(case_.atom))",
        tex: "$\\vartheta_0 = \(case_.truth)$, $\\lambda = \(case_.rate)$\(atom(case_.atom))")
      let limit = x.replacing("fig3.csv", with: "fig3-limit.csv")
      return [
        Series.line(x, 6, steps: true, colour: colour), Series.line(limit, 4, width: 1.1),
        Series.errorBars(x, value: 4, error: 5, colour: colour),
        Series.points(
          x, 4, type: [5, 7, 9, 13][index % 4], size: 0.55, colour: colour, title: title),
      ]
    }
    let keys = [
      Series.lineKey(
        terminal.label("exact, in bins", tex: "exact, in bins"), colour: "#606060"),
      Series.lineKey(terminal.label("Gamma, Eq. C3", tex: "Gamma, Eq.~(C3)"), width: 1.1),
    ]
    let left = Panel(left: 0.075, right: 0.63, bottom: 0.13, top: 0.97)
    return """
      # Fig. 3: Poisson counts, one fresh point a generation, exponential prior; atoms at 0 apart.
      # Run this file with gnuplot in its own folder; it reads data/fig3*.csv.
      \(terminal.preamble(id: id, width: 900, height: 420))
      set border linewidth 0.8
      set tics nomirror scale 0.6
      set multiplot
      # (a) the density of the rate: simulated, exact, and in the limit
      \(left.frame)
      \(left.letter("a", terminal))
      set xlabel \(terminal.label("{/:Italic ϑ}", tex: "$\\vartheta$")) offset 0,0.3
      set ylabel \(terminal.label("probability density", tex: "probability density")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [0:\(Axis.ceiling(reach))]
      set yrange [0:\(max(2, Axis.ceiling(1.05 * highest)))]
      set key at graph 0.985,0.98 right top samplen 1.6 spacing 1.15
      plot \((curves + keys).joined(separator: ", \\\n  "))
      unset key
      unset label
      \(Panel.reset)

      \(distances(cases.map { ($0.truth, $0.rate) }, data, terminal))

      unset multiplot
      unset output

      """
  }

  private static func distances(
    _ cases: [(truth: Table.Cell, rate: Table.Cell)], _ data: FigureData, _ terminal: Terminal
  ) -> String {
    let panel = Panel(left: 0.73, right: 0.985, bottom: 0.13, top: 0.97)
    let curves = cases.enumerated().map { index, case_ in
      "'data/fig3-distance.csv' using ($1 == \(case_.truth) && $2 == \(case_.rate) ? $3 : NaN):4"
        + " with linespoints linewidth 1 pointtype \([5, 7, 9, 13][index % 4]) pointsize 0.6"
        + " linecolor rgb '\(Palette.cycle([1, 0, 3, 4][index % 4]))' notitle"
    }
    let samples = data.numbers("samples", in: "fig3-distance")
    let values = data.numbers("distance", in: "fig3-distance").filter { $0 > 0 }
    let (x, y) = (
      Axis.decades((samples.min() ?? 1)...(samples.max() ?? 1), room: 1.3),
      Axis.decades((values.min() ?? 0.01)...(values.max() ?? 1), room: 1.5)
    )
    // A guide of slope −1 through the smallest value.
    let guide = Axis.plain((values.min() ?? 1) * (samples.max() ?? 1))
    return """
      # (b) the largest distance between the exact distribution function and that of the limit
      \(panel.frame)
      \(panel.letter("b", terminal))
      set xlabel \(terminal.label("{/:Italic M}", tex: "$M$")) offset 0,0.3
      set ylabel \(terminal.label(
        "distance from the Gamma law", tex: "distance from the Gamma law")) \
      offset \(terminal.axisLabelOffset),0
      set logscale xy 10
      set format x \(terminal.powersOfTen)
      set format y \(terminal.powersOfTen)
      set xrange [\(Axis.plain(x.lowerBound)):\(Axis.plain(x.upperBound))]
      set yrange [\(Axis.plain(y.lowerBound)):\(Axis.plain(y.upperBound))]
      set key at graph 0.05,0.04 left bottom reverse Left samplen 1.6
      plot \(guide)/x with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' title \
        \(terminal.label("∝ 1/{/:Italic M}", tex: "$\\propto 1/M$")), \
        \(curves.joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }

  /// The probability of zero, where it is large enough to matter.
  private static func atom(_ probability: Double) -> String {
    guard probability > 0.001 else { return "" }
    return "; P(0) = \(Axis.decimals(probability, 3))"
  }
}
