import Claims
import Foundation
import Simulation
import Testing
import _TestSupport

/// Results as files.
@Suite(.inTurn(.other)) struct RunTests {
  @Test func runWritesEverythingAndRepeatsItself() throws {
    try Command.withFolder { folder in
      let first = try Command.run(
        ["run", "fig1", "--output", folder + "/a", "--threads", "1"] + Command.quick)
      #expect(first.code == 0, "\(first.errors)")
      #expect(
        Command.files(in: folder + "/a") == [
          "data", "data/fig1.json", "data/fig1a.csv", "data/fig1b-exact.csv",
          "data/fig1b-limit.csv", "data/fig1b-mean.csv", "data/fig1b.csv", "data/fig1c.csv",
          "data/fig1d-mean.csv", "data/fig1d.csv", "fig1.gp", "fig1.svg",
        ])
      try Command.run(["run", "fig1", "--output", folder + "/b", "--threads", "2"] + Command.quick)
      let same = try Command.run(["compare", folder + "/a", folder + "/b"])
      #expect(same.code == 0 && same.output.hasPrefix("11 files agree byte by byte, 0 "))
      try Command.run(["run", "fig1", "--output", folder + "/c", "--seed", "2"] + Command.quick)
      let other = try Command.run(["compare", folder + "/a", folder + "/c"])
      #expect(other.code == 1 && other.errors.contains("differs"))
    }
  }

  /// Told no folder, it names the one it takes.
  @Test func resultsGoToAFolderOfThatName() throws {
    try Command.withFolder { folder in
      let run = try Command.run(["run", "fig3", "--data-only"] + Command.small("fig3"), in: folder)
      #expect(run.code == 0 && run.errors.hasSuffix(" into results\n"), "\(run)")
      #expect(Command.files(in: folder).contains("results/data/fig3.json"))
    }
  }

  /// What is drawn again from the tables is what was drawn at first, and on paper there is no less.
  @Test(arguments: allExperiments.map { $0.id })
  func everyExperimentRunsAndIsDrawnAgain(id: String) throws {
    try Command.withFolder { folder in
      let (a, b) = (folder + "/a", folder + "/b")
      let run = try Command.run(["run", id, "--output", a] + Command.small(id))
      #expect(run.code == 0, "\(run.errors)")
      #expect(Command.files(in: a).contains("data/\(id).json"))
      for terminal in ["svg", "tikz"] {
        let plot = try Command.run([
          "plot", id, "--input", a, "--output", b, "--terminal", terminal,
        ])
        #expect(plot.code == 0, "\(plot.errors)")
      }
      #expect(
        Command.files(in: b) == ["\(id).gp", "\(id).svg", "\(id).tex", "\(id).tikz.gp"])
      for file in ["\(id).gp", "\(id).svg"] {
        #expect(FileManager.default.contentsEqual(atPath: "\(a)/\(file)", andPath: "\(b)/\(file)"))
      }
    }
  }

  /// `make figures-beyond` does not run again what has this definition already.
  @Test(arguments: allExperiments.map { $0.id })
  func theDefinitionIsKnownBeforeTheRun(id: String) throws {
    let printed = try Command.run(["definition", id, "--as-written"])
    let written = allExperiments.first { $0.id == id }!.builtIn(.paper)
    #expect(printed.code == 0 && printed.output == written)
    #expect(try Command.run(["definition", "dice", "--as-written"]).code == 64)
  }

  @Test func aFolderCanBeLeftOutOfAComparison() throws {
    try Command.withFolder { folder in
      for (file, text) in [("a/x.csv", "x\n1\n"), ("a/beyond/y", "y"), ("b/x.csv", "x\n1\n")] {
        let path = URL(fileURLWithPath: "\(folder)/\(file)")
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path)
      }
      let arguments = ["compare", folder + "/a", folder + "/b"]
      #expect(try Command.run(arguments).code == 1)
      #expect(try Command.run(arguments + ["--except", "beyond"]).code == 0)
    }
  }

  /// Neither the locale nor the user's own gnuplot settings reach the picture.
  @Test func theUsersSettingsLeaveNoTrace() throws {
    try Command.withFolder { folder in
      try "set grid\nprint 'hello'\n"
        .write(toFile: folder + "/.gnuplot", atomically: true, encoding: .utf8)
      let arguments = ["run", "fig1", "--output"]
      let plain = try Command.run(arguments + [folder + "/a"] + Command.quick)
      let other = try Command.run(
        arguments + [folder + "/b"] + Command.quick, environment: ["LC_ALL": "C", "HOME": folder])
      #expect(plain.code == 0 && other.code == 0, "\(other.errors)")
      #expect(try Command.run(["compare", folder + "/a", folder + "/b"]).code == 0)
    }
  }

  @Test func unchangedFilesAreNotTouched() throws {
    try Command.withFolder { folder in
      let arguments = ["run", "fig1", "--output", folder] + Command.quick
      try Command.run(arguments)
      let old = Date(timeIntervalSince1970: 1_000_000_000)
      let file = folder + "/data/fig1b.csv"
      try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file)
      try Command.run(arguments)
      let date = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
      #expect(date == old)
    }
  }

  /// A script draws with gnuplot alone, in silence, whatever the locale.
  @Test(arguments: ["C", "POSIX", "C.UTF-8", ""])
  func theScriptNeedsNoSwift(locale: String) throws {
    try Command.withFolder { folder in
      try Command.run(["run", "fig1", "--output", folder] + Command.quick)
      let picture = try Data(contentsOf: URL(fileURLWithPath: folder + "/fig1.svg"))
      try FileManager.default.removeItem(atPath: folder + "/fig1.svg")
      let gnuplot = Process()
      gnuplot.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      gnuplot.arguments = ["gnuplot", "fig1.gp"]
      gnuplot.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": locale]) { $1 }
      gnuplot.currentDirectoryURL = URL(fileURLWithPath: folder)
      let words = Pipe()
      gnuplot.standardError = words
      try gnuplot.run()
      let errors = words.fileHandleForReading.readDataToEndOfFile()
      gnuplot.waitUntilExit()
      #expect(gnuplot.terminationStatus == 0)
      #expect(errors.isEmpty, "\(String(decoding: errors, as: UTF8.self))")
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/fig1.svg")) == picture)
    }
  }

  /// What fails for the gnuplot that draws in another locale fails for the one that was asked.
  @Test func theScriptFailsInEveryLocale() throws {
    try Command.withFolder { folder in
      try Command.run(["run", "fig1", "--output", folder] + Command.quick)
      let script = try String(contentsOfFile: folder + "/fig1.gp", encoding: .utf8)
      try (script + "no such command\n")
        .write(toFile: folder + "/fig1.gp", atomically: true, encoding: .utf8)
      for locale in ["C", "C.UTF-8"] {
        let gnuplot = Process()
        gnuplot.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gnuplot.arguments = ["gnuplot", "fig1.gp"]
        gnuplot.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": locale]) { $1 }
        gnuplot.currentDirectoryURL = URL(fileURLWithPath: folder)
        gnuplot.standardError = FileHandle.nullDevice
        try gnuplot.run()
        gnuplot.waitUntilExit()
        #expect(gnuplot.terminationStatus != 0)
      }
    }
  }

  @Test func plotRedrawsFromTables() throws {
    try Command.withFolder { folder in
      try Command.run(["run", "fig1", "--output", folder + "/a", "--data-only"] + Command.quick)
      #expect(!Command.files(in: folder + "/a").contains("fig1.svg"))
      let plot = try Command.run([
        "plot", "fig1", "--input", folder + "/a", "--output", folder + "/b",
      ])
      #expect(plot.code == 0, "\(plot.errors)")
      #expect(Command.files(in: folder + "/b") == ["fig1.gp", "fig1.svg"])
    }
  }
}

extension Experiment {
  fileprivate static func builtIn(_ scale: Scale) -> String {
    definition(scale).json
  }
}
