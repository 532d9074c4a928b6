import Documents

/// Boltzmann machines in a closed loop, unit by unit and as a whole.
package enum MachinesPlot: Figure {
  /// `machines`.
  package static let id = "machines"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "machines-units",
      columns: [
        "fit": .name, "visible": .count, "hidden": .count, "samples": .count, "time": .nonnegative,
        "variance": .nonnegative, "standard_error": .nonnegative, "exact": .nonnegative,
      ]),
    FigureInput(
      "machines-dead",
      columns: [
        "policy": .name, "time": .nonnegative, "dead": .fraction, "lower": .fraction,
        "upper": .fraction, "exact": .fraction, "collapsed": .fraction,
        "collapsed_lower": .fraction, "collapsed_upper": .fraction,
      ]),
    FigureInput(
      "machines-joint",
      columns: [
        "policy": .name, "time": .nonnegative, "entropy": .nonnegative,
        "entropy_error": .nonnegative, "divergence": .nonnegative,
        "divergence_error": .nonnegative, "entropy_truth": .nonnegative,
      ]),
  ]

  /// Four panels.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    """
    # Boltzmann machines in a closed loop (X12).
    # Run this file with gnuplot in its own folder; it reads data/machines*.csv.
    \(terminal.preamble(id: id, width: 900, height: 720))
    set border linewidth 0.8
    set tics nomirror scale 0.6
    set multiplot

    \(units(data, terminal))
    \(Panel.reset)

    \(dead(data, terminal))
    \(Panel.reset)

    \(entropy(data, terminal))
    \(Panel.reset)

    \(divergence(data, terminal))

    unset multiplot
    unset output

    """
  }

  private static func xAxis(_ terminal: Terminal) -> String {
    "set xlabel "
      + terminal.label(
        "time {/:Italic τ} = {/:Italic t}/{/:Italic M}", tex: "time $\\tau = t/M$")
      + " offset 0,0.3\nset xrange [0:*]"
  }

  // MARK: - Units

  /// One loop of the first panel.
  private struct Loop: Hashable {
    let fit: String
    let visible: Int
    let hidden: Int
    let samples: Int

    init(_ row: (String) -> Table.Cell) {
      fit = row("fit").description
      visible = Int(row("visible").value)
      hidden = Int(row("hidden").value)
      samples = Int(row("samples").value)
    }

    func title(_ terminal: Terminal) -> String {
      let early = fit == "early" ? ", stopped early" : ""
      return terminal.label(
        "\(visible) + \(hidden) units, {/:Italic M} = \(samples)\(early)",
        tex: "$\(visible) + \(hidden)$ units, $M = \(samples)$\(early)")
    }
  }

  private static func units(_ data: FigureData, _ terminal: Terminal) -> String {
    var seen = Set<Loop>()
    let loops = data.rows(of: "machines-units") { _ in true }.map(Loop.init)
      .filter { seen.insert($0).inserted }
    let curves = loops.enumerated().flatMap { index, loop in
      let x =
        "'data/machines-units.csv' using (strcol(1) eq '\(loop.fit)' && $2 == \(loop.visible)"
        + " && $3 == \(loop.hidden) && $4 == \(loop.samples) ? $5 : NaN)"
      let colour = Palette.cycle(index)
      let isEarly = loop.fit == "early"
      return
        (isEarly
        ? [] : [Series.line(x, 8, width: 0.8)])
        + [
          Series.errorBars(x, value: 6, error: 7, colour: colour),
          Series.points(
            x, 6, type: [7, 5, 9, 13, 11, 6][index % 6], size: 0.55, colour: colour,
            title: loop.title(terminal)),
        ]
    }
    let exact = terminal.label(
      "(1 − 1/{/:Italic M})^{{/:Italic t}}", tex: "$(1 - 1/M)^t$")
    return """
      # (a) the variance left in a unit, whatever the hidden units: simulated (points) and exact (lines)
      \(Panel.a.frame)
      \(Panel.a.letter("a", terminal))
      \(xAxis(terminal))
      set ylabel \(terminal.label(
        "{/:Italic E}(1 − {/:Italic m}^2)", tex: "$E(1 - m^2)$")) \
      offset \(terminal.axisLabelOffset),0
      set logscale y
      set format y \(terminal.powersOfTen)
      set yrange [1e-4:1.5]
      set key at graph 0.03,0.03 left bottom samplen 1.2 spacing 1.15 reverse Left
      plot \((curves + [Series.lineKey(exact, width: 0.8)]).joined(separator: ", \\\n  "))
      unset key
      unset label
      unset logscale
      """
  }

  // MARK: - Policies

  /// What a policy is called in the legend, and its colour.
  private static func entry(_ name: String, _ terminal: Terminal) -> (title: String, colour: String)
  {
    func label(_ text: String) -> String { terminal.label(text, tex: text) }
    switch name {
    case "replace": return (label("replace"), Palette.cycle(1))
    case "fresh": return (label("one fresh point"), Palette.cycle(0))
    case "fixed": return (label("one fixed point"), Palette.cycle(5))
    case "penalty":
      return (terminal.label("L2, nothing fresh", tex: "$L^2$, nothing fresh"), Palette.cycle(3))
    default: return (label(name), Palette.cycle(4))
    }
  }

  private static func dead(_ data: FigureData, _ terminal: Terminal) -> String {
    let curves = data.names("policy", in: "machines-dead").flatMap { name in
      let x = "'data/machines-dead.csv' using (strcol(1) eq '\(name)' ? $2 : NaN)"
      let (title, colour) = entry(name, terminal)
      return [
        Series.line(x, 6, width: 1, colour: colour),
        Series.bars(x, from: 4, to: 5, colour: colour),
        Series.points(x, 3, size: 0.55, colour: colour, title: title),
        Series.bars(x, from: 8, to: 9, colour: colour),
        Series.points(x, 7, type: 4, size: 0.5, colour: colour),
      ]
    }
    let keys = [
      "keyentry with points pointtype 7 pointsize 0.55 linecolor rgb '#606060' title "
        + terminal.label("one unit", tex: "one unit"),
      "keyentry with points pointtype 4 pointsize 0.5 linecolor rgb '#606060' title "
        + terminal.label("all units", tex: "all units"),
    ]
    return """
      # (b) the fraction of runs with a unit constant, and with all: simulated (points) and exact (lines)
      \(Panel.b.frame)
      \(Panel.b.letter("b", terminal))
      \(xAxis(terminal))
      set ylabel \(terminal.label("fraction of runs, constant", tex: "fraction of runs, constant")) \
      offset \(terminal.axisLabelOffset),0
      set yrange [-0.02:1.02]
      set key at graph 0.98,0.55 right top samplen 0.8 spacing 1.15
      plot \((curves + keys).joined(separator: ", \\\n  "))
      unset key
      unset label
      """
  }

  private static func curves(
    value: Int, error: Int, _ data: FigureData, _ terminal: Terminal
  ) -> [String] {
    data.names("policy", in: "machines-joint").flatMap { name in
      let x = "'data/machines-joint.csv' using (strcol(1) eq '\(name)' ? $2 : NaN)"
      let (title, colour) = entry(name, terminal)
      return [
        Series.line(x, value, width: 0.6, colour: colour),
        Series.errorBars(x, value: value, error: error, colour: colour),
        Series.points(x, value, size: 0.55, colour: colour, title: title),
      ]
    }
  }

  private static func entropy(_ data: FigureData, _ terminal: Terminal) -> String {
    """
    # (c) the entropy of the machine over that of the truth
    \(Panel.c.frame)
    \(Panel.c.letter("c", terminal))
    \(xAxis(terminal))
    set ylabel \(terminal.label(
      "{/:Italic E S} / {/:Italic S}(truth)", tex: "$E\\,S / S(\\textrm{truth})$")) \
    offset \(terminal.axisLabelOffset),0
    set yrange [0:1.02]
    set key at graph 0.97,0.97 right top samplen 1.2 spacing 1.15
    plot \(curves(value: 3, error: 4, data, terminal).joined(separator: ", \\\n  "))
    unset key
    unset label
    """
  }

  private static func divergence(_ data: FigureData, _ terminal: Terminal) -> String {
    """
    # (d) the divergence from the truth
    \(Panel.d.frame)
    \(Panel.d.letter("d", terminal))
    \(xAxis(terminal))
    set ylabel \(terminal.label(
      "{/:Italic E D}(model ‖ truth)  (nats)", tex: "$E\\,D(\\textrm{model} \\| \\textrm{truth})$ (nats)")) \
    offset \(terminal.axisLabelOffset),0
    set yrange [0:*]
    set key at graph 0.97,0.03 right bottom samplen 1.2 spacing 1.15
    plot \(curves(value: 5, error: 6, data, terminal).joined(separator: ", \\\n  "))
    unset key
    unset label
    """
  }
}
