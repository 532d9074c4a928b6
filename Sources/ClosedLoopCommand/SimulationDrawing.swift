import Documents
import Figures
import Foundation

/// Checks before any work is done where a simulation is to be drawn.
///
/// - Throws: ``Failure`` with exit code 64.
func checkDrawing(at place: String) throws {
  guard place == "terminal" || place.hasSuffix(".svg") else {
    throw Failure(
      code: .badArguments,
      sentence: "--plot \(place) is not allowed: use terminal, or a file name that ends in .svg")
  }
}

/// Draws a simulation into an SVG file.
func drawSimulation(_ table: Table, at place: String) throws {
  try requireGnuplot()
  try drawPicture(SimulationPlot.self, at: place) { [try stage(table, in: $0)] }
}

/// Sketches a simulation on standard output.
func sketchSimulation(_ table: Table) throws {
  try requireGnuplot(for: "dumb")
  try OutputFolder.fill(FileManager.default.temporaryDirectory.path) { folder in
    let data = try badData {
      try FigureData([try stage(table, in: folder)], for: SimulationPlot.inputs)
    }
    try gnuplot(SimulationPlot.sketch(for: data), in: folder)
    let sketch = folder.staging.appendingPathComponent("\(SimulationPlot.id).txt").path
    try Output.print(try readText(at: sketch, hint: "gnuplot did not write it"))
    return []
  }
}

/// Writes the table that is drawn, with no word in place of a number: gnuplot would draw a line across.
private func stage(_ table: Table, in folder: OutputFolder) throws -> Table {
  let numbers = Table(
    name: SimulationPlot.id, columns: table.columns,
    rows: table.rows.map { row in
      row.map { cell in if case .text = cell { .number(.nan) } else { cell } }
    })
  try folder.write(numbers.csv, to: "data/\(SimulationPlot.id).csv")
  return try Table(name: numbers.name, csv: numbers.csv)
}
