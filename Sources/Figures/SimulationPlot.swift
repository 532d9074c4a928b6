import Documents
import Foundation

/// A simulation: the first statistic, the entropy, both divergences, and the absorbed fraction, each
/// against the generation, with what theory predicts.
package enum SimulationPlot: Figure {
  /// What its files are called.
  package static let id = "simulation"
  /// The generation and the absorbed fraction; the other columns are found by their names.
  package static let inputs = [
    FigureInput("simulation", columns: ["generation": .count, "absorbed": .fraction])
  ]

  /// Up to four panels; what has no finite value has none.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    let axis = GenerationAxis(data)
    var parts = [
      terminal.preamble(id: id, width: 900, height: 640), "set multiplot",
      "set termoption noenhanced", "set key top left reverse Left samplen 1.5",
    ]
    for (panel, content) in zip([Panel.a, .b, .c, .d], contents(data, axis)) {
      parts += [
        panel.frame, axis.range, "set xlabel 'generation' offset 0,0.7",
        "set ylabel \(quoted(content.label)) offset 1,0", content.range,
        "plot \(content.curves.map { curves($0, data, axis) }.joined(separator: ", "))",
      ]
    }
    return parts.joined(separator: "\n") + "\nunset multiplot\nset output\n"
  }

  /// A sketch for a terminal, panel below panel.
  ///
  /// Writes simulation.txt.
  package static func sketch(for data: FigureData) -> String {
    let axis = GenerationAxis(data)
    var parts = [
      "set terminal dumb noenhanced 79 20", "set output 'simulation.txt'",
      "set datafile separator comma", "set encoding utf8",
      "unset key", axis.range, "set xlabel 'generation'",
    ]
    for content in contents(data, axis) {
      parts += [
        "set title \(quoted(content.label))", content.range,
        "plot "
          + content.curves.map { "\(axis.source):\($0.column) with points pointtype 1" }
          .joined(separator: ", "),
      ]
    }
    return parts.joined(separator: "\n") + "\nset output\n"
  }

  // MARK: - What is drawn

  /// A curve: the place of its column, from 1, of its variance and of its prediction.
  private struct Curve {
    let column: Int
    var variance: Int?
    let predicted: Int?
    let colour: String
    var title: String?
  }

  private struct Content {
    let label: String
    let range: String
    let curves: [Curve]
  }

  private static func contents(_ data: FigureData, _ axis: GenerationAxis) -> [Content] {
    let columns = data.columns(of: id)
    let first = columns.first { $0.hasSuffix("_mean") }.map { String($0.dropLast(5)) } ?? ""
    let measured = [(first, "mean of \(first)"), ("entropy", "entropy (nats)")]
    let plain = measured.map { name, label in
      content(label, [curve(name, "_mean", axis, data)].compactMap { $0 }, axis, data)
    }
    let divergences = [
      ("kl_truth_model", Palette.red, "D(truth, model)"),
      ("kl_model_truth", Palette.blue, "D(model, truth)"),
    ].compactMap { name, colour, title -> Curve? in
      guard var curve = curve(name, "_mean", axis, data, colour: colour) else { return nil }
      (curve.variance, curve.title) = (nil, title)
      return axis.values(curve.column, data).contains { $0 > 0 } ? curve : nil
    }
    let absorbed = curve("absorbed", "", axis, data).map {
      Content(
        label: "fraction absorbed",
        range: "unset logscale y\nset yrange [-0.02:1.02]\nset format y '%g'",
        curves: [$0])
    }
    let positive = divergences.flatMap { axis.values($0.column, data).filter { $0 > 0 } }
    let divergence =
      positive.isEmpty
      ? nil
      : Content(
        label: "divergence (nats)",
        range: "set logscale y\nset yrange \(range(of: positive) { $0 * pow(10, $1) })\n"
          + "set format y '10^%L'",
        curves: divergences)
    return (plain + [divergence, absorbed]).compactMap { $0 }
  }

  private static func content(
    _ label: String, _ curves: [Curve], _ axis: GenerationAxis, _ data: FigureData
  ) -> Content? {
    guard let curve = curves.first else { return nil }
    let values = axis.values(curve.column, data)
    let range = range(of: values) { value, sign in value + sign * max(1, abs(value)) }
    return Content(
      label: label, range: "unset logscale y\nset yrange \(range)\nset format y '%g'",
      curves: curves)
  }

  /// The range of an axis, which gnuplot finds unless the values are a constant: that has none of its own.
  private static func range(
    of values: [Double], around end: (_ constant: Double, _ sign: Double) -> Double
  ) -> String {
    let (low, high) = (values.min()!, values.max()!)
    guard high - low <= 1e-8 * max(abs(low), abs(high)) else { return "[*:*]" }
    return "[\(end(low, -1)):\(end(high, 1))]"
  }

  /// The curve of a quantity, if it has a finite value where the axis has a place for it.
  private static func curve(
    _ name: String, _ suffix: String, _ axis: GenerationAxis, _ data: FigureData,
    colour: String = Palette.blue
  ) -> Curve? {
    let columns = data.columns(of: id)
    func place(_ column: String) -> Int? {
      guard let index = columns.firstIndex(of: column),
        !axis.values(index + 1, data).isEmpty
      else { return nil }
      return index + 1
    }
    guard let column = place(name + suffix) else { return nil }
    return Curve(
      column: column, variance: place("\(name)_variance"),
      predicted: place("\(name)\(suffix)_predicted"), colour: colour)
  }

  /// Points of what was measured, with the spread of the replicates behind, and a line of theory.
  private static func curves(
    _ curve: Curve, _ data: FigureData, _ axis: GenerationAxis
  ) -> String {
    let colour = "rgb '\(curve.colour)'"
    var parts: [String] = []
    if let variance = curve.variance {
      let (y, width) = ("$\(curve.column)", "sqrt($\(variance))")
      parts.append(
        "\(axis.source):(\(y)-\(width)):(\(y)+\(width)) with filledcurves fillcolor \(colour)"
          + " fillstyle transparent solid 0.15 noborder notitle")
    }
    let title = curve.title.map { "title \(quoted($0))" } ?? "notitle"
    parts.append(
      "\(axis.source):\(curve.column) with points pointtype 7 pointsize 0.45 linecolor \(colour)"
        + " \(title)")
    if let predicted = curve.predicted {
      parts.append(
        "\(axis.source):\(predicted) with lines linewidth 1.2 linecolor rgb 'black' title 'theory'")
    }
    return parts.joined(separator: ", ")
  }
}

