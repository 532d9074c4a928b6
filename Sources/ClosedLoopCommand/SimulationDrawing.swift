import Figures
import Foundation
import Tables

/// Draws a simulation into an SVG file, or on standard output if `place` is "terminal".
func drawSimulation(_ table: Table, at place: String) throws {
  guard place == "terminal" || place.hasSuffix(".svg") else {
    throw Failure(
      code: .badArguments,
      sentence: "--plot \(place) is not allowed: use terminal, or a file name that ends in .svg")
  }
  let file = URL(fileURLWithPath: place)
  let scratch = FileManager.default.temporaryDirectory.path
  let folder = place == "terminal" ? scratch : file.deletingLastPathComponent().path
  try OutputFolder.fill(folder) { folder in
    let table = try Table(name: table.name, csv: table.csv)
    try folder.write(table.csv, to: "data/simulation.csv")
    let data = try FigureData([table], for: SimulationPlot.inputs)
    if place == "terminal" {
      try gnuplot(SimulationPlot.sketch(for: data), in: folder)
      let sketch = folder.staging.appendingPathComponent("simulation.txt")
      try Output.print(try String(contentsOf: sketch, encoding: .utf8))
      return []
    }
    _ = try drawFigure(SimulationPlot.self, tables: [table], on: .svg, in: folder)
    let picture = folder.staging.appendingPathComponent("simulation.svg")
    let named = folder.staging.appendingPathComponent(file.lastPathComponent)
    if picture != named { try FileManager.default.moveItem(at: picture, to: named) }
    return [file.lastPathComponent]
  }
}
