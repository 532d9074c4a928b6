import Randomness
import Testing
import _TestSupport

import Diagnosis

/// What is written is read back, wherever pieces end.
@Suite(.inTurn(.other)) struct ReadingRecordsTests {
  /// A table, and how it is written.
  struct Written {
    var rows: [[String]] = []
    var bytes: [UInt8] = []
    var delimiter = GenerationFiles.Options.Delimiter.comma

    init(_ generator: inout RandomStream) {
      delimiter = GenerationFiles.Options.Delimiter.allCases[generator.whole(0, 2)]
      let lineEnd = ["\n", "\r\n"][generator.whole(0, 1)]
      let columns = generator.whole(1, 5)
      rows = [(0..<columns).map { "c\($0)" }]
      for _ in 0..<generator.whole(1, 12) {
        rows.append((0..<columns).map { _ in Self.cell(&generator) })
      }
      let separator = String(decoding: [delimiter.byte], as: UTF8.self)
      var text = generator.whole(0, 2) == 0 ? "\u{FEFF}" : ""
      for (k, row) in rows.enumerated() {
        let cells = row.map { cell in
          let mustQuote = cell.utf8.contains { "\"\n\r,;\t".utf8.contains($0) }
          let quotes = mustQuote || generator.whole(0, 4) == 0 || columns == 1 && cell.isEmpty
          return quotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }
        text += cells.joined(separator: separator)
        if k < rows.count - 1 || generator.whole(0, 1) == 0 { text += lineEnd }
        if generator.whole(0, 9) == 0, k < rows.count - 1 { text += lineEnd }
      }
      bytes = Array(text.utf8)
    }

    private static func cell(_ generator: inout RandomStream) -> String {
      let parts = [
        "a", "b", "", "red", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "é", "日本", "👩‍🔬", " ", "12",
        "eight by",
        "longer than eight bytes", "\r",
      ]
      return (0..<generator.whole(0, 3)).map { _ in parts[generator.whole(0, parts.count - 1)] }
        .joined()
    }
  }

  /// All cells of a file, the header first.
  static func cells(
    _ path: String, _ delimiter: GenerationFiles.Options.Delimiter, chunk: Int
  ) throws -> [[String]] {
    let settings = RecordScanner.Settings(delimiter: delimiter.byte, chunk: chunk)
    let scanner = try RecordScanner(path: path, settings: settings)
    var rows = [scanner.header]
    let block = RecordBlock(capacity: chunk)
    repeat {
      try scanner.read(into: block)
      rows += (0..<block.rows).map { row in scanner.header.indices.map { block.text(row, $0) } }
    } while block.rows > 0
    return rows
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let folder = ReadingFolder()
    var generator = RandomStream(key: StreamKey(rootSeed: 1))
    for _ in 0..<400 {
      let written = Written(&generator)
      let path = folder.write("t.csv", written.bytes)
      for chunk in [1, generator.whole(2, 40), 1 << 16] {
        #expect(try Self.cells(path, written.delimiter, chunk: chunk) == written.rows)
      }
    }
  }

  @Test func piecesMayEndAnywhere() throws {
    let folder = ReadingFolder()
    let text = "\u{FEFF}\"x\"\"\",y\r\n\r\n\"a\r\n\"\"b\"\"\",é\r\n12,\"日,本\"\r\n,\"\"\r\nlast,one"
    let rows = [["x\"", "y"], ["a\r\n\"b\"", "é"], ["12", "日,本"], ["", ""], ["last", "one"]]
    let path = folder.write("t.csv", text)
    for chunk in 1...(text.utf8.count + 2) {
      #expect(try Self.cells(path, .comma, chunk: chunk) == rows)
    }
  }

  /// Counts of a column by a dictionary, in the order in which symbols stand.
  private func counts(_ rows: [[String]], _ column: Int, _ symbols: [String]) -> [Int] {
    var counts: [String: Int] = [:]
    for row in rows.dropFirst() { counts[row[column], default: 0] += 1 }
    return symbols.map { counts[$0] ?? 0 }
  }

  @Test func countsAreThoseOfADictionary() throws {
    let folder = ReadingFolder()
    var generator = RandomStream(key: StreamKey(rootSeed: 2))
    for trial in 0..<200 {
      let written = (0..<3).map { _ in Written(&generator) }
      let width = written.map { $0.rows[0].count }.min() ?? 0
      // The same columns, and the same form.
      let tables = written.map { $0.rows.map { Array($0.prefix(width)) } }
      let files = tables.enumerated().map { k, rows in
        let lines = rows.map { row in
          row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
        }
        return folder.write("g\(k).csv", lines.joined(separator: "\r\n"))
      }
      var options = GenerationFiles.Options()
      (options.delimiter, options.chunk) = (.semicolon, generator.whole(1, 300))
      options.threads = trial % 10 == 0 ? 2 : 1
      let data = try GenerationFiles(.files(files), options: options).read()
      for history in data.histories {
        let column = try #require(tables[0][0].firstIndex(of: history.column))
        for (generation, row) in zip(history.generations, history.counts) {
          #expect(row == counts(tables[generation], column, history.symbols))
        }
        #expect(history.truth == counts(tables[0], column, history.symbols))
      }
      #expect(data.rows == tables.map { $0.count - 1 })
    }
  }

  /// A table of numbers, words and missing cells.
  private func mixed(_ rows: Int, _ seed: UInt64) -> String {
    var generator = RandomStream(key: StreamKey(rootSeed: seed))
    var text = "x,n,c,d\n"
    for _ in 0..<rows {
      let x = generator.signed(1e-3, 1e3)
      let c = ["red", "green", "", "a long value"][generator.whole(0, 3)]
      let d = ISODate.text(Double(generator.whole(-40_000, 40_000)) * 43_200)
      text += "\(x),\(generator.whole(0, 40)),\(c),\(d)\n"
    }
    return text
  }

  @Test func resultsDependNeitherOnThreadsNorOnPieces() throws {
    let folder = ReadingFolder()
    let texts = (0..<3).map { mixed(3000, $0) }
    let expected = try folder.read(texts) { ($0.threads, $0.sample) = (1, 100_000) }
    #expect(
      expected.histories.map(\.kind) == [
        .deciles, .tails, .deciles, .categories, .deciles, .tails,
      ])
    for (threads, chunk, sample) in [
      (1, 100, 64), (2, 10_000, 64), (3, 1 << 16, 500), (1, 50, 300),
    ] {
      let data = try folder.read(texts) {
        ($0.threads, $0.chunk, $0.sample, $0.capacity) = (threads, chunk, sample, 100)
      }
      #expect(data == expected)
    }
  }
}