/// The horizontal axis.
private struct GenerationAxis {
  let range: String
  private let first: Double

  /// The file, and the generation in it.
  let source = "'data/simulation.csv' using 1"

  /// Generations that thin out want a logarithmic axis, which has no place for 0.
  init(_ data: FigureData) {
    let times = data.numbers("generation", in: SimulationPlot.id)
    let later = times.filter { $0 > 0 }
    let last = later.last ?? 1
    if later.count > 4, last - later[later.count - 2] > 4 * (later[1] - later[0]) {
      first = later[0]
      range =
        "set logscale x\nset xrange [\(Axis.plain(first)):\(Axis.plain(last))]\nset format x '10^%L'"
    } else {
      first = times.first ?? 0
      range =
        "unset logscale x\nset xrange [\(Axis.plain(first)):\(Axis.plain(max(first + 1, last)))]"
    }
  }

  /// The finite values of a column, by its place from 1, where the axis has a place for them.
  func values(_ column: Int, _ data: FigureData) -> [Double] {
    let name = data.columns(of: SimulationPlot.id)[column - 1]
    let values = data.numbers(name, in: SimulationPlot.id)
    return zip(data.numbers("generation", in: SimulationPlot.id), values)
      .filter { $0 >= first && $1.isFinite }.map(\.1)
  }
}
