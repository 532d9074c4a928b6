import Testing

import Diagnosis

@Suite struct ReadingRowsTests {
  let folder = ReadingFolder()

  @Test func categoriesAreCounted() throws {
    let data = try folder.read(
      ["c,d\nred,x\nblue,x\nred,y\n", "d,c\nx,red\ny,red\n"], truth: "c,d\nred,x\nblue,y\n")
    #expect(
      data.histories == [
        SymbolHistory(
          column: "c", symbols: ["blue", "red"], truth: [1, 1], generations: [0, 1],
          counts: [[1, 2], [0, 2]]),
        SymbolHistory(
          column: "d", symbols: ["x", "y"], truth: [1, 1], generations: [0, 1],
          counts: [[2, 1], [1, 1]]),
      ])
    #expect(data.rows == [3, 2])
    #expect(data.truthRows == 2)
    #expect(data.notes.isEmpty)
  }

  @Test func firstGenerationStandsInForTheRealData() throws {
    let data = try folder.read(["c\na\nb\n", "c\na\na\n"])
    #expect(data.histories.map(\.truth) == [[1, 1]])
    #expect(data.histories.map(\.counts) == [[[1, 1], [2, 0]]])
    #expect(data.truthRows == 2)
    #expect(folder.sentences(data) == ["generation 0 stands in for the real data"])
  }

  @Test func numbersHaveDecilesAndTails() throws {
    let real = column("x", (1...200).map { Double($0) / 2 })
    let data = try folder.read(
      [column("x", [0.5, 1, 1.5, 10, 10.5, 99, 99.5, 100, 101]), column("x", [50])], truth: real)
    let (deciles, tails) = (data.histories[0], data.histories[1])
    #expect(deciles.kind == .deciles)
    #expect(deciles.symbols.first == "≤ 10")
    #expect(deciles.symbols[1] == "(10, 20]")
    #expect(deciles.symbols.last == "> 90")
    #expect(deciles.truth == Array(repeating: 20, count: 10))
    #expect(deciles.counts == [[4, 1, 0, 0, 0, 0, 0, 0, 0, 4], [0, 0, 0, 0, 1, 0, 0, 0, 0, 0]])
    #expect(tails.kind == .tails)
    #expect(tails.symbols == ["< 1.5", "[1.5, 99]", "> 99"])
    #expect(tails.truth == [2, 196, 2])
    #expect(tails.counts == [[2, 4, 3], [0, 1, 0]])
    #expect(data.notes.isEmpty)
  }

  @Test func firstGenerationHasTheCountsOfTheDeciles() throws {
    let data = try folder.read([column("x", 2...251), column("x", [3])])
    #expect(data.histories.map { $0.counts[0] } == data.histories.map(\.truth))
  }

  @Test func equalDecilesMerge() throws {
    let real = column("x", (0..<200).map { $0 < 120 ? 0 : $0 })
    let data = try folder.read([real, column("x", [-1, 0, 130])], truth: real)
    #expect(data.histories[0].symbols == ["≤ 0", "(0, 139]", "(139, 159]", "(159, 179]", "> 179"])
    #expect(data.histories[0].truth == [120, 20, 20, 20, 20])
    #expect(data.histories[1].truth == [0, 198, 2])
    #expect(data.histories[1].counts[1] == [1, 2, 0])
    #expect(
      folder.sentences(data) == ["column x has equal deciles, which leave 5 intervals"])
  }

  @Test func fewNumbersHaveNoTails() throws {
    let real = column("x", 5...50)
    let data = try folder.read([real, real], truth: real)
    #expect(data.histories.map(\.kind) == [.deciles])
    #expect(
      folder.sentences(data) == [
        "column x has 46 numbers in the real data, too few for tails of 1 %: use 100 or more"
      ])
  }

  @Test func fewDistinctNumbersAreCategories() throws {
    let data = try folder.read(["n\n1.0\n2.0\n10\n", "n\n2\n2\n7\n"], truth: "n\n1\n2\n10\n")
    #expect(data.histories[0].symbols == ["1", "2", "7", "10"])
    #expect(data.histories[0].counts == [[1, 1, 0, 1], [0, 2, 1, 0]])
    #expect(
      folder.sentences(data)
        == ["column n has a value that the real data lack, in one cell: 7 stands in generation 1"])
  }

  @Test func columnsWithoutUseAreSkippedAndTold() throws {
    let rows = (0..<60).map { "\($0),id\($0),same,,\($0 % 3)" }
    let text = "row,name,one,nothing,c\n" + rows.joined(separator: "\n")
    let data = try folder.read([text, text], truth: text)
    #expect(data.histories.map(\.column) == ["c"])
    #expect(
      folder.sentences(data) == [
        "column row counts the rows of the real data, and is skipped",
        "column name is all different in the real data, an identifier, and is skipped",
        "column one has one value in all data, same, and is skipped",
        "column nothing has no value in the real data, and is skipped",
      ])
  }

  @Test func tooManyValuesAreDropped() throws {
    let text = column("t", (0..<1500).map { "w\($0 / 2)" })
    let data = try folder.read([text, column("t", (0..<1500).map { "v\($0)" })], truth: text) {
      $0.mostValues = 800
      $0.chunk = 100
    }
    #expect(data.histories.isEmpty)
    #expect(
      folder.sentences(data)
        == ["column t has more than 800 distinct values, or very long ones, and is skipped"])
  }

  @Test func missingCellsAreToldAndNotCounted() throws {
    let data = try folder.read(
      ["c,x\na,1\n,2\n", "c,x\nNA,1\nb, \n"], truth: "c,x\na,1\nb,2\n\"\",NA\n"
    ) { $0.missing = ["NA"] }
    #expect(data.histories.map(\.rows) == [[1, 1], [2, 1]])
    #expect(data.histories.map(\.truth) == [[1, 1], [1, 1]])
    #expect(
      folder.sentences(data) == [
        "column c has 3 missing cells, which are not counted; 1 in the real data",
        "column x has 2 missing cells, which are not counted; 1 in the real data",
      ])
  }

  @Test func numbersThatAreMissingWordsAreMissing() throws {
    let real = column("x", (0..<300).map { $0 % 3 == 0 ? -999 : $0 })
    let data = try folder.read([real, real]) { $0.missing = ["-999"] }
    #expect(data.histories[0].truth.reduce(0, +) == 200)
    #expect(data.histories[0].rows == [200, 200])
    #expect(
      folder.sentences(data).contains(
        "column x has 200 missing cells, which are not counted; 100 in the real data"))
  }

  @Test func cellsThatAreNoNumbersAreASymbol() throws {
    let real = column("x", 2...201)
    let data = try folder.read([real, column("x", ["3", "nan", "inf", "7"])], truth: real)
    #expect(data.histories[0].symbols.last == "no number")
    #expect(data.histories[0].truth.last == 0)
    #expect(data.histories[0].counts[1].last == 2)
    #expect(data.histories[1].counts[1] == [1, 1, 0, 2])
    #expect(
      folder.sentences(data) == [
        "column x has 2 cells in the generations that are no number, first nan in g1.csv, line 3; "
          + "the symbol `no number` counts them"
      ])
  }

  @Test func numbersMixedWithWordsAreTold() throws {
    let real = column("x", ["1", "2", "NA", "1", "2"])
    let data = try folder.read([real, real])
    #expect(data.histories[0].symbols == ["1", "2", "NA"])
    #expect(
      folder.sentences(data)[1]
        == "column x is read as categories: 4 cells of the real data are numbers, and one cell is none, "
        + "first NA in g0.csv, line 4; say which words are missing values")
  }

  @Test func datesAreNumbers() throws {
    let days = (0..<200).map { ISODate.text(Double($0) * 86_400) }
    let data = try folder.read([column("d", days), column("d", ["1970-01-03", "1970-07-01"])])
    #expect(data.histories[0].symbols[0] == "≤ 1970-01-20")
    #expect(
      data.histories[1].symbols == ["< 1970-01-03", "[1970-01-03, 1970-07-17]", "> 1970-07-17"])
    #expect(data.histories[0].counts[1].reduce(0, +) == 2)
    #expect(folder.sentences(data)[1] == "column d has dates, which are read as numbers")
  }

  @Test func generationsWithoutAValueAreLeftOut() throws {
    let data = try folder.read(
      ["c,d\na,1\nb,1\n", "c,d\n,1\n,2\n", "c,d\na,2\na,\n"], truth: "c,d\na,1\nb,2\n")
    #expect(data.histories[0].generations == [0, 2])
    #expect(
      folder.sentences(data) == [
        "column c has 2 missing cells, which are not counted",
        "column c has no value in generation 1",
        "column d has one missing cell, which is not counted",
      ])
  }

  @Test func columnsThatOthersLackAreTold() throws {
    let data = try folder.read(["c,e\na,1\nb,1\n", "e,c\n1,a\n2,b\n"], truth: "id,c\n1,a\n2,b\n")
    #expect(data.histories.map(\.column) == ["c"])
    #expect(
      folder.sentences(data) == [
        "one column stands only in the real data and is skipped: id",
        "one column stands only in the generations and is skipped: e",
      ])
  }

  @Test func columnsCanBeChosen() throws {
    let text = "a,b,c\n1,2,3\n4,5,6\n"
    let data = try folder.read([text, text]) { $0.columns = ["c", "a"] }
    #expect(data.histories.map(\.column) == ["a", "c"])
  }

  @Test func columnsWithoutANameAreCalledByTheirPlace() throws {
    let text = ",c\n" + (0..<30).map { "\($0),\($0 % 2)\n" }.joined()
    let data = try folder.read([text, text])
    #expect(data.histories.map(\.column) == ["c"])
    #expect(
      folder.sentences(data).last
        == "column number 1 counts the rows of the real data, and is skipped")
  }

  @Test func notesAreJSON() throws {
    let data = try folder.read(["c\na\nb\n", "c\na\na\n"])
    let note = ReadingNote(.newValues, column: "c", count: 2, sentence: "two")
    #expect(data.notes.map(\.subject) == [.noTruth])
    #expect(try JSON.roundTrip(note) == note)
  }
}
