import Documents
import Foundation
import Testing
import _TestSupport

/// Tables of states from files, and names that need quotes in all that is written of them.
@Suite(.inTurn(.other)) struct TableFileTests {
  private static let small = ["--generations", "2", "--replicates", "2", "--samples", "4"]
  private static let odd = "a,\"(0, 10]\",\"(10, \"\"20\"\"]\"\n1,0,0\n2,1,0\n4,0,1\n7,1,1\n"

  private static func withTable(_ text: String, _ body: (String, String) throws -> Void) throws {
    try Command.withFolder { folder in
      let file = folder + "/mine.csv"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      try body(folder, file)
    }
  }

  /// As many cells in the header as in every row, and the names as they were.
  @Test func namesWithCommasComeOutOfEveryTable() throws {
    try Self.withTable(Self.odd) { folder, file in
      let options = ["simulate", "--family", "table,file=\(file)"] + Self.small
      for more in [[], ["--ends"], ["--predict"]] {
        let outcome = try Command.run(options + more)
        let table = try Table(name: "t", csv: outcome.output)
        #expect(table.columns.contains { $0.hasPrefix("(0, 10]") }, "\(outcome)")
        #expect(table.columns.contains { $0.hasPrefix("(10, \"20\"]") })
      }
      let plan = folder + "/plan.json"
      try """
      {"definition": {"family": "table,file=\(file)", "record": "at=0:2", "samples": 4,
        "generations": 2, "replicates": 2, "policy": "external,count=1"},
       "axes": [{"policy.count": [1, 2]}, {"estimator": ["ml", "map"]}]}
      """.write(toFile: plan, atomically: true, encoding: .utf8)
      let swept = try Command.run(["sweep", plan, "--output", folder + "/s"])
      #expect(swept.code == 0, "\(swept)")
      let csv = try String(contentsOfFile: folder + "/s/sweep.csv", encoding: .utf8)
      #expect(try Table(name: "s", csv: csv).numbers(in: "(0, 10]_mean")?.count == 8)
      let map = try Command.run(
        ["map", folder + "/s/sweep.csv", "--x", "policy.count", "--y", "estimator"]
          + ["--value", "(0, 10]_mean", "--output", folder + "/s"])
      #expect(map.code == 0, "\(map)")
    }
  }

  /// gnuplot draws the same points whatever the statistics are called.
  @Test func gnuplotReadsTablesWithQuotedNames() throws {
    func points(_ text: String) throws -> [Substring] {
      var lines: [Substring] = []
      try Self.withTable(text) { folder, file in
        let options = ["simulate", "--family", "table,file=\(file)", "--plot", folder + "/a.svg"]
        let outcome = try Command.run(options + Self.small)
        #expect(outcome.code == 0, "\(outcome)")
        let svg = try String(contentsOfFile: folder + "/a.svg", encoding: .utf8)
        lines = svg.split(separator: "\n").filter { $0.contains("<use") || $0.contains("<path") }
      }
      return lines
    }
    let plain = Self.odd.replacing("\"(0, 10]\"", with: "b").replacing(
      "\"(10, \"\"20\"\"]\"", with: "c")
    let expected = try points(plain)
    #expect(!expected.isEmpty)
    #expect(try points(Self.odd) == expected)
  }

  @Test func standardInputIsAFile() throws {
    try Self.withTable("rating\tbase\n1\t3\n2\t5\n5\t36\n\n") { folder, file in
      let named = try Command.run(
        ["simulate", "--family", "table,file=\(file)"] + Self.small)
      let piped = try Command.run(
        ["simulate", "--family", "table,file=-"] + Self.small, input: file)
      #expect(named.code == 0 && piped == named, "\(piped)")
      let definition = folder + "/d.json"
      try #"{"family": "poisson", "samples": 4, "generations": 2}"#.write(
        toFile: definition, atomically: true, encoding: .utf8)
      let read = try Command.run(["simulate", "--definition", definition])
      #expect(try Command.run(["simulate", "--definition", "-"], input: definition) == read)
      try "{".write(toFile: definition, atomically: true, encoding: .utf8)
      let bad = try Command.run(["simulate", "--definition", "-"], input: definition)
      #expect(bad.code == 65 && bad.errors.contains("standard input, line 1, column 2"), "\(bad)")
    }
  }

  @Test(arguments: [
    (
      "x,y\n1,2\n3,1,000\n",
      "mine.csv: line 3: 2 cells were expected, 3 found: numbers have no commas"
    ),
    (
      "x;y\n1;2\n3;1,5\n",
      "mine.csv: line 3, column y: 1,5 is not a number: write it without commas"
    ),
    (
      "rating,count\n1,3\n2,5\n5,4\n",
      "mine.csv: the column count may say how much each state counts"
    ),
    ("rating,count\n1,3\n2,5\n5,4\n", "call it base"),
  ])
  func complaintsNameTheFile(text: String, complaint: String) throws {
    try Self.withTable(text) { _, file in
      let outcome = try Command.run(["simulate", "--family", "table,file=\(file)"])
      #expect(outcome.code == 65 && outcome.errors.contains(complaint), "\(outcome)")
    }
  }
}
