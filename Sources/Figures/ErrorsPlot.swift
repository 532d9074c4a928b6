/// Functional, sampling and learning error, without sampling and with it.
package enum ErrorsPlot: Figure {
  /// `errors`.
  package static let id = "errors"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "errors-expected",
      columns: [
        "family": .name, "fit": .name, "generation": .count, "divergence": .number,
        "exact": .number, "truth_divergence": .open,
      ]),
    FigureInput(
      "errors",
      columns: [
        "family": .name, "fit": .name, "generation": .count, "divergence": .number,
        "standard_error": .nonnegative, "exact": .open, "samples": .count,
      ]),
    FigureInput(
      "errors-alike",
      columns: [
        "family": .name, "fit": .name, "generation": .count, "alike": .fraction,
        "lower": .fraction, "upper": .fraction, "exact": .open,
      ]),
    FigureInput(
      "errors-gaussian",
      columns: [
        "fit": .name, "generation": .count, "variance": .nonnegative,
        "standard_error": .nonnegative, "exact": .nonnegative,
      ]),
  ]

  /// Two by two panels.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # Three sources of error, one by one and together (X14).
    # Run this file with gnuplot in its own folder; it reads data/errors*.csv.
    \(terminal.preamble(id: id, width: 900, height: 700))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot
    set logscale x
    set xrange [0.8:\(Axis.plain(1.25 * data.maximum("generation", in: "errors")))]

    \(divergence(data, terminal, isSampled: false))
    \(reset)

    \(divergence(data, terminal, isSampled: true))
    \(reset)

    \(alike(data, terminal))
    \(reset)

    \(gaussian(data, terminal))

    unset multiplot
    unset output

    """
  }

  private static let reset = """
    set xlabel '' font ''
    set ylabel '' font ''
    set autoscale y
    set format
    unset key
    unset label
    """

  private static let fits = ["complete", "restarted", "continued"]
  private static let families = ["coupled", "independent"]

  private static func colour(_ fit: String) -> String {
    switch fit {
    case "complete": Palette.blue
    case "restarted": Palette.red
    default: Palette.green
    }
  }

  /// Dashes where the family cannot hold the truth.
  private static func dash(_ family: String) -> String {
    family == "coupled" ? "" : " dashtype (6,3)"
  }

  private static func mark(_ family: String) -> Int { family == "coupled" ? 7 : 4 }

  /// Lines of the column `exact` and points of the column `value` of all six loops.
  private static func loops(
    _ data: FigureData, _ table: String, value: Int, exact: Int, bars: (String, String) -> String
  ) -> [String] {
    families.flatMap { family in
      fits.flatMap { fit -> [String] in
        let x =
          "'data/\(table).csv' using"
          + " (strcol(1) eq '\(family)' && strcol(2) eq '\(fit)' ? $3 : NaN)"
        let colour = colour(fit)
        let line =
          "\(x):\(exact) with lines linewidth 1\(dash(family)) linecolor rgb '\(colour)' notitle"
        // A fit that continues has no exact law where there is sampling.
        let isExact = !data.rows(of: table) {
          $0("family").description == family && $0("fit").description == fit
            && $0("exact").value.isFinite
        }.isEmpty
        return (isExact ? [line] : [])
          + [
            bars(x, colour),
            Series.points(x, value, type: mark(family), size: 0.5, colour: colour),
          ].filter { !$0.isEmpty }
      }
    }
  }

  private static func fitKeys(_ terminal: Terminal) -> [String] {
    let titles = ["complete": "fit complete", "restarted": "stopped, restarted"]
    return fits.map { fit in
      let title = titles[fit] ?? "stopped, continued"
      return Series.pointKey(terminal.label(title, tex: title), size: 0.6, colour: colour(fit))
    }
  }

  private static func familyKeys(_ terminal: Terminal) -> [String] {
    let titles = ["coupled": "family of the truth", "independent": "no coupling in the family"]
    return families.map { family in
      "keyentry with linespoints linewidth 1\(dash(family)) pointtype \(mark(family)) pointsize 0.6"
        + " linecolor rgb '\(Palette.grey)' title "
        + terminal.label(titles[family]!, tex: titles[family]!)
    }
  }

  private static func xLabel(_ terminal: Terminal) -> String {
    "set xlabel "
      + terminal.label("generation {/:Italic t}", tex: "generation $t$") + " offset 0,0.3"
  }

  /// The larger panel sets the axis of both.
  private static func divergence(
    _ data: FigureData, _ terminal: Terminal, isSampled: Bool
  ) -> String {
    let top = Axis.ceiling(
      1.15
        * max(
          data.maximum("divergence", in: "errors"),
          data.maximum("divergence", in: "errors-expected")))
    let panel = isSampled ? Panel.b : Panel.a
    let curves =
      isSampled
      ? loops(data, "errors", value: 4, exact: 6) {
        Series.errorBars($0, value: 4, error: 5, colour: $1)
      } : loops(data, "errors-expected", value: 4, exact: 5) { _, _ in "" }
    let keys = isSampled ? familyKeys(terminal) : fitKeys(terminal)
    let samples = Axis.plain(data.maximum("samples", in: "errors"))
    let title =
      isSampled
      ? terminal.label("{/:Italic M} = \(samples)", tex: "$M = \(samples)$")
      : terminal.label("{/:Italic M} = ∞", tex: "$M = \\infty$")
    return """
      # (\(isSampled ? "b" : "a")) how far the model is from the truth, \
      \(isSampled ? "with" : "without") sampling error
      \(panel.frame)
      \(panel.letter(isSampled ? "b" : "a", terminal))
      set label 2 \(title) at graph 0.96,0.93 right
      \(xLabel(terminal))
      set ylabel \(terminal.label(
        "{/:Italic E D}(model ‖ truth)  (nats)",
        tex: "$E\\,D(\\mathrm{model}\\,\\|\\,\\mathrm{truth})$ (nats)")) \
      offset \(terminal.axisLabelOffset),0
      set yrange [\(Axis.plain(-0.02 * top)):\(Axis.plain(top))]
      set key at graph 0.03,0.97 left top samplen 1.8 spacing 1.15 reverse Left
      plot \((curves + keys).joined(separator: ", \\\n  "))
      """
  }

  private static func alike(_ data: FigureData, _ terminal: Terminal) -> String {
    let curves = loops(data, "errors-alike", value: 4, exact: 7) {
      Series.bars($0, from: 5, to: 6, colour: $1)
    }
    return """
      # (c) how often all samples of a generation are alike
      \(Panel.c.frame)
      \(Panel.c.letter("c", terminal))
      \(xLabel(terminal))
      set ylabel \(terminal.label(
        "training sets of one kind", tex: "training sets of one kind")) \
      offset \(terminal.axisLabelOffset),0
      set yrange [-0.02:1.05]
      plot \(curves.joined(separator: ", \\\n  "))
      """
  }

  private static func gaussian(_ data: FigureData, _ terminal: Terminal) -> String {
    let range = Axis.range(of: data.numbers("exact", in: "errors-gaussian"))
    let curves = fits.flatMap { fit -> [String] in
      let x = "'data/errors-gaussian.csv' using (strcol(1) eq '\(fit)' ? $2 : NaN)"
      return [
        Series.line(x, 5, colour: colour(fit)),
        Series.errorBars(x, value: 3, error: 4, colour: colour(fit)),
        Series.points(x, 3, size: 0.5, colour: colour(fit)),
      ]
    }
    let titles = [
      ("complete", terminal.label("{/:Italic t}", tex: "$t$")),
      ("continued", terminal.label("{/:Italic a}^2{/:Italic t}", tex: "$a^2t$")),
      (
        "restarted",
        terminal.label(
          "{/:Italic a}^2(1 − {/:Italic a}^{2{/:Italic t}})/(1 − {/:Italic a}^2)",
          tex: "$a^2(1 - a^{2t})/(1 - a^2)$")
      ),
    ]
    let keys = titles.map { Series.lineKey($0.1, colour: colour($0.0)) }
    return """
      # (d) the mean of a Gaussian: the variance a²t, or what forgetting leaves of it
      \(Panel.d.frame)
      \(Panel.d.letter("d", terminal))
      \(xLabel(terminal))
      set ylabel \(terminal.label(
        "Var {/:Italic μ_t}  (units of {/:Italic σ}²/{/:Italic M})",
        tex: "Var $\\mu_t$ (units of $\\sigma^2/M$)")) \
      offset \(terminal.axisLabelOffset),0
      set logscale y
      set format y \(terminal.powersOfTen)
      set yrange [\(Axis.plain(0.5 * range.lowerBound)):\(Axis.plain(2 * range.upperBound))]
      set key at graph 0.03,0.97 left top samplen 1.8 spacing 1.25 reverse Left
      plot \((curves + keys).joined(separator: ", \\\n  "))
      """
  }
}
