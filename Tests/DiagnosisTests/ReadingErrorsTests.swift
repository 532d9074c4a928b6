import Testing

import Diagnosis

@Suite struct ReadingErrorsTests {
  let folder = ReadingFolder()
  let good = "a,b\n1,2\n3,4\n"

  /// What is said of a second generation.
  func complaint(_ text: String) -> String { folder.complaint(of: [good, text]) }

  @Test func filesMustBeThere() {
    #expect(
      folder.complaint { () throws(ReadingError) in
        _ = try GenerationFiles(.files([folder.path("g1.csv"), folder.path("g2.csv")])).read()
      } == "g1.csv: cannot be read: No such file or directory")
    #expect(
      folder.complaint { () throws(ReadingError) in
        _ = try GenerationFiles(.files([folder.path("."), folder.path(".")])).read()
      } == ".: is a folder: use a CSV file")
    #expect(
      folder.complaint(of: [good]) == "g0.csv: is the only generation: use two or more files")
    #expect(
      folder.complaint { () throws(ReadingError) in _ = try GenerationFiles(.files([])).read() }
        == "generations: is the only generation: use two or more files")
  }

  @Test func filesMustHaveRows() {
    for text in ["", "\n", "\r\n\n", "\u{FEFF}"] {
      #expect(
        complaint(text)
          == "g1.csv: is empty: a header row with the names of the columns is missing")
    }
    for text in ["a,b", "a,b\n", "a,b\r\n\r\n"] {
      #expect(complaint(text) == "g1.csv: has a header and no rows")
    }
    #expect(
      folder.complaint(of: [good, good], truth: "a,b\n") == "real.csv: has a header and no rows")
  }

  @Test func rowsMustHaveAsManyCells() {
    #expect(
      complaint("a,b\n1,2\n\n1\n")
        == "g1.csv, line 4: 2 cells were expected, as in the header, and 1 found")
    #expect(
      complaint("a,b\n1,2,3,4\n")
        == "g1.csv, line 2: 2 cells were expected, as in the header, and 4 found; "
        + "numbers have no commas, and words with commas are put in double quotes")
    #expect(
      complaint("a,b\n\"1\n\n\",2\n1")
        == "g1.csv, line 5: 2 cells were expected, as in the header, and 1 found")
  }

  @Test func quotesMustBeClosed() {
    #expect(complaint("a,b\n1,\"2\n3,4\n") == "g1.csv, line 2: a quote is opened and not closed")
    #expect(
      complaint("a,b\n\"1\n\"x,2\n")
        == "g1.csv, line 3: a cell goes on behind its closing quote: double the quotes in it")
    #expect(
      complaint("a,b\n1,2\"\n")
        == "g1.csv, line 2: a quote stands inside a cell: put the cell in quotes and double those in it"
    )
  }

  @Test func filesMustBeTextInUTF8() {
    func complaint(_ bytes: [UInt8]) -> String {
      let files = [folder.write("g0.csv", good), folder.write("g1.csv", bytes)]
      return folder.complaint { () throws(ReadingError) in
        _ = try GenerationFiles(.files(files)).read()
      }
    }
    let start = Array("a,b\n1,2\n".utf8)
    #expect(
      complaint(start + [0x33, 0, 0x2c, 0x34])
        == "g1.csv, line 3: a byte is 0, which text has not: use a CSV file in UTF-8")
    #expect(
      complaint(start + [0x33, 0xe9, 0x2c, 0x34])
        == "g1.csv, line 3: the byte 0xE9 is no UTF-8: use a CSV file in UTF-8")
    for wrong: [UInt8] in [
      [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xc3], [0xe2, 0x82], [0x80],
      [0xf8, 0x88, 0x80, 0x80, 0x80], [0xe0, 0x80, 0x80], [0xf0, 0x80, 0x80, 0x80],
    ] {
      #expect(complaint(start + [0x33] + wrong + [0x2c, 0x34]).contains("line 3: the byte"))
    }
    #expect(complaint([0xff, 0xfe, 0x61, 0, 0x2c, 0]).contains("line 1: the byte 0xFF"))
    // The first of two errors is told.
    #expect(complaint(Array("a,b\n1\n".utf8) + [0xff]).contains("line 2: 2 cells"))
    #expect(
      complaint(Array("a,b\n".utf8) + [0xff] + Array(",1\n1\n".utf8)).contains("line 2: the byte"))
  }

  @Test func linesMustNotBeEndless() throws {
    let path = folder.write("g1.csv", "a,b\n" + String(repeating: "x", count: 5000) + ",1\n")
    var settings = RecordScanner.Settings()
    (settings.chunk, settings.longestRecord) = (64, 1000)
    #expect(
      folder.complaint { () throws(ReadingError) in
        let scanner = try RecordScanner(path: path, settings: settings)
        try scanner.read(into: RecordBlock(capacity: 64))
      }
        == "g1.csv, line 2: a row has more than 1000 bytes; is a quote opened and not closed, or is this no CSV file?"
    )
  }

  @Test func headersMustFit() {
    #expect(complaint("a,c\n1,2\n") == "g1.csv: there is no column b, which g0.csv has")
    #expect(complaint("a,b,c\n1,2,3\n") == "g1.csv: there is a column c, which g0.csv has not")
    #expect(
      complaint("a,a\n1,2\n") == "g1.csv, line 1: two columns are called a: use distinct names")
    #expect(
      complaint("\n a; b\n1;2\n")
        == "g1.csv, line 2: the only column is called a; b: say that semicolons separate cells")
    #expect(
      complaint("a,b\r1,2\r").contains("line 1: lines end with carriage returns alone"))
    #expect(
      folder.complaint(of: [good, good], truth: "c,d\n1,2\n")
        == "g0.csv: no column is called as one of real.csv: use the same names, which are c, d there"
    )
    #expect(
      folder.complaint(of: ["mass,age\n1,2\n", "mass,age\n1,2\n"]) { $0.columns = ["mas"] }
        == "g0.csv: there is no column mas: use one of mass, age; did you mean mass?")
  }

  @Test(arguments: ["1.5", "-1", "", "x", "1e300", "nan"])
  func generationsMustBeWholeNumbers(_ word: String) {
    let file = folder.write("all.csv", "generation,c\n0,a\n\(word),b\n")
    #expect(
      folder.complaint { () throws(ReadingError) in
        _ = try GenerationFiles(.column(file: file)).read()
      } == "all.csv, line 3: generation = \(word) is not allowed: use a whole number, 0 or more")
  }

  @Test func oneGenerationIsNotEnough() {
    let file = folder.write("all.csv", "generation,c\n4,a\n4,b\n")
    #expect(
      folder.complaint { () throws(ReadingError) in
        _ = try GenerationFiles(.column(file: file)).read()
      } == "all.csv: generation is 4 in all rows: use two or more generations")
    #expect(
      folder.complaint { () throws(ReadingError) in
        _ = try GenerationFiles(.column(file: file, named: "generations")).read()
      }
        == "all.csv: there is no column generations: use one of generation, c; did you mean generation?"
    )
  }
}
