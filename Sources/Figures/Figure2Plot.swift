/// Figure 2: stationary laws of the field and of the coupling.
package enum Figure2Plot: Figure {
  /// `fig2`.
  package static let id = "fig2"

  /// The densities of both parameters.
  package static let inputs =
    ["fig2a", "fig2b"].map { table in
      FigureInput(
        table,
        columns: [
          "case": .name, "samples": .count, "theta": .number, "density": .nonnegative,
          "standard_error": .nonnegative, "limit": .nonnegative,
        ])
    } + [
      FigureInput(
        "fig2-limit",
        columns: ["case": .name, "parameter": .count, "theta": .number, "density": .nonnegative]),
      FigureInput(
        "fig2a-exact",
        columns: [
          "samples": .count, "theta": .number, "exact": .nonnegative, "limit": .nonnegative,
        ]),
      FigureInput(
        "fig2-distance",
        columns: ["samples": .count, "distance": .nonnegative, "scaled": .nonnegative]),
    ]

  /// Two panels side by side.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # Fig. 2: one data point (i), Gaussian priors (ii) or both (iii) prevent collapse.
    # Run this file with gnuplot in its own folder; it reads data/fig2*.csv.
    \(terminal.preamble(id: id, width: 1000, height: 400))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(panel("a", of: "1", least: 1.6, Panel.column(0, of: 2), data, terminal))

    \(panel("b", of: "2", least: 0.6, Panel.column(1, of: 2), data, terminal))

    unset multiplot
    unset output

    """
  }

  private static func panel(
    _ letter: String, of index: String, least height: Double, _ panel: Panel, _ data: FigureData,
    _ terminal: Terminal
  ) -> String {
    let table = "fig2\(letter)"
    let reach = data.numbers("theta", in: table).map(abs).max() ?? 1
    let highest =
      zip(
        data.numbers("density", in: table), data.numbers("standard_error", in: table)
      ).map { $0 + $1 }.max() ?? 1
    let cases = data.names("case", in: table)
    let simulations = cases.flatMap { self.simulations($0, table, data, terminal) }
    // Points last, so that nothing hides them.
    let steps = simulations.filter { $0.contains("histeps") }
    let points = simulations.filter { !$0.contains("histeps") }
    let limits = cases.map {
      Series.line(
        "'data/fig2-limit.csv' using (strcol(1) eq '\($0)' && $2 == \(index) ? $3 : NaN)", 4,
        width: 1.1)
    }
    let exact = index == "1" ? self.exact(data, terminal) : []
    let limitKey = Series.lineKey(terminal.label("Eq. 18", tex: "Eq.~(18)"), width: 1.1)
    let theta = terminal.label("{/:Italic θ}_\(index)", tex: "$\\theta_\(index)$")
    return """
      # (\(letter)) the density of parameter \(index): simulations in colour, Eq. 18 in black
      \(panel.frame)
      \(panel.letter(letter, terminal))
      set xlabel \(theta) offset 0,0.3
      set ylabel \(terminal.label("probability density", tex: "probability density")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [\(-Axis.ceiling(reach)):\(Axis.ceiling(reach))]
      set yrange [0:\(highest > height ? Axis.ceiling(1.05 * highest) : height)]
      set key at graph 0.985,0.98 right top samplen 1.6 spacing 1.1
      \(index == "1" ? distance(data, terminal) : "")
      plot \((steps + limits + points + exact + [limitKey]).joined(separator: ", \\\n  "))
      unset key
      unset label
      """
  }

  /// The exact law of case i in the same bins, small points on the squares.
  private static func exact(_ data: FigureData, _ terminal: Terminal) -> [String] {
    data.distinct("samples", in: "fig2a-exact").enumerated().map { index, m in
      Series.points(
        "'data/fig2a-exact.csv' using ($1 == \(m) ? $2 : NaN)", 3, size: 0.2, colour: "black",
        title: index == 0 ? terminal.label("i, exact", tex: "i, exact") : nil)
    }
  }

  /// How far the exact law of case i is from its limit.
  private static func distance(_ data: FigureData, _ terminal: Terminal) -> String {
    let samples = data.distinct("samples", in: "fig2a-exact").first ?? 0
    let row = data.rows(of: "fig2-distance") { Int($0("samples").value) == samples }.first
    guard let scaled = row?("scaled").value else { return "" }
    let value = Axis.decimals(scaled, 2)
    return "set label 2 "
      + terminal.label(
        "i: sup |{/:Italic F_M} − {/:Italic F}_∞| = \(value)/{/:Italic M}",
        tex: "i: $\\sup|F_M - F_\\infty| = \(value)/M$") + " at graph 0.03,0.95 left"
  }

  /// As in the paper: squares for case i, steps for the first M of the others and points for the next.
  private static func simulations(
    _ name: String, _ table: String, _ data: FigureData, _ terminal: Terminal
  ) -> [String] {
    let colour =
      ["i": Palette.lightBlue, "ii": Palette.purple, "iii": Palette.green][name]
      ?? Palette.grey
    return samples(of: name, table, data).enumerated().flatMap { index, m -> [String] in
      let x = "'data/\(table).csv' using (strcol(1) eq '\(name)' && $2 == \(m) ? $3 : NaN)"
      let title = terminal.label("\(name), {/:Italic M} = \(m)", tex: "\(name), $M = \(m)$")
      let bars = Series.errorBars(x, value: 4, error: 5, colour: colour)
      if name != "i", index == 0 {
        return [Series.line(x, 4, steps: true, width: 1.2, colour: colour, title: title), bars]
      }
      let type = name == "i" ? 5 : 7
      return [bars, Series.points(x, 4, type: type, size: 0.45, colour: colour, title: title)]
    }
  }

  private static func samples(of name: String, _ table: String, _ data: FigureData) -> [Int] {
    var seen = Set<Int>()
    return data.rows(of: table) { $0("case").description == name }
      .map { Int($0("samples").value) }.filter { seen.insert($0).inserted }
  }
}
