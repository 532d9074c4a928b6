/// How far from the truth K external points a generation keep a loop.
package enum DosePlot: Figure {
  /// `dose`.
  package static let id = "dose"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "dose",
      columns: [
        "family": .name, "parameters": .count, "points": .count, "forward": .number,
        "forward_error": .number, "reverse": .number, "reverse_error": .number, "sum": .number,
        "sum_error": .number, "predicted": .number,
      ]),
    FigureInput(
      "dose-approach",
      columns: ["family": .name, "points": .count, "samples": .count, "ratio": .number]),
    FigureInput(
      "dose-variance",
      columns: [
        "quadratic": .nonnegative, "points": .nonnegative, "samples": .count, "ratio": .number,
      ]),
  ]

  /// Three panels side by side.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # What K external points a generation buy (X5, X13).
    # Run this file with gnuplot in its own folder; it reads data/dose*.csv.
    \(terminal.preamble(id: id, width: 1200, height: 400))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(doses(data, terminal))
    \(Panel.reset)

    \(approach(data, terminal))
    \(Panel.reset)

    \(variances(data, terminal))

    unset multiplot
    unset output

    """
  }

  /// What a family is called in the legend.
  private static func title(_ name: String) -> String {
    switch name {
    case "gaussian-mean": "Gaussian, mean free"
    case "gaussian": "Gaussian, all free"
    case "gaussian-vector": "in three dimensions"
    case "spins": "two spins"
    default: name
    }
  }

  private static func doses(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(0, of: 3)
    let curves = data.names("family", in: "dose").enumerated().flatMap { index, name in
      let x = "'data/dose.csv' using (strcol(1) eq '\(name)' ? $3 : NaN)"
      let colour = Palette.cycle(index)
      let parameters =
        data.rows(of: "dose") { $0("family").description == name }.first?("parameters").value ?? 0
      let count = Axis.plain(parameters)
      return [
        Series.line(x, 10, width: 1, colour: colour),
        Series.errorBars(x, value: 8, error: 9, colour: colour),
        Series.points(
          x, 8, type: name == "gaussian-mean" ? 6 : 7, size: name == "gaussian-mean" ? 1.1 : 0.6,
          colour: colour,
          title: terminal.label(
            "\(title(name)), {/:Italic D} = \(count)", tex: "\(title(name)), $D = \(count)$")),
      ]
    }
    let sums = data.numbers("sum", in: "dose") + data.numbers("predicted", in: "dose")
    let positive = sums.filter { $0 > 0 && $0.isFinite }
    let range = Axis.decades(
      (positive.min() ?? 0.01)...(positive.max() ?? 1), room: 1.5)
    return """
      # (a) both divergences against the number of external points: simulated, and D/(2K)
      \(panel.frame)
      \(panel.letter("a", terminal))
      set xlabel \(terminal.label(
        "external points a generation, {/:Italic K}", tex: "external points a generation, $K$")) \
      offset 0,0.3
      set ylabel \(terminal.label(
        "{/:Italic D}({/:Italic p}*‖{/:Italic p}) + {/:Italic D}({/:Italic p}‖{/:Italic p}*)  (nats)",
        tex: "$D(p^*\\Vert p) + D(p\\Vert p^*)$ (nats)")) offset \(terminal.axisLabelOffset),0
      set logscale xy 10
      set format y \(terminal.powersOfTen)
      set xtics (1,2,4,8,16,32,64,128,256,512)
      set xrange [0.8:\(Axis.plain(1.25 * data.maximum("points", in: "dose")))]
      set yrange [\(Axis.plain(range.lowerBound)):\(Axis.plain(20 * range.upperBound))]
      set key at graph 0.97,0.97 right top samplen 1 spacing 1.1
      plot \(curves.joined(separator: ", \\\n  ")), \\
        \(Series.lineKey(
          terminal.label("{/:Italic D}/(2{/:Italic K})", tex: "$D/(2K)$"), width: 1))
      unset key
      unset label
      unset logscale
      """
  }

  private static func samplesAxis(
    _ table: String, _ data: FigureData, _ terminal: Terminal
  ) -> String {
    let samples = data.numbers("samples", in: table)
    let range = Axis.decades((samples.min() ?? 1)...(samples.max() ?? 1), room: 1.3)
    return """
      set xlabel \(terminal.label(
      "synthetic points a generation, {/:Italic M}", tex: "synthetic points a generation, $M$")) \
      offset 0,0.3
      set logscale x 10
      set format x \(terminal.powersOfTen)
      set xrange [\(Axis.plain(range.lowerBound)):\(Axis.plain(range.upperBound))]
      """
  }

  private static func approach(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(1, of: 3)
    let points = data.distinct("points", in: "dose-approach")
    let curves = data.names("family", in: "dose-approach").enumerated().flatMap { index, name in
      points.enumerated().map { place, k in
        """
        'data/dose-approach.csv' using (strcol(1) eq '\(name)' && $2 == \(k) ? $3 : NaN):4 with \
        linespoints linewidth 1 pointsize 0.5 pointtype \(index == 0 ? 7 : 6) linecolor rgb \
        '\(Palette.shade(place, of: points.count))' title \
        \(terminal.label(
          "\(title(name)), {/:Italic K} = \(k)", tex: "\(title(name)), $K = \(k)$"))
        """
      }
    }
    return """
      # (b) the approach to the limit of infinitely many synthetic points, exactly
      \(panel.frame)
      \(panel.letter("b", terminal))
      \(samplesAxis("dose-approach", data, terminal))
      set ylabel \(terminal.label(
        "divergences over {/:Italic D}/(2{/:Italic K})", tex: "divergences over $D/(2K)$")) \
      offset \(terminal.axisLabelOffset),0
      set yrange [0:*]
      set key at graph 0.97,0.04 right bottom samplen 1 spacing 1.1
      plot 1 with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle, \\
        \(curves.joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }

  private static func variances(_ data: FigureData, _ terminal: Terminal) -> String {
    let panel = Panel.column(2, of: 3)
    let points = data.numbers("points", in: "dose-variance").reduce(into: [Double]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let v2 = data.numbers("quadratic", in: "dose-variance").first ?? 1
    let curves = points.enumerated().map { place, k in
      let value = Axis.plain(k)
      let relation = k < v2 ? "<" : k > v2 ? ">" : "="
      return
        "'data/dose-variance.csv' using (abs($2 - \(value)) < 1e-4*$2 ? $3 : NaN):4 with linespoints"
        + " linewidth 1 pointsize 0.5 pointtype 7 linecolor rgb '\(Palette.cycle(place))' title "
        + terminal.label(
          "{/:Italic K} = \(value) \(relation) {/:Italic v}_2",
          tex: "$K = \(value) \(relation) v_2$")
    }
    return """
      # (c) the variance of the mean of Gamma variables: more synthetic data lower it iff K > v2
      \(panel.frame)
      \(panel.letter("c", terminal))
      \(samplesAxis("dose-variance", data, terminal))
      set ylabel \(terminal.label(
        "variance over its limit, {/:Italic v}_2 = \(Axis.plain(v2))",
        tex: "variance over its limit, $v_2 = \(Axis.plain(v2))$")) \
      offset \(terminal.axisLabelOffset),0
      set yrange [0:*]
      set key at graph 0.97,0.97 right top samplen 1 spacing 1.1
      plot 1 with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle, \\
        \(curves.joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }
}
