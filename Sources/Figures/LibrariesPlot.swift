/// What four habits of libraries do to a closed loop.
package enum LibrariesPlot: Figure {
  /// `libraries`.
  package static let id = "libraries"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "libraries-floor",
      columns: [
        "divisor": .name, "multiple": .nonnegative, "probability": .fraction, "lower": .fraction,
        "upper": .fraction, "exact": .number, "limit": .number,
      ]),
    FigureInput(
      "libraries-kernel",
      columns: [
        "bandwidth": .name, "generation": .count, "mean": .nonnegative,
        "standard_error": .nonnegative, "median": .nonnegative, "exact": .nonnegative,
      ]),
    FigureInput(
      "libraries-smoothing",
      columns: [
        "constant": .nonnegative, "share": .fraction, "density": .nonnegative,
        "standard_error": .nonnegative, "exact": .nonnegative, "limit": .nonnegative,
      ]),
    FigureInput(
      "libraries-squared",
      columns: [
        "samples": .count, "start": .nonnegative, "probability": .fraction, "lower": .fraction,
        "upper": .fraction, "exact": .number,
      ]),
  ]

  /// Two by two panels.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # What libraries do in a closed loop (A1–A4).
    # Run this file with gnuplot in its own folder; it reads data/libraries-*.csv.
    \(terminal.preamble(id: id, width: 900, height: 700))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(floor(data, terminal))
    \(reset)

    \(kernels(data, terminal))
    \(reset)

    \(smoothing(data, terminal))
    \(reset)

    \(squared(data, terminal))

    unset multiplot
    unset output

    """
  }

  private static let reset = """
    unset logscale
    unset key
    unset label
    \(Panel.reset)
    """

  private static func floor(_ data: FigureData, _ terminal: Terminal) -> String {
    let divisors = [("points", Palette.blue, "M"), ("freedom", Palette.red, "M − 1")]
    let curves = divisors.flatMap { name, colour, divisor -> [String] in
      let x = "'data/libraries-floor.csv' using (strcol(1) eq '\(name)' ? $2 : NaN)"
      return [
        "\(x):7 with lines linewidth 0.9 dashtype (4,4) linecolor rgb '\(colour)' notitle",
        Series.line(x, 6, colour: colour),
        Series.bars(x, from: 4, to: 5, colour: colour),
        Series.points(
          x, 3, size: 0.5, colour: colour,
          title: terminal.label(
            "divisor {/:Italic \(divisor)}",
            tex: "divisor $\(divisor.replacing("−", with: "-"))$")),
      ]
    }
    let range = Axis.decades(
      (data.numbers("multiple", in: "libraries-floor").min() ?? 0.1)...data.maximum(
        "multiple", in: "libraries-floor"), room: 1.2)
    return """
      # (a) a constant added to the variance: a tail without variance, or without mean
      \(Panel.a.frame)
      \(Panel.a.letter("a", terminal))
      set xlabel \(terminal.label(
        "{/:Italic x}", tex: "$x$")) offset 0,0.3
      set ylabel \(terminal.label(
        "{/:Italic P}({/:Italic v} > {/:Italic x εM})", tex: "$P(v > x\\,\\varepsilon M)$")) \
      offset \(terminal.axisLabelOffset),0
      set logscale xy
      set format xy \(terminal.powersOfTen)
      set xrange [\(Axis.plain(range.lowerBound)):\(Axis.plain(range.upperBound))]
      set yrange [0.0002:1.5]
      set key at graph 0.03,0.06 left bottom samplen 1.5 spacing 1.15 reverse Left
      plot \(curves.joined(separator: ", \\\n  "))
      """
  }

  private static func kernels(_ data: FigureData, _ terminal: Terminal) -> String {
    let kinds = [
      ("relative", Palette.red, "relative to the data"), ("fixed", Palette.blue, "fixed"),
      ("pool", Palette.green, "fixed, all data kept"),
    ]
    let curves = kinds.flatMap { name, colour, title -> [String] in
      let x = "'data/libraries-kernel.csv' using (strcol(1) eq '\(name)' ? $2 : NaN)"
      return [
        Series.line(x, 6, colour: colour),
        Series.points(x, 5, type: 6, size: 0.5, colour: colour),
        Series.errorBars(x, value: 3, error: 4, colour: colour),
        Series.points(
          x, 3, size: 0.5, colour: colour, title: terminal.label(title, tex: title)),
      ]
    }
    let table = "libraries-kernel"
    let values = (data.numbers("mean", in: table) + data.numbers("median", in: table))
      .filter { $0 > 0 }
    let range = Axis.decades((values.min() ?? 0.5)...(values.max() ?? 2), room: 1.5)
    return """
      # (b) kernel estimates: the bandwidth in units of the data, fixed, and with all data kept
      \(Panel.b.frame)
      \(Panel.b.letter("b", terminal))
      set xlabel \(terminal.label("generation {/:Italic t}", tex: "generation $t$")) offset 0,0.3
      set ylabel \(terminal.label("variance", tex: "variance")) \
      offset \(terminal.axisLabelOffset),0
      set logscale xy
      set format xy \(terminal.powersOfTen)
      set xrange [0.8:\(Axis.plain(1.25 * data.maximum("generation", in: table)))]
      set yrange [\(Axis.plain(range.lowerBound)):\(Axis.plain(range.upperBound))]
      set key at graph 0.03,0.97 left top samplen 1.5 spacing 1.15 reverse Left
      plot \(curves.joined(separator: ", \\\n  "))
      """
  }

  private static func smoothing(_ data: FigureData, _ terminal: Terminal) -> String {
    let constants = data.distinctNumbers("constant", in: "libraries-smoothing")
    let colours = [Palette.red, Palette.blue, Palette.green]
    let curves = constants.enumerated().flatMap { index, α -> [String] in
      let colour = colours[index % colours.count]
      let x =
        "'data/libraries-smoothing.csv' using (abs($1 - \(Axis.plain(α))) < 1e-6 ? $2 : NaN)"
      return [
        "\(x):6 with lines linewidth 0.9 dashtype (4,4) linecolor rgb '\(colour)' notitle",
        Series.line(x, 5, colour: colour),
        Series.errorBars(x, value: 3, error: 4, colour: colour),
        Series.points(
          x, 3, size: 0.45, colour: colour,
          title: terminal.label(
            "{/:Italic α} = \(Axis.plain(α))", tex: "$\\alpha = \(Axis.plain(α))$")),
      ]
    }
    return """
      # (c) a constant added to the counts of two symbols
      \(Panel.c.frame)
      \(Panel.c.letter("c", terminal))
      set xlabel \(terminal.label("probability {/:Italic p}", tex: "probability $p$")) offset 0,0.3
      set ylabel \(terminal.label("density", tex: "density")) offset \(terminal.axisLabelOffset),0
      set xrange [0:1]
      set yrange [0:*]
      set key at graph 0.5,0.97 center top samplen 1.5 spacing 1.15 reverse Left
      plot \(curves.joined(separator: ", \\\n  "))
      """
  }

  private static func squared(_ data: FigureData, _ terminal: Terminal) -> String {
    let numbers = data.distinct("samples", in: "libraries-squared")
    let curves = numbers.enumerated().flatMap { index, samples -> [String] in
      let colour = Palette.shade(index, of: numbers.count)
      let x = "'data/libraries-squared.csv' using ($1 == \(samples) ? $2 : NaN)"
      return [
        Series.line(x, 6, colour: colour),
        Series.bars(x, from: 4, to: 5, colour: colour),
        Series.points(
          x, 3, size: 0.55, colour: colour,
          title: terminal.label("{/:Italic M} = \(samples)", tex: "$M = \(samples)$")),
      ]
    }
    let starts = data.numbers("start", in: "libraries-squared")
    return """
      # (d) samples that take the variance for the standard deviation
      \(Panel.d.frame)
      \(Panel.d.letter("d", terminal))
      set xlabel \(terminal.label(
        "first variance {/:Italic v}_0", tex: "first variance $v_0$")) offset 0,0.3
      set ylabel \(terminal.label(
        "probability to end at 0", tex: "probability to end at 0")) \
      offset \(terminal.axisLabelOffset),0
      set logscale x
      set xtics (0.5, 1, 2)
      set xrange [\(Axis.plain(0.95 * (starts.min() ?? 0.4))):\(Axis.plain(1.05 * (starts.max() ?? 2.5)))]
      set yrange [-0.03:1.05]
      set key at graph 0.97,0.97 right top samplen 1.5 spacing 1.15
      plot \(curves.joined(separator: ", \\\n  "))
      """
  }
}
