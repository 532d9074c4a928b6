/// What K fresh real points keep of the diversity, and how often a minority is absent, against K.
package enum BudgetPlot: Figure {
  /// What its files are called.
  package static let id = "budget"
  /// The curves at one or two weights, and the points in them that were asked for.
  package static let inputs = [
    FigureInput(
      "budget-curve",
      columns: [
        "weights": .name, "samples": .count, "minority": .fraction, "external": .count,
        "diversity": .fraction, "absent": .fraction,
      ]),
    FigureInput(
      "budget-marks",
      columns: ["external": .count, "diversity": .fraction, "absent": .fraction],
      mayBeEmpty: true),
  ]

  /// One panel: solid lines of points that count once, dashed ones of weighted points.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    let samples = Int(data.maximum("samples", in: "budget-curve"))
    let minority = Axis.plain(100 * data.maximum("minority", in: "budget-curve"))
    let names = data.names("weights", in: "budget-curve")
    let curves = names.flatMap { name in
      [
        curve(name, column: 5, Palette.blue, "diversity kept"),
        curve(name, column: 6, Palette.red, "\(minority) % minority absent"),
      ]
    }
    let hasMarks = !data.numbers("external", in: "budget-marks").isEmpty
    let marks = hasMarks ? [mark(column: 2, Palette.blue), mark(column: 3, Palette.red)] : []
    let most = Axis.plain(1.1 * data.maximum("external", in: "budget-curve"))
    let abscissa = terminal.label(
      "fresh real points in each generation {/:Italic K}, beside {/:Italic M} = \(samples) synthetic",
      tex: "fresh real points in each generation $K$, beside $M = \(samples)$ synthetic")
    return """
      # How much real data a loop needs.
      # Run this file with gnuplot in its own folder; it reads data/budget-*.csv.
      \(terminal.preamble(id: id, width: 760, height: 460))
      set border linewidth 0.8
      set tics nomirror scale 0.6
      set logscale x
      set xrange [0.9:\(most)]
      set yrange [-0.02:1.02]
      set grid ytics linewidth 0.4 linecolor rgb '#d0d0d0'
      set xlabel \(abscissa) offset 0,0.3
      set ylabel \(terminal.label("fraction", tex: "fraction")) \
      offset \(terminal.axisLabelOffset),0
      set key outside top center horizontal maxcols 2 samplen 2
      plot \((curves + marks).joined(separator: ", \\\n  "))
      unset output

      """
  }

  private static func curve(
    _ name: String, column: Int, _ colour: String, _ title: String
  ) -> String {
    let suffix =
      switch name {
      case "plain": ""
      case "best": ", best weight"
      default: ", weighted"
      }
    let file = "'data/budget-curve.csv' using (strcol(1) eq '\(name)' ? $4 : NaN)"
    return "\(file):\(column) with lines linewidth 1.6 dashtype \(name == "plain" ? 1 : 2)"
      + " linecolor rgb '\(colour)' title \(quoted(title + suffix))"
  }

  private static func mark(column: Int, _ colour: String) -> String {
    Series.points("'data/budget-marks.csv' using 1", column, size: 0.7, colour: colour)
  }
}
