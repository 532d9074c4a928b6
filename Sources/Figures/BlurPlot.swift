/// Two classes that collapse.
package enum BlurPlot: Figure {
  /// `blur`.
  package static let id = "blur"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "blur",
      columns: [
        "fresh": .count, "generation": .count, "error": .fraction, "error_error": .nonnegative,
        "error_exact": .open, "overlap": .fraction, "overlap_error": .nonnegative,
        "overlap_exact": .open, "error_limit": .open,
      ]),
    FigureInput(
      "blur-end",
      columns: [
        "features": .count, "difference": .fraction, "same": .fraction, "lower": .fraction,
        "upper": .fraction, "exact": .fraction,
      ]),
    FigureInput(
      "blur-end-exact",
      columns: ["features": .count, "difference": .fraction, "same": .fraction]),
  ]

  /// Two panels side by side.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # Do classes blur together in a collapse (X15)?
    # Run this file with gnuplot in its own folder; it reads data/blur*.csv.
    \(terminal.preamble(id: id, width: 900, height: 400))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(errors(data, terminal))
    \(Panel.reset)

    \(ends(data, terminal))

    unset multiplot
    unset output

    """
  }

  private static func errors(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(0, of: 2)
    let curves = data.distinct("fresh", in: "blur").flatMap { fresh -> [String] in
      let x = "'data/blur.csv' using ($1 == \(fresh) ? $2 : NaN)"
      let isClosed = fresh == 0
      // With many features there are no exact values on the way.
      let isExact = data.hasNumber("error_exact", in: "blur", where: ("fresh", fresh))
      let dash = isClosed ? "" : " dashtype (6,3)"
      func curve(_ value: Int, _ colour: String, _ title: String) -> [String] {
        let line =
          "\(x):\(value + 2) with lines linewidth 1\(dash) linecolor rgb '\(colour)' notitle"
        return (isExact ? [line] : []) + [
          Series.errorBars(x, value: value, error: value + 1, colour: colour),
          Series.points(
            x, value, type: isClosed ? 7 : 4, size: 0.55, colour: colour,
            title: terminal.label(title, tex: title)),
        ]
      }
      let place = isClosed ? "" : fresh == 1 ? ", one fresh point" : ", \(fresh) fresh points"
      return curve(3, Palette.red, "error on the truth\(place)")
        + curve(6, Palette.blue, "overlap of the classes\(place)")
    }
    let limit =
      "'data/blur.csv' using ($1 == 0 ? $2 : NaN):9 with lines linewidth 0.8 dashtype (2,4)"
      + " linecolor rgb 'black' notitle"
    let top = Axis.ceiling(
      1.7 * max(data.maximum("error", in: "blur"), data.maximum("overlap", in: "blur")))
    return """
      # (a) error on points of the truth, and between the model's own classes
      \(panel.frame)
      \(panel.letter("a", terminal))
      set xlabel \(terminal.label("generation {/:Italic t}", tex: "generation $t$")) offset 0,0.3
      set ylabel \(terminal.label("probability of error", tex: "probability of error")) \
      offset \(terminal.axisLabelOffset),0
      set logscale x
      set xrange [0.8:\(Axis.plain(1.25 * data.maximum("generation", in: "blur")))]
      set yrange [0:\(Axis.plain(top))]
      set key at graph 0.03,0.97 left top samplen 1.2 spacing 1.15 reverse Left
      plot \((curves + [limit]).joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }

  private static func ends(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(1, of: 2)
    let numbers = data.distinct("features", in: "blur-end")
    let curves = numbers.enumerated().flatMap { index, features -> [String] in
      let colour = Palette.shade(index, of: numbers.count)
      let points = "'data/blur-end.csv' using ($1 == \(features) ? $2 : NaN)"
      let line = "'data/blur-end-exact.csv' using ($1 == \(features) ? $2 : NaN)"
      return [
        Series.line(line, 3, colour: colour),
        Series.bars(points, from: 4, to: 5, colour: colour),
        Series.points(
          points, 3, size: 0.6, colour: colour,
          title: terminal.label("{/:Italic F} = \(features)", tex: "$F = \(features)$")),
      ]
    }
    return """
      # (b) how often both classes are the same point in the end
      \(panel.frame)
      \(panel.letter("b", terminal))
      set xlabel \(terminal.label(
        "difference of the classes in the truth, {/:Italic p} − {/:Italic q}",
        tex: "difference of the classes in the truth, $p - q$")) offset 0,0.3
      set ylabel \(terminal.label(
        "probability to end as one point", tex: "probability to end as one point")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [-0.02:1.02]
      set yrange [0:*]
      set key at graph 0.97,0.97 right top samplen 1.5 spacing 1.15
      plot \(curves.joined(separator: ", \\\n  "))
      unset key
      unset label
      """
  }
}
