/// What the pixels of each run tell to somebody who does not know the policy: how many fresh digits there are, how
/// large the drift is, and which verdict pixels have by themselves.
struct DigitDiagnosisPanels {
  let id: String
  let data: FigureData
  let terminal: Terminal

  /// The table `<id>-diagnosis`.
  static func input(_ id: String) -> FigureInput {
    FigureInput(
      "\(id)-diagnosis",
      columns: [
        "policy": .name, "samples": .count, "external": .count, "replicate": .count,
        "verdict": .name, "points": .nonnegative, "points_lower": .nonnegative,
        "points_upper": .open, "size": .nonnegative, "size_lower": .nonnegative,
        "size_upper": .open, "pixels": .count, "closed": .count, "anchored": .count,
        "drifting_faster": .count, "drifting_slower": .count, "pulled_elsewhere": .count,
        "too_little_data": .count,
      ])
  }

  private var table: String { "\(id)-diagnosis" }
  private var styles: [DigitPolicies.Style] { DigitPolicies.styles(data, in: id) }
  private var runs: Int { 1 + Int(data.numbers("replicate", in: table).max() ?? 0) }
  private func column(_ name: String) -> String {
    "$\(1 + (data.columns(of: table).firstIndex(of: name) ?? 0))"
  }

  /// Three panels side by side, called `letters`.
  func script(_ letters: [String], row: (bottom: Double, top: Double)) -> String {
    let bodies = [points, size, verdicts]
    return bodies.indices.map { index in
      let place = Panel.column(index, of: 3)
      let panel = Panel(
        left: place.left, right: place.right, bottom: row.bottom,
        top: row.top - 0.2 * (row.top - row.bottom))
      return """
        \(panel.frame)
        \(panel.letter(letters[index], terminal))
        set xrange [-0.6:\(styles.count) - 0.4]
        set xtics scale 0 (\(ticks))
        set xlabel 'fresh digits in each generation' offset 0,0.4
        \(bodies[index])
        unset label
        unset logscale
        unset key
        """
    }.joined(separator: "\n\(Panel.reset)\n\n")
  }

  /// The policies by what their models learn from.
  private var ticks: String {
    styles.enumerated().map { index, style in
      let row = data.rows(of: table) { $0("policy").description == style.policy }[0]
      let name = style.policy == "accumulate" ? "all data" : row("external").description
      return "'\(name == "0" ? "none" : name)' \(index)"
    }.joined(separator: ", ")
  }

  /// The file with the place of each run of a policy on the axis.
  private func source(_ index: Int, _ policy: String) -> String {
    let step = 0.5 / Double(max(1, runs - 1))
    let place = "\(index) - 0.25 + \(Axis.plain(step))*\(column("replicate"))"
    return "'data/\(table).csv' using (strcol(1) eq '\(policy)' ? \(place) : NaN)"
  }

  /// Intervals and estimates of every run, `y` being what becomes of a number on the axis.
  private func intervals(_ name: String, _ y: (String) -> String) -> [String] {
    let (value, lower, upper) = (column(name), column("\(name)_lower"), column("\(name)_upper"))
    // What is infinite ends far outside.
    let ends = ("\(lower) > 1e-6 ? \(lower) : 1e-6", "\(upper) < 1e6 ? \(upper) : 1e6")
    return styles.enumerated().flatMap { index, style -> [String] in
      let x = source(index, style.policy)
      let colour = "linecolor rgb '\(style.colour)' notitle"
      return [
        "\(x):(\(y(ends.0))):(0):(\(y(ends.1)) - \(y(ends.0))) with vectors nohead linewidth 1 \(colour)",
        "\(x):(\(y(value))) with points pointtype 7 pointsize 0.4 \(colour)",
      ]
    }
  }

  /// Fresh digits, on an axis of square roots that shows none, one and many.
  private var points: String {
    let truth = styles.enumerated().compactMap { index, style -> String? in
      guard style.policy != "accumulate" else { return nil }
      return "'data/\(table).csv' using (strcol(1) eq '\(style.policy)' ? \(index) - 0.4 : NaN)"
        + ":(sqrt(\(column("external")))):(0.8):(0) with vectors nohead linewidth 1.2 linecolor black notitle"
    }
    let ticks = [0, 1, 5, 20, 50, 100].map { "'\($0)' sqrt(\($0))" }.joined(separator: ", ")
    let series =
      truth + intervals("points") { "sqrt(\($0))" } + [
        Series.lineKey(terminal.label("as it is", tex: "as it is"), width: 1.2),
        Series.pointKey(
          terminal.label("as pixels tell, 95 %", tex: "as pixels tell, 95\\,\\%"), size: 0.5,
          colour: Palette.grey),
      ]
    return """
      set ytics (\(ticks))
      set ylabel 'fresh digits, diagnosed' offset \(terminal.axisLabelOffset),0
      set yrange [-0.3:sqrt(130)]
      set key default
      set key at graph 1.02,1.03 right bottom maxrows 2 samplen 1.5 font \(terminal.smallFont)
      plot \(series.joined(separator: ", \\\n  "))
      """
  }

  /// The size of the drift over the number of pictures in a training set.
  private var size: String {
    """
    set logscale y
    set ytics (0.3, 1, 3, 10, 30, 100, 300, 1000)
    set ylabel 'relative size of the drift' offset \(terminal.axisLabelOffset),0
    set yrange [0.2:2000]
    unset key
    plot 1 with lines linewidth 1.2 linecolor black notitle, \\
      \(intervals("size") { "(\($0))" }.joined(separator: ", \\\n  "))
    """
  }

  private static let verdicts = [
    ("closed", Palette.red), ("drifting_faster", Palette.orange),
    ("pulled_elsewhere", Palette.purple), ("too_little_data", "#d0d0d0"),
    ("drifting_slower", Palette.shade(2, of: 3)), ("anchored", Palette.blue),
  ]

  /// Verdicts of single pixels: a stack a run.
  private var verdicts: String {
    let half = 0.2 / Double(max(1, runs - 1))
    let stacks = styles.enumerated().flatMap { index, style -> [String] in
      let x = source(index, style.policy)
      var below = "0"
      return Self.verdicts.map { name, colour in
        let above = "\(below)+\(column(name))"
        defer { below = above }
        let place = x.split(separator: "using ", maxSplits: 1).last!
        return "\(x):(0):(\(place) - \(half)):(\(place) + \(half)):((\(below))/\(column("pixels")))"
          + ":((\(above))/\(column("pixels"))) with boxxyerror fillstyle solid 1 noborder"
          + " linecolor rgb '\(colour)' notitle"
      }
    }
    let keys = Self.verdicts.map { name, colour in
      "keyentry with boxes fillstyle solid 1 noborder linecolor rgb '\(colour)'"
        + " title '\(name.replacing("_", with: " "))'"
    }
    return """
      set ylabel 'share of the pixels' offset \(terminal.axisLabelOffset),0
      set yrange [0:1]
      set key default
      set key at graph 1.02,1.03 right bottom maxrows 3 samplen 0.8 font \(terminal.smallFont)
      plot \((stacks + keys).joined(separator: ", \\\n  "))
      """
  }
}
