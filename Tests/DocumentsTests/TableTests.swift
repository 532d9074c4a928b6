import Documents
import Testing

@Suite struct TableTests {
  static let table = Table(
    name: "example", columns: ["word", "count", "value"],
    rows: [
      ["a", 3, 0.1], ["b", -7, .number(1 / 3.0)], ["c", 0, .number(.nan)],
      ["d", 1, .number(-.infinity)], ["e", 2, .number(-0.0)], ["f", 9, .number(1.5e-300)],
    ])

  @Test func csvHasTenSignificantDigits() {
    #expect(
      Self.table.csv == """
        word,count,value
        a,3,0.1
        b,-7,0.3333333333
        c,0,nan
        d,1,-inf
        e,2,0
        f,9,1.5e-300

        """)
  }

  @Test func readingBackGivesTheSameBytes() throws {
    let back = try Table(name: "example", csv: Self.table.csv)
    #expect(back.csv == Self.table.csv)
    #expect(back.columns == Self.table.columns)
    #expect(back.numbers(in: "count") == [3, -7, 0, 1, 2, 9])
    #expect(back.numbers(in: "nothing") == nil)
    let windows = try Table(name: "example", csv: "a,b\r\n1,2\r\n")
    #expect(windows.rows == [[1, 2]])
  }

  @Test func textWithCommasAndQuotesSurvives() throws {
    let texts = ["plain", "a, b", "say \"no\"", "\"", "\",\"", "φ̄₁,₀ and \"x\", \"y\""]
    let table = Table(
      name: "t", columns: ["text", "number"], rows: texts.map { [.text($0), 1.5] })
    let back = try Table(name: "t", csv: table.csv)
    #expect(back.rows == table.rows)
    #expect(table.csv.contains("\n\"a, b\",1.5\n"))
  }

  /// RFC 4180 holds for names, too: as many cells in the header as in the rows.
  @Test func namesWithCommasAndQuotesSurvive() throws {
    let names = ["(0, 10]", "(10, 20]", "the \"mean\"", "\"", "plain"]
    let table = Table(name: "t", columns: names, rows: [[1, 2, 3, 4, 5], ["a, b", 0.5, 0, 0, 0]])
    #expect(
      table.csv == "\"(0, 10]\",\"(10, 20]\",\"the \"\"mean\"\"\",\"\"\"\",plain\n"
        + "1,2,3,4,5\n\"a, b\",0.5,0,0,0\n")
    let back = try Table(name: "t", csv: table.csv)
    #expect(back.columns == names && back.rows == table.rows)
  }

  @Test func emptyLinesAtTheEndAreNoRows() throws {
    #expect(try Table(name: "t", csv: "a,b\n1,2\n\n\n").rows == [[1, 2]])
  }

  /// A row is one line, whatever is in it.
  @Test func lineBreaksInTextBecomeSpaces() throws {
    let table = Table(name: "t", columns: ["a", "b"], rows: [["x\ny", "u\r\nv"]])
    #expect(try Table(name: "t", csv: table.csv).rows == [["x y", "u  v"]])
  }

  @Test(arguments: [
    ("", 1), ("\n", 1), ("a,,c\n", 1), ("a,a\n1,2\n", 1), ("a,b\n1,2\n3\n", 3), ("a,b\n1,2,3\n", 2),
    ("a,b\n\n1,2\n", 2), ("a,b\n1,\"0\"5\n", 2), ("a,b\n1,x\"y\"\n", 2), ("a,b\n1,\"2\n", 2),
  ])
  func corruptFilesAreRefusedWithTheirLine(csv: String, line: Int) {
    let error = #expect(throws: CSVError.self) { try Table(name: "t", csv: csv) }
    #expect(error?.line == line)
    #expect("\(error!)".hasPrefix("t.csv, line \(line): "))
  }
}
