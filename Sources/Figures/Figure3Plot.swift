/// Figure 3: the rate of a Poisson loop with one fresh point a generation.
public enum Figure3Plot: Figure {
  /// `fig3`.
  public static let id = "fig3"

  /// The densities, and the atoms at zero.
  public static let inputs = [
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
  ]

  /// One panel.
  public static func script(for data: FigureData, on terminal: Terminal) -> String {
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
    return """
      # Fig. 3: Poisson counts, one fresh point a generation, exponential prior; atoms at 0 apart.
      # Run this file with gnuplot in its own folder; it reads data/fig3*.csv.
      \(terminal.preamble(id: id, width: 640, height: 420))
      set border linewidth 0.8
      set tics nomirror scale 0.6
      set lmargin at screen 0.1
      set rmargin at screen 0.98
      set bmargin at screen 0.13
      set tmargin at screen 0.97
      set xlabel \(terminal.label("{/:Italic ϑ}", tex: "$\\vartheta$")) offset 0,0.3
      set ylabel \(terminal.label("probability density", tex: "probability density")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [0:\(Axis.ceiling(reach))]
      set yrange [0:\(max(2, Axis.ceiling(1.05 * highest)))]
      set key at graph 0.985,0.98 right top samplen 1.6 spacing 1.15
      plot \((curves + keys).joined(separator: ", \\\n  "))
      unset output

      """
  }

  /// The probability of zero, where it is large enough to matter.
  private static func atom(_ probability: Double) -> String {
    guard probability > 0.001 else { return "" }
    return "; P(0) = \(Axis.decimals(probability, 3))"
  }
}
