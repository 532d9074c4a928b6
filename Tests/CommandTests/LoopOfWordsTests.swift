import Documents
import Foundation
import NumericalMethods
import Testing
import Theory

/// What the loop of words has on record: the law beside it is the exact one, and the page shows what was written.
@Suite struct LoopOfWordsTests {
  private static func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(Page.root)/Examples/Words/\(name)", encoding: .utf8)
  }

  private static func table() throws -> Table {
    try Table(name: "distinct", csv: text("results/distinct.csv"))
  }

  /// The shares of all distinct words of the book, as the loop has them.
  private static func shares() throws -> [Double] {
    let letters = Set("abcdefghijklmnopqrstuvwxyz'")
    let words = try text("sentences.txt").lowercased().split { !letters.contains($0) }
      .map { $0.trimmingCharacters(in: ["'"]) }.filter { !$0.isEmpty }
    return Dictionary(grouping: words) { $0 }.values.map { Double($0.count) / Double(words.count) }
      .sorted()
  }

  /// Closed: the law of the theory, another program than that of the example.
  @Test func theClosedLawIsTheExactOne() throws {
    let (shares, table) = (try Self.shares(), try Self.table())
    let law = try #require(table.numbers(in: "closed_law"))
    #expect(law[0] == Double(shares.count))
    let chain = SymbolChain(samples: 500)
    for t in [1, 5, 20, 100] {
      #expect(abs(chain.survival(of: shares, after: t) / law[t] - 1) < 1e-5)
    }
  }

  /// With real words: one generation is that of 500 words that are drawn and 10 that are real, all from the book.
  @Test func theLawWithRealWordsBeginsRight() throws {
    let (shares, table) = (try Self.shares(), try Self.table())
    let law = try #require(table.numbers(in: "real_law"))
    let first = shares.reduce(0) { $0 + 1 - pow(1 - $1, 510) }
    #expect(abs(first / law[1] - 1) < 1e-5)
    // Two: a word is absent if neither 10 real words have it nor 500 that are drawn after its count.
    let second = Dictionary(grouping: shares) { $0 }.reduce(0.0) { sum, words in
      let p = words.key
      let counts = WrightFisherChain(population: 510).samplingProbabilities(at: p)
      let absent = counts.enumerated().reduce(0) {
        $0 + $1.element * pow(1 - Double($1.offset) / 510, 500)
      }
      return sum + Double(words.value.count) * (1 - absent * pow(1 - p, 10))
    }
    #expect(abs(second / law[2] - 1) < 1e-5)
  }

  /// The driven means lie within five standard errors of the law in every generation.
  @Test func theLoopHasTheLaw() throws {
    let table = try Self.table()
    for name in ["closed", "real"] {
      let mean = try #require(table.numbers(in: name))
      let error = try #require(table.numbers(in: "\(name)_error"))
      let law = try #require(table.numbers(in: "\(name)_law"))
      for t in mean.indices.dropFirst() { #expect(abs(mean[t] - law[t]) < 5 * error[t]) }
    }
    // A loop of a tenth fewer words is another one.
    let (shares, mean) = (try Self.shares(), try #require(table.numbers(in: "closed")))
    let error = try #require(table.numbers(in: "closed_error"))
    #expect(SymbolChain(samples: 450).survival(of: shares, after: 1) < mean[1] - 5 * error[1])
  }

  @Test func thePageShowsWhatWasWritten() throws {
    let page = try Self.text("README.md")
    let rows = try Table(name: "sentences", csv: Self.text("results/sentences.csv")).rows
    #expect(rows.count == 10)
    for row in rows.dropFirst(2) {
      let real = "\(row[2])" == "\(row[1])" ? "*the same*" : "\(row[2])"
      #expect(page.contains("| \(row[1]) | \(real) |"), "generation \(row[0])")
    }
  }
}
