import Foundation

/// Generations of somebody's data: the diversity of each column in units of that of the real data, beside the band
/// in which closed loops have it.
package enum DiagnosisPlot: Figure {
  /// What its files are called.
  package static let id = "diagnosis"
  /// The generation; then four columns for each panel, of which the first names it.
  package static let inputs = [FigureInput(id, columns: ["generation": .number])]
  /// Columns that have a place.
  package static let mostPanels = 12

  /// Small multiples, three in a row.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    let names = data.columns(of: id)
    let panels = Array(stride(from: 1, to: names.count, by: 4))
    let across = min(3, max(1, panels.count))
    let down = (panels.count + across - 1) / across
    let height = 35 + 230 * down
    var parts = [
      "# Diversity of each column, beside that of closed loops.",
      terminal.preamble(id: id, width: 120 + 280 * across, height: height),
      "set multiplot", "set termoption noenhanced", "set border linewidth 0.8",
      "set tics nomirror scale 0.6", generations(data),
    ]
    let ends = ends(of: panels, names, data)
    for (index, first) in panels.enumerated() {
      let (column, row) = (index % across, index / across)
      let isLowest = index + across >= panels.count
      parts += [
        frame(column, of: across, row, height: Double(height)),
        "set yrange \(ends)",
        "set title \(quoted(names[first])) offset 0,-0.6",
        "set xlabel \(isLowest ? "'generation'" : "''") offset 0,0.4",
        "set ylabel \(column == 0 ? "'diversity / real data'" : "''") offset 1,0",
        index == 0 ? "set key bottom left reverse Left samplen 1.5" : "unset key",
        plot(first),
      ]
    }
    return parts.joined(separator: "\n") + "\nunset multiplot\nset output\n"
  }

  private static func plot(_ first: Int) -> String {
    let source = "'data/\(id).csv' using 1"
    let grey = "rgb '\(Palette.grey)'"
    return [
      "plot \(source):\(first + 2):\(first + 4) with filledcurves fillcolor \(grey)"
        + " fillstyle transparent solid 0.3 noborder title 'closed loops, 95 %'",
      "1 with lines linewidth 0.8 dashtype (8,5) linecolor rgb 'black' notitle",
      "\(source):\(first + 3) with lines linewidth 1 linecolor \(grey) notitle",
      "\(source):\(first + 1) with linespoints linewidth 1 pointtype 7 pointsize 0.4"
        + " linecolor rgb '\(Palette.blue)' title 'data'",
    ].joined(separator: ", \\\n  ")
  }

  private static func generations(_ data: FigureData) -> String {
    let values = data.numbers("generation", in: id)
    let (first, last) = (values.min() ?? 0, values.max() ?? 1)
    let step = max(1, Axis.step(span: last - first, intervals: 4))
    return """
      set xrange [\(Axis.plain(first)):\(Axis.plain(max(first + 1, last)))]
      set xtics \(Axis.plain(step))
      """
  }

  /// One range for all panels, so that they can be compared.
  private static func ends(of panels: [Int], _ names: [String], _ data: FigureData) -> String {
    let values = panels.flatMap { first in
      (0..<4).flatMap { data.numbers(names[first + $0], in: id) }
    }.filter(\.isFinite)
    return "[0:\(Axis.plain(1.08 * max(1, values.max() ?? 1)))]"
  }

  /// Heights are in points, so that panels of many rows are as large as those of one.
  private static func frame(_ column: Int, of count: Int, _ row: Int, height: Double) -> String {
    let width = Double(120 + 280 * count)
    let left = (85 + 280 * Double(column)) / width
    let top = 1 - (35 + 230 * Double(row)) / height
    return Panel(
      left: left, right: left + 240 / width, bottom: top - 175 / height, top: top
    ).frame
  }
}
