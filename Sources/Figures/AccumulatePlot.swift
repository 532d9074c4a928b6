/// What becomes of the truth when data add up.
package enum AccumulatePlot: Figure {
  /// `accumulate`.
  package static let id = "accumulate"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "accumulate",
      columns: [
        "policy": .name, "generation": .count, "fraction": .nonnegative,
        "standard_error": .nonnegative, "exact": .nonnegative, "limit": .nonnegative,
      ]),
    FigureInput(
      "accumulate-gaussian",
      columns: [
        "policy": .name, "generation": .count, "variance": .nonnegative,
        "standard_error": .nonnegative, "exact": .nonnegative, "limit": .open,
      ]),
  ]

  /// Two panels side by side.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # Training on all data so far (X9).
    # Run this file with gnuplot in its own folder; it reads data/accumulate*.csv.
    \(terminal.preamble(id: id, width: 900, height: 400))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(surviving(data, terminal))
    \(Panel.reset)

    \(gaussian(data, terminal))

    unset multiplot
    unset output

    """
  }

  /// What a policy is called in the legend, and its colour.
  private static func entry(_ name: String, _ terminal: Terminal) -> (title: String, colour: String)
  {
    switch name {
    case "replace": (terminal.label("replace", tex: "replace"), Palette.cycle(1))
    case "accumulate": (terminal.label("accumulate", tex: "accumulate"), Palette.cycle(0))
    case "subsample":
      (
        terminal.label(
          "{/:Italic M} of all so far", tex: "$M$ of all so far"), Palette.cycle(3)
      )
    case "bootstrap":
      (
        terminal.label(
          "with replacement", tex: "with replacement"), Palette.cycle(5)
      )
    default: (terminal.label(name, tex: name), Palette.cycle(4))
    }
  }

  private static func curves(
    _ table: String, _ data: FigureData, _ terminal: Terminal
  ) -> [String] {
    data.names("policy", in: table).flatMap { name in
      let x = "'data/\(table).csv' using (strcol(1) eq '\(name)' ? $2 : NaN)"
      let (title, colour) = entry(name, terminal)
      return [
        Series.line(x, 5, width: 1, colour: colour),
        Series.errorBars(x, value: 3, error: 4, colour: colour),
        Series.points(x, 3, size: 0.5, colour: colour, title: title),
      ]
    }
  }

  private static func xAxis(_ terminal: Terminal) -> String {
    "set xlabel " + terminal.label("generation {/:Italic t}", tex: "generation $t$")
      + " offset 0,0.3"
  }

  private static func surviving(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(0, of: 2)
    let limits = data.distinctNumbers("limit", in: "accumulate").filter { $0 > 0 }.map {
      "\(Axis.plain($0)) with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle"
    }
    let key =
      "keyentry with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' title "
      + terminal.label("exact limits", tex: "exact limits")
    let all = data.rows(of: "accumulate") { $0("policy").description == "accumulate" }
      .first?("limit").value
    let last = data.maximum("generation", in: "accumulate")
    let label = all.map { limit in
      "set label 2 "
        + terminal.label(
          "sin({/:Italic x})/{/:Italic x},  {/:Italic x} = π/√{/:Italic M}:  \(Axis.decimals(limit, 4))",
          tex: "$\\sin(x)/x$, $x = \\pi/\\sqrt{M}$: \(Axis.decimals(limit, 4))")
        + " at graph 0.97,first \(Axis.plain(limit)) right offset 0,0.65"
    }
    return """
      # (a) what is left of the truth's variance: simulated (points) and exact (lines)
      \(panel.frame)
      \(panel.letter("a", terminal))
      \(xAxis(terminal))
      set ylabel \(terminal.label(
        "{/:Italic E V}({/:Italic φ̄_t}) / {/:Italic V}(truth)",
        tex: "$E\\,V(\\bar\\phi_t)/V(\\textrm{truth})$")) \
      offset \(terminal.axisLabelOffset),0
      set logscale x
      set xrange [0.9:\(Axis.plain(1.1 * Double(max(2, last))))]
      set yrange [0:1.02]
      set samples 2
      \(label ?? "")
      set key at graph 0.97,0.64 right top samplen 1.5 spacing 1.15
      plot \((limits + curves("accumulate", data, terminal) + [key]).joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }

  private static func gaussian(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(1, of: 2)
    let last = data.maximum("generation", in: "accumulate-gaussian")
    let limits = data.numbers("limit", in: "accumulate-gaussian").filter(\.isFinite)
    let limit = limits.first.map {
      [
        "\(Axis.plain($0)) with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle"
      ]
    }
    let real =
      "1 with lines linewidth 1.4 linecolor rgb '\(Palette.grey)' title "
      + terminal.label("the real data alone", tex: "the real data alone")
    let label = limits.first.map { limit in
      "set label 2 \(terminal.label("π²/6", tex: "$\\pi^2/6$"))"
        + " at graph 0.97,first \(Axis.plain(limit)) right offset 0,0.65"
    }
    let curves = curves("accumulate-gaussian", data, terminal)
    return """
      # (b) the variance of the mean of a Gaussian, in units of that of M real points
      \(panel.frame)
      \(panel.letter("b", terminal))
      \(xAxis(terminal))
      set ylabel \(terminal.label(
        "{/:Italic M} Var({/:Italic φ̄_t}) / {/:Italic σ}²",
        tex: "$M\\,\\mathrm{Var}(\\bar\\phi_t)/\\sigma^2$")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [0:\(Axis.plain(Double(last) + 0.5))]
      set logscale y
      set yrange [0.8:\(Axis.plain(1.3 * Double(max(10, last))))]
      set ytics (1, 2, 5, 10, 20, 50, 100, 1000, 10000)
      set samples 2
      \(label ?? "")
      set key at graph 0.03,0.96 left top samplen 1.5 spacing 1.15 reverse Left
      plot \(([real] + (limit ?? []) + curves).joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }
}
