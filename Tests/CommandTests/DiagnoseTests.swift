import Documents
import Foundation
import Testing
import _TestSupport

/// What is happening to generations, as a person and a script ask it.
@Suite(.inTurn(.other)) struct DiagnoseTests {
  private static let examples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Examples/Generations").path

  private static func diagnose(_ name: String, _ more: String...) throws -> Command.Outcome {
    try Command.run(
      ["diagnose", "\(examples)/\(name).csv", "--truth", "\(examples)/real.csv"] + more)
  }

  /// Runs the command on files that are written into a folder.
  private static func diagnose(
    files: [(name: String, text: String)], _ more: [String] = []
  ) throws -> Command.Outcome {
    try Command.withFolder { folder in
      for (name, text) in files {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      return try Command.run(
        ["diagnose"] + files.map { "\(folder)/\($0.name)" } + more, in: folder)
    }
  }

  /// A closed loop is called closed, and one with ten fresh rows of a hundred anchored.
  @Test func bothExamplesAreToldApart() throws {
    for (name, verdict) in [("closed", "closed"), ("anchored", "anchored")] {
      let outcome = try Self.diagnose(name)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let table = try Table(name: "diagnosis", csv: outcome.output)
      #expect(table.rows.map { "\($0[0])" } == ["colour", "answer", "age"])
      #expect("\(table.rows[0][4])" == verdict)
      let points = ["points_lower", "points_upper"].map { table.numbers(in: $0)?[0] ?? .nan }
      #expect((points[0]...points[1]).contains(name == "closed" ? 0 : 10))
      let rows = ["effective_size_lower", "effective_size_upper"]
        .map { table.numbers(in: $0)?[0] ?? .nan }
      #expect((rows[0]...rows[1]).contains(100))
      #expect(outcome.errors.hasPrefix("3 columns in 26 generations of about 100 rows."))
      #expect(try Self.diagnose(name).output == outcome.output)
    }
    #expect(try Self.diagnose("closed", "--seed", "2").output != Self.diagnose("closed").output)
  }

  @Test func scriptsHaveJSON() throws {
    let outcome = try Self.diagnose("anchored", "--json", "--threads", "1")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(json?["verdict"] as? String == "anchored")
    #expect((json?["generations"] as? [Int]) == Array(0...25))
    let columns = try #require(json?["columns"] as? [[String: Any]])
    #expect(columns.map { $0["kind"] as? String } == ["categories", "categories", "deciles"])
    for key in ["pull", "effectiveSize", "forecast", "reasons", "certificates", "warnings"] {
      #expect(columns[0][key] != nil, "\(key)")
    }
    let tails = try #require(json?["tails"] as? [[String: Any]])
    #expect(tails.map { $0["column"] as? String } == ["age"])
  }

  @Test func pipelinesStop() throws {
    let closed = try Self.diagnose("closed", "--fail-on", "collapse")
    #expect(closed.code == 1 && closed.errors.contains("the verdict is closed"))
    #expect(try Self.diagnose("closed", "--fail-on", "anchored,too-little-data").code == 0)
    #expect(try Self.diagnose("anchored", "--fail-on", "collapse").code == 0)
  }

  @Test func picturesAndTablesAreWritten() throws {
    try Command.withFolder { folder in
      let outcome = try Self.diagnose(
        "closed", "--plot", folder + "/loop.svg", "--output", folder + "/results")
      #expect(outcome.code == 0, "\(outcome.errors)")
      let picture = try String(contentsOfFile: folder + "/loop.svg", encoding: .utf8)
      for words in ["colour: closed", "age: ", "generation", "closed loops, 95 %"] {
        #expect(picture.contains(words), "\(words)")
      }
      let table = try String(contentsOfFile: folder + "/results/diagnosis.csv", encoding: .utf8)
      #expect(table == outcome.output)
    }
  }

  /// A name of a column that is hard on a script of gnuplot's.
  @Test func anyNameIsDrawn() throws {
    let rows = (0..<6).map { t in (0..<40).map { "\(t),\(($0 * 7 + t) % 3)\n" }.joined() }
    try Command.withFolder { folder in
      let file = folder + "/g.csv"
      try ("generation,\"it's {a} 'name', %s\"\n" + rows.joined())
        .write(toFile: file, atomically: true, encoding: .utf8)
      let outcome = try Command.run(["diagnose", file, "--plot", folder + "/a.svg"])
      #expect(outcome.code == 0, "\(outcome.errors)")
      let picture = try String(contentsOfFile: folder + "/a.svg", encoding: .utf8)
      #expect(picture.contains("{a}"))
    }
  }

  /// Counts with generations that are missing between others: the steps are longer then.
  @Test func countsMayHaveGaps() throws {
    let counts: [(Int, [Int])] = [
      (0, [50, 30, 20]), (1, [52, 30, 18]), (3, [55, 28, 17]), (4, [57, 28, 15]),
      (9, [64, 26, 10]),
    ]
    let text =
      "generation,column,value,count\n"
      + counts.map { t, row in
        zip(["a", "b", "c"], row).map { "\(t),letter,\($0),\($1)\n" }.joined()
      }.joined()
    let outcome = try Self.diagnose(files: [("counts.csv", text)], ["--counts"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("in 5 generations of about 100 rows"))
    #expect(outcome.errors.contains("note: "))
  }

  @Test(arguments: [
    ("--plot loop.pdf", 64, "--plot loop.pdf is not allowed: use a file name that ends in .svg"),
    ("--seed -1", 64, "--seed -1 is not allowed: use a whole number from 0 to"),
    ("--fail-on bad", 64, "--fail-on bad is not allowed: use collapse, closed, anchored"),
    ("--delimiter pipe", 64, "pipe"),
    ("--truth nowhere.csv", 65, "nowhere.csv"),
    ("--columns colour,shape", 65, "shape"),
    ("--generation step", 65, "step"),
  ])
  func wrongOptionsAreNamed(arguments: String, code: Int32, words: String) throws {
    let outcome = try Command.run(
      ["diagnose", "\(Self.examples)/closed.csv"] + arguments.split(separator: " ").map(String.init)
    )
    #expect(outcome.code == code && outcome.output.isEmpty)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ("generation,x\n1,a\n1,b\n", "use two or more generations"),
    ("generation,x\n", "g.csv"),
    ("", "g.csv"),
    ("generation,x\n1,a\n2,b,c\n", "g.csv, line 3"),
    ("generation,x\n1,a\nsecond,b\n", "second"),
    ("generation,x\n1,a\n2,a\n3,a\n", "no column can be looked at"),
  ])
  func badFilesAreNamed(text: String, words: String) throws {
    let outcome = try Self.diagnose(files: [("g.csv", text)])
    #expect(outcome.code == 65 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }

  @Test(arguments: ["-3", "2.5"])
  func countsAreWholeNumbers(count: String) throws {
    let text = "generation,value,count\n0,a,3\n1,a,\(count)\n"
    let outcome = try Self.diagnose(files: [("c.csv", text)], ["--counts"])
    #expect(outcome.code == 65 && outcome.errors.contains("c.csv, line 3"), "\(outcome.errors)")
    let two = try Self.diagnose(files: [("c.csv", text), ("d.csv", text)], ["--counts"])
    #expect(two.code == 64 && two.errors.contains("use one table of counts"))
  }
}
