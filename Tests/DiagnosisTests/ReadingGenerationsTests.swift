import Foundation
import Testing

import Diagnosis

enum JSON {
  static func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }
}

@Suite struct ReadingGenerationsTests {
  let folder = ReadingFolder()
  let text = "c\na\nb\n"

  func read(_ names: [String], truth: String? = nil) throws -> GenerationData {
    let files = names.map { folder.write($0, text) }
    return try GenerationFiles(.files(files), truth: truth.map { folder.write($0, text) }).read()
  }

  @Test func namesNumberGenerations() throws {
    let data = try read(["run7_gen10.csv", "run7_gen2.csv", "run7_gen4.CSV"])
    #expect(data.generations == [2, 4, 10])
    #expect(
      folder.sentences(data) == [
        "the files are put in the order of the numbers in their names",
        "6 generations are missing: 3, 5 to 9", "generation 2 stands in for the real data",
      ])
  }

  @Test(arguments: [["a.csv", "b.csv"], ["g1_s.csv", "h1_s.csv"], ["g1.csv", "x.csv"]])
  func otherNamesAreNumberedByOrder(_ names: [String]) throws {
    let data = try read(names)
    #expect(data.generations == [0, 1])
    #expect(
      folder.sentences(data)[0]
        == "the names of the files have no distinct numbers: they are generations 0 to 1 in their order"
    )
    #expect(try read(names, truth: "real.csv").generations == [1, 2])
  }

  @Test func aColumnNumbersGenerations() throws {
    let file = folder.write(
      "all.csv", "t,c\n3,a\n1,b\n1,a\n3,b\n3.0,c\n1,\"b\"\n10,a\n")
    let data = try GenerationFiles(.column(file: file, named: "t")).read()
    #expect(
      data.histories == [
        SymbolHistory(
          column: "c", symbols: ["a", "b", "c"], truth: [1, 2, 0], generations: [1, 3, 10],
          counts: [[1, 2, 0], [1, 1, 1], [1, 0, 0]])
      ])
    #expect(data.rows == [3, 3, 1])
    #expect(data.truthRows == 3)
    #expect(folder.sentences(data)[0] == "7 generations are missing: 2, 4 to 9")
  }

  @Test func aColumnOfGenerationsMayHaveRealDataBeside() throws {
    let file = folder.write(
      "all.csv",
      "generation,x\n" + (0..<400).map { "\($0 / 200),\($0 % 200)\n" }.joined())
    let real = folder.write("real.csv", column("x", (0..<300).map { $0 * 7 % 300 }))
    let data = try GenerationFiles(.column(file: file), truth: real).read()
    #expect(data.histories[0].truth == Array(repeating: 30, count: 10))
    #expect(data.histories[0].counts[0] == [30, 30, 30, 30, 30, 30, 20, 0, 0, 0])
    #expect(data.truthRows == 300)
    let alone = try GenerationFiles(.column(file: file)).read()
    #expect(alone.truthRows == 200)
  }

  @Test func repeatedRowsOfGenerationsAreReadLikeFiles() throws {
    let rows = (0..<3000).map { ($0 * 31 % 3, $0 * 7919 % 1000) }
    let all = folder.write(
      "all.csv", "x,generation\n" + rows.map { "\($0.1),\($0.0)\n" }.joined())
    let files = (0..<3).map { g in
      folder.write("g\(g).csv", column("x", rows.filter { $0.0 == g }.map(\.1)))
    }
    let (one, several) = (
      try GenerationFiles(.column(file: all)).read(), try GenerationFiles(.files(files)).read()
    )
    #expect(one == several)
    #expect(one.histories.count == 2)
  }
}
