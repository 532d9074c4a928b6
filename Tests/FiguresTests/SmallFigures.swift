import Claims
import Documents
import Figures
import Foundation
import Loop
import Simulation
import Testing
import _TestSupport

/// Figures of small definitions.
enum SmallFigures {
  /// The tables of each experiment, made once.
  private static let standard = Result {
    try SmallDefinitions.settings.keys.map { ($0, try run($0, [])) }
  }

  /// The tables of the experiment called `id`, with some settings changed.
  static func tables(_ id: String, _ settings: [String] = []) throws -> [Table] {
    guard settings.isEmpty else { return try run(id, settings) }
    return try standard.get().first { $0.0 == id }!.1
  }

  private static func run(_ id: String, _ settings: [String]) throws -> [Table] {
    func run<E: Experiment>(_ experiment: E.Type) throws -> [Table] {
      let definition = try E.definition(
        .quick, seed: 3, settings: SmallDefinitions.settings[id]! + settings)
      return try E.run(definition, context: RunContext(threads: 2))
    }
    let experiment = allExperiments.first { $0.id == id }!
    return try run(experiment)
  }

  /// The figure called `id`.
  static func figure(_ id: String) -> any Figure.Type { allFigures.first { $0.id == id }! }

  /// The script that draws `tables`, as they are once written and read back.
  static func script(_ id: String, _ tables: [Table], on terminal: Terminal) throws -> String {
    let figure = figure(id)
    let tables = try tables.map { try Table(name: $0.name, csv: $0.csv) }
    return figure.script(for: try FigureData(tables, for: figure.inputs), on: terminal)
  }

  /// The bytes of the picture of `tables`.
  static func draw(_ id: String, _ tables: [Table], on terminal: Terminal) throws -> Data {
    try GnuplotTests.withFolder { folder in
      let data = folder.appendingPathComponent("data")
      try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
      for table in tables {
        try Data(table.csv.utf8).write(to: data.appendingPathComponent("\(table.name).csv"))
      }
      let warnings = try Gnuplot.run(try script(id, tables, on: terminal), in: folder.path)
      #expect(warnings.isEmpty, "\(warnings)")
      return try Data(
        contentsOf: folder.appendingPathComponent("\(id).\(terminal.fileExtension)"))
    }
  }
}
