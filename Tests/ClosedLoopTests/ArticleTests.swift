import ClosedLoop
import Foundation
import Testing

/// Training sets overlap: what the last generation drew is used once more.
struct LastTwo<Family: ExponentialFamily>: DataPolicy {
  /// Nothing is there before the first generation.
  func initialMemory(for family: Family) -> Family.Statistics? { nil }

  func trainingSet(
    samples: Int, from model: Family.Member, in family: Family,
    memory last: inout Family.Statistics?, streams: GenerationStreams
  ) -> Family.Statistics {
    var stream = streams.stream(for: .synthetic)
    let drawn = family.drawStatistics(of: samples, from: model, using: &stream)
    defer { last = drawn }
    return last.map { drawn + $0 } ?? drawn
  }
}

/// What the articles of the documentation show.
@Suite struct ArticleTests {
  @Test func thePolicyRuns() throws {
    let loop = RetrainingLoop(
      family: PoissonFamily(), samples: 50, policy: LastTwo(), estimator: MaximumLikelihood())
    var chain = loop.chain(
      from: loop.family.member(rate: 1),
      streams: ReplicateStreams(key: StreamKey(rootSeed: 1), replicate: 0))
    try chain.advance(to: 100)
    #expect(chain.generation == 100 && chain.model.rate >= 0)
    // A rate is a multiple of 1/(2M) from the second generation on.
    #expect(chain.model.rate * 100 == (chain.model.rate * 100).rounded())
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func files(in folder: String, endingIn ending: String) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: folder).path)
    return names.filter { $0.hasSuffix(ending) && !$0.contains(".build") }.sorted().map {
      "\(folder)/\($0)"
    }
  }

  /// The lines of a text, wherever they begin, without blank ones and imports.
  private static func lines(of text: some StringProtocol) -> String {
    "\n"
      + text.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
      .filter { !$0.isEmpty && !$0.hasPrefix("import ") }.map { $0 + "\n" }.joined()
  }

  private static func text(of file: String) throws -> String {
    try String(contentsOf: root.appending(path: file), encoding: .utf8)
  }

  /// Every block of Swift stands, line by line, in a source that is compiled.
  @Test func everyBlockIsCompiled() throws {
    let sources = try ["Tests", "Examples", "Sources"].flatMap {
      try Self.files(in: $0, endingIn: ".swift")
    }.map { Self.lines(of: try Self.text(of: $0)) }
    var count = 0
    for article in try Self.files(in: "Sources", endingIn: ".md") where article.contains(".docc/") {
      for block in try Self.text(of: article).matches(of: /\n```swift\n((?:.*\n)*?)```/) {
        count += 1
        let wanted = Self.lines(of: block.output.1)
        #expect(sources.contains { $0.contains(wanted) }, "\(article): \(wanted)")
      }
    }
    #expect(count >= 4)
  }
}
