import Testing
import _TestSupport

import Diagnosis

/// Damaged files are read or refused in a sentence, and never crash the program.
@Suite(.inTurn(.other)) struct ReadingDamageTests {
  @Test func damagedRowsDoNotCrash() {
    let folder = ReadingFolder()
    let rows = (0..<24).map { "\($0 * 7 % 24).5,\"a\"\"\($0 % 3)\",2024-01-\(10 + $0),w\($0)\r\n" }
    let seeds = ["\u{FEFF}x,c,d,id\r\n" + rows.joined(), "x,c,d,id\n1,\"b\n\",2024-01-01,\n"]
    var refused = 0
    let good = folder.write("g0.csv", seeds[0])
    for (k, text) in Mutations(of: seeds, count: 1500, seed: 1).enumerated() {
      let bad = folder.write("g1.csv", text)
      var options = GenerationFiles.Options()
      // Threads that wait for each other at every sixteen bytes take seconds.
      (options.threads, options.chunk) = k % 20 == 0 ? (2, 1 << 12) : (1, [1 << 12, 16][k % 2])
      (options.levels, options.sample, options.capacity) = (4, 16, 16)
      let input = GenerationFiles(
        .files([good, bad]), truth: k % 3 == 0 ? bad : nil, options: options)
      let complaint = folder.complaint { () throws(ReadingError) in _ = try input.read() }
      #expect(complaint.isEmpty || complaint.hasPrefix("g0.csv") || complaint.hasPrefix("g1.csv"))
      refused += complaint.isEmpty ? 0 : 1
    }
    #expect(refused > 150 && refused < 1400)
  }

  @Test func damagedTablesOfCountsDoNotCrash() {
    let folder = ReadingFolder()
    let seeds = [
      "generation,value,count\n0,a,3\n0,b,4\n1,a,5\n2,\"b\",1\n",
      "generation,column,kind,value,count\n0,x,deciles,≤ 1,3\n1,x,deciles,≤ 1,4\n1,y,tails,in,0\n",
    ]
    for text in Mutations(of: seeds, count: 800, seed: 2) {
      let file = folder.write("t.csv", text)
      let complaint = folder.complaint { () throws(ReadingError) in
        _ = try GenerationFiles(.counts(file: file)).read()
      }
      #expect(complaint.isEmpty || complaint.hasPrefix("t.csv"))
    }
  }

  @Test func damagedColumnsOfGenerationsDoNotCrash() {
    let folder = ReadingFolder()
    let seeds = ["generation,x\n" + (0..<40).map { "\($0 / 10),\($0).25\n" }.joined()]
    for text in Mutations(of: seeds, count: 800, seed: 3) {
      let file = folder.write("t.csv", text)
      var options = GenerationFiles.Options()
      options.threads = 1
      let complaint = folder.complaint { () throws(ReadingError) in
        _ = try GenerationFiles(.column(file: file), options: options).read()
      }
      #expect(complaint.isEmpty || complaint.hasPrefix("t.csv"))
    }
  }

  /// Bytes that are no UTF-8 stand in their line, whatever surrounds them.
  @Test func wrongBytesAreFound() {
    let folder = ReadingFolder()
    for length in 0..<70 {
      let line = String(repeating: "é", count: length) + String(repeating: "a", count: 69 - length)
      let bytes = Array("c\n\(line)\n".utf8) + [0xc3, 0x28] + Array("\n\(line)\n".utf8)
      let file = folder.write("t.csv", bytes)
      let complaint = folder.complaint { () throws(ReadingError) in
        _ = try GenerationFiles(.files([file, file])).read()
      }
      #expect(complaint == "t.csv, line 3: the byte 0xC3 is no UTF-8: use a CSV file in UTF-8")
    }
  }
}
