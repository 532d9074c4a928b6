import Experiments
import Figures
import Foundation
import Tables
import Testing

@Suite struct FigureTests {
  static func tables(_ settings: String...) throws -> [Table] {
    let definition = try Figure1.definition(
      .quick, seed: 3,
      settings: ["b.replicates=20", "b.exactMeanUpTo=300", "c.replicates=20"] + settings)
    return try Figure1.run(definition, context: RunContext(threads: 2))
  }

  @Test func everyExperimentHasAFigure() {
    #expect(experiments.map { $0.id } == figures.map { $0.id })
  }

  /// The committed picture can be redrawn: script and tables in, the same bytes out.
  @Test(arguments: Terminal.allCases)
  func drawingIsDeterministic(terminal: Terminal) throws {
    let tables = try Self.tables()
    let script = Figure1Plot.script(
      for: try FigureData(tables, for: Figure1Plot.inputs), on: terminal)
    let pictures = try (0..<2).map { _ in
      try GnuplotTests.withFolder { folder in
        try Self.write(tables, to: folder)
        try Gnuplot.run(script, in: folder.path)
        return try Data(
          contentsOf: folder.appendingPathComponent("fig1.\(terminal.fileExtension)"))
      }
    }
    #expect(pictures[0].count > 10_000)
    // TikZ output carries one line with the date.
    func undated(_ data: Data) -> [Substring] {
      String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("%%") }
    }
    if terminal != .png { #expect(undated(pictures[0]) == undated(pictures[1])) }
  }

  /// Definitions far from the paper's still draw without a warning.
  @Test(arguments: [
    ["spins=3", "samples=7"], ["generations=100"], ["a.trajectories=9", "b.samples=30"],
    ["c.starts=0,0.3,1", "start=0.9"], ["start=1"],
    ["b.exactMeanUpTo=0", "b.replicates=1"],
  ])
  func otherDefinitionsDraw(settings: [String]) throws {
    let definition = try Figure1.definition(
      .quick, seed: 3, settings: ["b.replicates=20", "b.exactMeanUpTo=300"] + settings)
    let tables = try Figure1.run(definition, context: RunContext(threads: 2))
    try GnuplotTests.withFolder { folder in
      try Self.write(tables, to: folder)
      let data = try FigureData(tables, for: Figure1Plot.inputs)
      try Gnuplot.run(Figure1Plot.script(for: data, on: .svg), in: folder.path)
    }
  }

  @Test func missingOrCorruptTablesAreNamed() throws {
    let tables = try Self.tables()
    func check(_ tables: [Table]) -> String {
      let error = #expect(throws: CSVError.self) {
        try FigureData(tables, for: Figure1Plot.inputs)
      }
      return "\(error!)"
    }
    #expect(check(tables.filter { $0.name != "fig1c" }).contains("fig1c.csv"))
    func replacing(_ name: String, _ csv: String) throws -> [Table] {
      try tables.map { $0.name == name ? try Table(name: name, csv: csv) : $0 }
    }
    #expect(check(try replacing("fig1b", "spins,samples,cdf\n1,2,3\n")).contains("scaled_time"))
    #expect(
      check(try replacing("fig1c", "samples,start,probability,lower,upper\n50,x,1,1,1\n"))
        .contains("line 2: start = x is not allowed: use a number from 0 to 1"))
    #expect(
      check(try replacing("fig1c", "samples,start,probability,lower,upper\n50,nan,1,1,1\n"))
        .contains("start = nan"))
    #expect(
      check(try replacing("fig1a", "trajectory,generation,magnetisation,field\n1.5,0,0,0\n"))
        .contains("trajectory = 1.5"))
    let mean = "spins,samples,population,exact,measured,standard_error,limit\n"
    #expect(
      check(try replacing("fig1b-mean", mean + "1,1,-5,1,1,1,1\n")).contains("population = -5"))
    #expect(check(try replacing("fig1b-mean", mean + "1,1,5,1e308,1,1,1\n")).contains("exact"))
    #expect(
      check(try replacing("fig1c", "samples,start,probability,lower,upper\n")).contains("no rows"))
  }

  private static func write(_ tables: [Table], to folder: URL) throws {
    let data = folder.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    for table in tables {
      try Data(table.csv.utf8).write(to: data.appendingPathComponent("\(table.name).csv"))
    }
  }
}
