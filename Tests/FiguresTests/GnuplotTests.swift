import Claims
import Documents
import Figures
import Foundation
import Testing

@Suite struct GnuplotTests {
  /// A folder of its own that goes away with the test.
  static func withFolder<R>(_ body: (URL) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("closedloop-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  @Test func aGoodScriptDraws() throws {
    try Self.withFolder { folder in
      try Gnuplot.run("set terminal svg; set output 'x.svg'; plot x", in: folder.path)
      let svg = try String(contentsOf: folder.appendingPathComponent("x.svg"), encoding: .utf8)
      #expect(svg.contains("</svg>"))
    }
  }

  @Test func aBadScriptIsReportedInGnuplotsWords() throws {
    try Self.withFolder { folder in
      let error = #expect(throws: Gnuplot.Failure.self) {
        try Gnuplot.run("set terminal svg\nplott x", in: folder.path)
      }
      #expect("\(error!)".contains("invalid command"))
      let missing = #expect(throws: Gnuplot.Failure.self) {
        try Gnuplot.run(
          "set terminal svg; set output 'x.svg'; plot 'no-such-file'", in: folder.path)
      }
      #expect("\(missing!)".contains("no-such-file") && !"\(missing!)".contains("\n"))
    }
  }

  @Test func aWarningIsNoFailure() throws {
    try Self.withFolder { folder in
      let warning = try Gnuplot.run(
        "set terminal svg; set output 'x.svg'; plot 1, 'no-such-file'", in: folder.path)
      #expect(warning.contains("warning") && warning.contains("no-such-file"))
      let svg = try String(contentsOf: folder.appendingPathComponent("x.svg"), encoding: .utf8)
      #expect(svg.contains("</svg>"))
    }
  }

  @Test func terminalsThatAreNotThereAreMissed() throws {
    for terminal in Terminal.allCases { try Gnuplot.require(terminal.gnuplotName) }
    #expect(throws: Gnuplot.Failure.noTerminal("papyrus")) { try Gnuplot.require("papyrus") }
  }

  @Test func scriptsAreWrittenWholeOrRefused() throws {
    try Self.withFolder { folder in
      let path = folder.appendingPathComponent("a b.gp").path
      try Gnuplot.write("plot x\n", to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "plot x\n")
      #expect(throws: Gnuplot.Failure.self) {
        try Gnuplot.write("plot x\n", to: folder.appendingPathComponent("no/such/folder.gp").path)
      }
    }
  }

  @Test func versionIsNamed() throws {
    #expect(try Gnuplot.version().hasPrefix("gnuplot "))
  }
}
