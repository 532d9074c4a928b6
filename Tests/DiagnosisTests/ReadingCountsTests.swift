import Testing

import Diagnosis

@Suite struct ReadingCountsTests {
  let folder = ReadingFolder()

  func read(_ text: String, truth: String? = nil) throws(ReadingError) -> GenerationData {
    try GenerationFiles(
      .counts(file: folder.write("counts.csv", text)),
      truth: truth.map { folder.write("real.csv", $0) }
    ).read()
  }

  func complaint(_ text: String, truth: String? = nil) -> String {
    folder.complaint { () throws(ReadingError) in _ = try read(text, truth: truth) }
  }

  @Test func countsAreTaken() throws {
    let data = try read("generation,value,count\n0,b,3\n0,a,7\n2,a,10\n2.0,c,1\n")
    #expect(
      data.histories == [
        SymbolHistory(
          column: "value", symbols: ["b", "a", "c"], truth: [3, 7, 0], generations: [0, 2],
          counts: [[3, 7, 0], [0, 10, 1]])
      ])
    #expect(data.rows == [10, 11])
    #expect(
      folder.sentences(data) == [
        "one generation is missing: 1", "generation 0 stands in for the real data",
        "column value has a value that the real data lack, in one cell: c stands in generation 2",
      ])
  }

  @Test func severalColumnsAndKindsAreToldApart() throws {
    let data = try read(
      """
      column,kind,generation,value,count
      x,deciles,1,low,4
      x,deciles,1,high,6
      x,tails,1,in,9
      x,tails,1,out,1
      c,categories,1,low,10
      x,deciles,2,low,10
      x,tails,2,in,10
      c,categories,2,low,9
      c,categories,2,high,1
      y,categories,2,low,1
      """,
      truth: """
        column,kind,value,count
        x,deciles,high,50
        x,deciles,low,50
        x,tails,in,98
        x,tails,out,2
        c,categories,low,100
        z,categories,low,100

        """)
    #expect(data.histories.map(\.column) == ["x", "x", "c"])
    #expect(data.histories.map(\.kind) == [.deciles, .tails, .categories])
    #expect(data.histories.map(\.symbols) == [["high", "low"], ["in", "out"], ["low", "high"]])
    #expect(data.histories.map(\.truth) == [[50, 50], [98, 2], [100, 0]])
    #expect(data.histories[0].counts == [[6, 4], [0, 10]])
    #expect(data.truthRows == 100)
    #expect(
      folder.sentences(data)[0] == "one column stands only in the real data and is skipped: z")
    #expect(
      folder.sentences(data)[1] == "one column stands only in the generations and is skipped: y")
  }

  @Test func missingValuesAreTold() throws {
    let data = try read("generation,value,count\n0,a,3\n0,b,3\n0,,7\n1,a,10\n")
    #expect(data.histories[0].truth == [3, 3])
    #expect(
      folder.sentences(data).last == "column value has 7 missing cells, which are not counted")
  }

  @Test(arguments: ["-1", "1.5", "", "many", "1e20", "inf"])
  func countsMustBeWholeNumbers(_ word: String) {
    #expect(
      complaint("generation,value,count\n0,a,3\n1,a,\(word)\n")
        == "counts.csv, line 3: count = \(word) is not allowed: use a whole number, 0 or more")
  }

  @Test func tablesMustFit() {
    #expect(
      complaint("generation,value,number\n0,a,3\n")
        == "counts.csv: there is no column count: use one of generation, value, number")
    #expect(
      complaint("generation,value,count\n0,a,3\n0,b,1\n0,a,4\n1,a,1\n")
        == "counts.csv, line 4: a has a count already, in line 2")
    #expect(
      complaint("generation,value,count\n0,a,3\n0,b,1\n")
        == "counts.csv: generation is 0 in all rows: use two or more generations")
    #expect(
      complaint("generation,kind,value,count\n0,decile,a,3\n")
        == "counts.csv, line 2: kind = decile is not allowed: "
        + "use one of categories, deciles, tails; did you mean deciles?")
    #expect(complaint("generation,value,count\n") == "counts.csv: has a header and no rows")
    #expect(
      complaint("generation,value,count\n0.5,a,3\n")
        == "counts.csv, line 2: generation = 0.5 is not allowed: use a whole number, 0 or more")
  }

  @Test func countsAreThoseOfTheRows() throws {
    let rows = (0..<500).map { ($0 % 4, ["a", "b", "c,\"d\"\n"][$0 * 7 % 11 % 3]) }
    let quoted = { (text: String) in "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    let file = folder.write(
      "rows.csv", "generation,value\n" + rows.map { "\($0),\(quoted($1))\n" }.joined())
    var text = "generation,value,count\n"
    for generation in 0..<4 {
      for value in ["a", "b", "c,\"d\"\n"] {
        text += "\(generation),\(quoted(value)),\(rows.count { $0 == (generation, value) })\n"
      }
    }
    #expect(try GenerationFiles(.column(file: file)).read() == read(text))
  }
}
