/// How far weights put collapse off.
package enum WeightsPlot: Figure {
  /// `weights`.
  package static let id = "weights"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "weights-alive",
      columns: [
        "weights": .name, "samples": .count, "generation": .count, "alive": .fraction,
        "lower": .fraction, "upper": .fraction, "exact": .fraction,
      ]),
    FigureInput(
      "weights-time",
      columns: ["weights": .name, "samples": .count, "time": .nonnegative]),
    FigureInput(
      "weights-time-measured",
      columns: [
        "weights": .name, "samples": .count, "time": .nonnegative,
        "standard_error": .nonnegative, "exact": .nonnegative,
      ]),
  ]

  /// Two panels side by side.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # Weights on the loop's own samples (X10).
    # Run this file with gnuplot in its own folder; it reads data/weights*.csv.
    \(terminal.preamble(id: id, width: 900, height: 400))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(alive(data, terminal))
    \(Panel.reset)

    \(times(data, terminal))

    unset multiplot
    unset output

    """
  }

  /// What weights are called in the legend, and their colour.
  private static func entry(_ name: String, _ terminal: Terminal) -> (title: String, colour: String)
  {
    switch name {
    case "none": (terminal.label("no weights", tex: "no weights"), Palette.cycle(0))
    case "tilt": (terminal.label("a tilt", tex: "a tilt"), Palette.cycle(3))
    case "oracle":
      (
        terminal.label(
          "oracle, truth/model", tex: "oracle, truth/model"), Palette.cycle(1)
      )
    case "matched":
      (
        terminal.label(
          "oracle, truth/sample", tex: "oracle, truth/sample"), Palette.cycle(4)
      )
    default: (terminal.label(name, tex: name), Palette.cycle(4))
    }
  }

  /// Circles for the first M, squares, triangles and diamonds for the next.
  private static func pointType(_ index: Int) -> Int { [7, 5, 9, 13][index % 4] }

  private static func alive(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(0, of: 2)
    let sizes = data.distinct("samples", in: "weights-alive")
    let curves = data.names("weights", in: "weights-alive").flatMap { name in
      sizes.enumerated().flatMap { index, samples in
        let x =
          "'data/weights-alive.csv' using (strcol(1) eq '\(name)' && $2 == \(samples) ? $3 : NaN)"
        let colour = entry(name, terminal).colour
        return [
          Series.line(x, 7, width: 1, colour: colour),
          Series.bars(x, from: 5, to: 6, colour: colour),
          Series.points(x, 4, type: pointType(index), size: 0.45, colour: colour),
        ]
      }
    }
    let keys = sizes.enumerated().map { index, samples in
      "keyentry with points pointtype \(pointType(index)) pointsize 0.6 linecolor rgb '#606060' title "
        + terminal.label("{/:Italic M} = \(samples)", tex: "$M = \(samples)$")
    }
    let last = data.maximum("generation", in: "weights-alive")
    return """
      # (a) the fraction of runs alive: simulated (points, 95 % intervals) and exact (lines)
      \(panel.frame)
      \(panel.letter("a", terminal))
      set xlabel \(terminal.label("generation {/:Italic t}", tex: "generation $t$")) offset 0,0.3
      set ylabel \(terminal.label("fraction alive", tex: "fraction alive")) \
      offset \(terminal.axisLabelOffset),0
      set logscale x
      set xrange [0.9:\(Axis.plain(1.1 * Double(max(2, last))))]
      set yrange [-0.02:1.02]
      set key at graph 0.97,0.97 right top samplen 1.2 spacing 1.15
      plot \((curves + keys).joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }

  private static func times(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(1, of: 2)
    let curves = data.names("weights", in: "weights-time").flatMap { name in
      let filter = "strcol(1) eq '\(name)' ? $2 : NaN"
      let (title, colour) = entry(name, terminal)
      let x = "'data/weights-time-measured.csv' using (\(filter))"
      return [
        Series.line("'data/weights-time.csv' using (\(filter))", 3, width: 1, colour: colour),
        Series.errorBars(x, value: 3, error: 4, colour: colour),
        Series.points(x, 3, size: 0.55, colour: colour, title: title),
      ]
    }
    let never = terminal.label(
      "one fresh point a generation: never", tex: "one fresh point a generation: never")
    let last = data.maximum("samples", in: "weights-time")
    return """
      # (b) the mean time to collapse: simulated (points) and exact (lines)
      \(panel.frame)
      \(panel.letter("b", terminal))
      set xlabel \(terminal.label("samples {/:Italic M}", tex: "samples $M$")) offset 0,0.3
      set ylabel \(terminal.label(
        "mean generations to collapse", tex: "mean generations to collapse")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [1.5:\(Axis.plain(Double(max(3, last)) + 0.5))]
      set logscale y
      set format y \(terminal.powersOfTen)
      set yrange [1:\(Axis.plain(20 * data.maximum("time", in: "weights-time")))]
      set label 2 \(never) at graph 0.97,0.96 right
      set key at graph 0.03,0.88 left top samplen 1.2 spacing 1.15 reverse Left
      plot \(curves.joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }
}
