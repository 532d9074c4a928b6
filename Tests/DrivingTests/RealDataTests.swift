import Diagnosis
import Documents
import Driving
import Testing

/// Rows are bytes, which nothing reformats.
@Suite struct RealDataTests {
  private static func read(_ text: String, lines: Bool = false) throws -> RealData {
    try DrivenExample.with(text) { try $0.definition(["lines": .bool(lines)]).real }
  }

  @Test func valuesStandAsTheyCame() throws {
    let text = "\u{FEFF}n,\"a, b\"\r\n1.50,\"say \"\"no\"\"\"\r\n 007,\"two\nlines\"\r\n1e3,ü\r\n"
    let real = try Self.read(text)
    #expect(
      DrivenExample.lines(real.rows) == [
        "1.50,\"say \"\"no\"\"\"", " 007,\"two\nlines\"", "1e3,ü",
      ])
    #expect(String(decoding: real.head, as: UTF8.self) == "n,\"a, b\"\n")
  }

  @Test func namesOfColumnsStandInQuotesWhereTheyMust() throws {
    let text = "\"two\nlines\",\"a,\u{301}\",\"\"\"\u{301}\"\n1,2,3\n2,3,4\n"
    #expect(String(decoding: try Self.read(text).head, as: UTF8.self) + "1,2,3\n2,3,4\n" == text)
  }

  @Test func linesArePoints() throws {
    let real = try Self.read("to be, or\r\n\nnot\nto be, or", lines: true)
    #expect(DrivenExample.lines(real.rows) == ["to be, or", "", "not", "to be, or"])
    #expect(real.head.isEmpty && real.symbols[0]?.series[0].truth == [2, 1, 1])
  }

  @Test func columnsThatSayNothingAreTold() throws {
    let rows = (1...30).map { "\($0),name \($0),k" }.joined(separator: "\n")
    let real = try Self.read("id,name,kind\n\(rows)\n")
    #expect(real.symbols[0] == nil && real.symbols[1] == nil)
    #expect(real.notes.contains { $0.contains("counts the rows") })
  }

  @Test func emptyFilesAreRefused() throws {
    #expect(throws: (any Error).self) { try Self.read("x,y\n") }
    #expect(throws: (any Error).self) { try Self.read("", lines: true) }
  }

  /// Symbols are those that `closedloop diagnose` has.
  @Test func symbolsAreThoseOfDiagnosis() throws {
    let numbers = (0..<300).map { "\(Double($0 * 7919 % 300) / 10),\(["a", "b", "c"][$0 % 3])" }
    let text = "v,w\n" + numbers.joined(separator: "\n") + "\n"
    try DrivenExample.with(text) { example in
      let real = try example.definition().real
      let file = "\(example.folder)/real.csv"
      let data = try GenerationFiles(.files([file, file]), truth: file).read()
      let series = real.symbols.compactMap(\.self).flatMap { symbols in
        symbols.series.map { (symbols.column, $0) }
      }
      #expect(series.map(\.1.kind) == [.deciles, .tails, .categories])
      for ((column, series), history) in zip(series, data.histories) {
        #expect(column == history.column && series.kind == history.kind)
        // Symbols that nothing has are left out there.
        #expect(Array(series.symbols.prefix(history.symbols.count)) == history.symbols)
        #expect(series.truth == history.truth)
      }
    }
  }
}
