/// Handwritten digits: what the figures of both experiments have in common.
enum DigitsPlot {
  /// The tables of the experiment called `id`; `own` are measures of its kind of model.
  static func inputs(_ id: String, own: [String] = []) -> [FigureInput] {
    let measures: KeyValuePairs<String, FigureInput.Content> = [
      "policy": .name, "samples": .count, "external": .count, "generation": .count,
      "variance": .nonnegative, "variance_error": .nonnegative, "variance_exact": .nonnegative,
      "misfit": .open, "misfit_error": .open, "classes": .nonnegative,
      "classes_error": .nonnegative, "fixed": .nonnegative, "fixed_error": .nonnegative,
      "rare": .fraction, "rare_error": .nonnegative, "rare_left": .fraction,
      "rare_left_error": .nonnegative,
    ]
    return [
      FigureInput(id, columns: measures, and: own.flatMap { [$0, "\($0)_error"] }),
      FigureInput(
        "\(id)-pictures",
        columns: [
          "policy": .name, "generation": .count, "picture": .count, "row": .count,
          "first": .count, "last": .count,
        ]),
      DigitDiagnosisPanels.input(id),
    ]
  }

  /// The grid of pictures.
  private static func grid(_ data: FigureData, _ id: String) -> DigitGrid {
    let pictures = "\(id)-pictures"
    let own = data.rows(of: pictures) { $0("policy").description != "truth" }
    let shown = Set(own.map { Int($0("generation").value) }).sorted()
    return DigitGrid(
      table: pictures, styles: DigitPolicies.styles(data, in: id), generations: shown,
      pictures: 1 + (own.map { Int($0("picture").value) }.max() ?? 0))
  }

  /// A measure of every policy against the generation.
  struct Measure {
    let column: String
    let title: String
    /// Lower and upper end of the axis.
    let range: (String, String)
    /// Whether an exact law stands beside it, in the column `…_exact`.
    var hasLaw = false
  }

  /// The whole figure: pictures above, rows of three panels below, the last of them what the pixels tell.
  ///
  /// - Parameters:
  ///   - model: what learns, in words.
  ///   - height: of the page, in points.
  ///   - grid: where the pictures are, in fractions of the page.
  ///   - rows: where each row of panels is.
  static func script(
    _ id: String, of model: String, _ measures: [Measure], height: Int,
    grid place: (bottom: Double, top: Double), rows: [(bottom: Double, top: Double)],
    _ data: FigureData, _ terminal: Terminal
  ) -> String {
    let letters = "abcdefghi".map(String.init)
    let panels = zip(measures.indices, measures).map { index, measure in
      let (column, row) = (Panel.column(index % 3, of: 3), rows[index / 3])
      return panel(
        Panel(left: column.left, right: column.right, bottom: row.bottom, top: row.top),
        letters[index], measure, data, id, terminal)
    }
    let diagnosis = DigitDiagnosisPanels(id: id, data: data, terminal: terminal)
      .script(Array(letters[measures.count...].prefix(3)), row: rows.last!)
    return """
      # Handwritten digits, learnt by \(model) and then by others from it.
      # Run this file with gnuplot in its own folder; it reads data/\(id)*.csv.
      \(terminal.preamble(id: id, width: 1000, height: height))
      set multiplot

      \(grid(data, id).script(
        Panel(left: 0.19, right: 0.99, bottom: place.bottom, top: place.top), page: (1000, Double(height)),
        terminal))

      set xtics autofreq
      set ytics autofreq
      \((panels + [diagnosis]).joined(separator: "\n\(Panel.reset)\n\n"))

      unset multiplot
      unset output

      """
  }

  /// A panel with one measure.
  private static func panel(
    _ panel: Panel, _ letter: String, _ measure: Measure, _ data: FigureData, _ id: String,
    _ terminal: Terminal
  ) -> String {
    func place(_ column: String) -> Int { 1 + (data.columns(of: id).firstIndex(of: column) ?? 0) }
    let value = place(measure.column)
    var series = DigitPolicies.styles(data, in: id).flatMap { style in
      let x =
        "'data/\(id).csv' using (strcol(1) eq '\(style.policy)' ? $\(place("generation")) : NaN)"
      var parts = [Series.points(x, value, size: 0.4, colour: style.colour)]
      parts.append(
        Series.errorBars(
          x, value: value, error: place("\(measure.column)_error"), colour: style.colour))
      parts.append(
        measure.hasLaw
          ? Series.line(x, place("variance_exact"), width: 1.6, colour: style.colour)
          : Series.line(x, value, width: 0.8, colour: style.colour))
      return parts
    }
    if measure.hasLaw {
      series.append(
        Series.pointKey(terminal.label("measured", tex: "measured"), size: 0.5, colour: "black"))
      let text = "exact, for exact fits"
      series.append(Series.lineKey(terminal.label(text, tex: text), width: 1.6))
    }
    return """
      \(panel.frame)
      set border 31 linewidth 0.8
      set tics nomirror scale 0.6
      \(panel.letter(letter, terminal))
      set xlabel \(terminal.label("generation {/:Italic t}", tex: "generation $t$")) offset 0,0.4
      set ylabel '\(measure.title)' offset \(terminal.axisLabelOffset),0
      set xrange [0:*]
      set yrange [\(measure.range.0):\(measure.range.1)]
      \(measure.hasLaw ? "set key at graph 0.98,0.99 right top samplen 1.5 maxrows 2" : "unset key")
      plot \(series.joined(separator: ", \\\n  "))
      unset label
      """
  }

  /// The measures that both figures show.
  static let common = [variance, classes, rare]

  private static let variance = Measure(
    column: "variance", title: "variance of the pixels that is left", range: ("0", "1.4"),
    hasLaw: true)
  private static let classes = Measure(
    column: "classes", title: "kinds of digits among its pictures", range: ("0", "10.5"))
  private static let rare = Measure(
    column: "rare_left", title: "generations with the rare digit", range: ("-0.03", "1.03"))
}
