import Tables

/// A simulation: the first statistic, the entropy, both divergences, and the absorbed fraction, each
/// against the generation, with what theory predicts.
public enum SimulationPlot: Figure {
  /// What its files are called.
  public static let id = "simulation"
  /// The generation and the absorbed fraction; the other columns are found by their names.
  public static let inputs = [
    FigureInput("simulation", columns: ["generation": .count, "absorbed": .fraction])
  ]

  /// The name of the first statistic: that of the first column after those of the absorbed fraction.
  private static func statistic(_ data: FigureData) -> String {
    let names = data.columns(of: "simulation").filter { $0.hasSuffix("_mean") }
    return names.first.map { String($0.dropLast("_mean".count)) } ?? "entropy"
  }

  /// A panel: what its axis is called, and its columns with their colours and titles.
  private struct Content {
    let label: String
    let quantities: [(name: String, colour: String, title: String)]
  }

  private static func contents(_ data: FigureData) -> [Content] {
    let first = statistic(data)
    let all = [
      Content(
        label: "mean of \(first.replacing("_", with: " "))",
        quantities: [(first, Palette.blue, "")]),
      Content(label: "entropy (nats)", quantities: [("entropy", Palette.blue, "")]),
      Content(
        label: "divergence (nats)",
        quantities: [
          ("kl_truth_model", Palette.red, "truth from model"),
          ("kl_model_truth", Palette.blue, "model from truth"),
        ]),
    ]
    return all.map { content in
      Content(
        label: content.label,
        quantities: content.quantities.filter { hasNumbers("\($0.name)_mean", data) })
    }
  }

  private static func hasNumbers(_ column: String, _ data: FigureData) -> Bool {
    data.numbers(column, in: "simulation").contains(where: \.isFinite)
  }

  /// Generations that thin out want a logarithmic axis, which has no place for 0.
  private static func axis(_ data: FigureData) -> String {
    let times = data.numbers("generation", in: "simulation").filter { $0 > 0 }
    guard times.count > 4, let first = times.first, let last = times.last,
      last - times[times.count - 2] > 4 * (times[1] - first)
    else { return "unset logscale x\nset xrange [\(0):\(Axis.plain(max(1, times.last ?? 1)))]" }
    return
      "set logscale x\nset xrange [\(Axis.plain(first)):\(Axis.plain(last))]\nset format x '10^{%L}'"
  }

  /// Four panels.
  public static func script(for data: FigureData, on terminal: Terminal) -> String {
    let panels = [Panel.a, .b, .c]
    var parts = [
      terminal.preamble(id: id, width: 900, height: 640), "set multiplot",
      "set key top left reverse Left samplen 1.5", axis(data),
    ]
    for (panel, content) in zip(panels, contents(data)) where !content.quantities.isEmpty {
      parts.append(panel.frame)
      parts.append(labels(content.label))
      // Divergences range over all scales.
      parts.append(
        content.quantities.count > 1
          ? "set logscale y\nset format y '10^{%L}'" : "unset logscale y\nset format y '%g'")
      parts.append("plot \(content.quantities.map { curves($0, data) }.joined(separator: ", "))")
    }
    parts.append(Panel.d.frame)
    parts.append(labels("fraction absorbed"))
    parts.append("unset logscale y\nset format y '%g'\nset yrange [-0.02:1.02]")
    parts.append("plot " + curves(("absorbed", Palette.blue, ""), data))
    parts.append("unset multiplot\nset output")
    return parts.joined(separator: "\n") + "\n"
  }

  private static func labels(_ label: String) -> String {
    "set xlabel 'generation' offset 0,0.7\nset ylabel '\(label)' offset 1,0"
  }

  /// Points of what was measured, with the spread of the replicates behind, and a line of theory.
  private static func curves(
    _ quantity: (name: String, colour: String, title: String), _ data: FigureData
  ) -> String {
    let (x, source) = ("(column('generation'))", "'data/simulation.csv' using")
    let mean = quantity.name == "absorbed" ? "absorbed" : "\(quantity.name)_mean"
    let y = "(column('\(mean)'))"
    var parts: [String] = []
    if quantity.title.isEmpty, hasNumbers("\(quantity.name)_variance", data) {
      let width = "sqrt(column('\(quantity.name)_variance'))"
      parts.append(
        "\(source) \(x):(\(y)-\(width)):(\(y)+\(width)) with filledcurves fillcolor rgb"
          + " '\(quantity.colour)' fillstyle transparent solid 0.15 noborder notitle")
    }
    let title = quantity.title.isEmpty ? "notitle" : "title '\(quantity.title)'"
    parts.append(
      "\(source) \(x):\(y) with points pointtype 7 pointsize 0.45 linecolor rgb"
        + " '\(quantity.colour)' \(title)")
    let predicted = quantity.name == "absorbed" ? "absorbed_predicted" : "\(mean)_predicted"
    if hasNumbers(predicted, data) {
      parts.append(
        "\(source) \(x):(column('\(predicted)')) with lines linewidth 1.2 linecolor rgb 'black'"
          + " title 'theory'")
    }
    return parts.joined(separator: ", ")
  }

  /// A sketch for a terminal: the first statistic, the entropy and the absorbed fraction.
  ///
  /// Writes simulation.txt.
  public static func sketch(for data: FigureData) -> String {
    var parts = [
      "set terminal dumb 79 20", "set output 'simulation.txt'", "set datafile separator comma",
      "set datafile missing 'nan'", "set encoding utf8", "unset key", axis(data),
      "set xlabel 'generation'",
    ]
    let names = contents(data).prefix(2).flatMap { content in
      content.quantities.map { ("\($0.name)_mean", content.label) }
    }
    for (column, label) in names + [("absorbed", "fraction absorbed")] {
      parts.append("set title '\(label)'")
      parts.append(
        "plot 'data/simulation.csv' using (column('generation')):(column('\(column)')) with points"
          + " pointtype 1")
    }
    return parts.joined(separator: "\n") + "\nset output\n"
  }
}
