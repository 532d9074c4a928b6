import Documents
import Foundation

/// Requests on standard input, answers on standard output.
struct ModelSession {
  let model: TableModel
  let isLines: Bool

  /// Answers until the input ends.
  ///
  /// A request that fails is told of in its answer, and the next one is read.
  func run() throws {
    while let line = readLine() {
      if line.isEmpty { continue }
      var reply: [String: JSONValue] = ["done": .bool(true)]
      do { try answer(line) } catch { reply = ["error": .string("\(error)")] }
      let encoder = JSONEncoder()
      encoder.outputFormatting = .withoutEscapingSlashes
      try Output.print(String(decoding: try encoder.encode(reply), as: UTF8.self))
    }
  }

  private func answer(_ line: String) throws {
    var request = try Fields(try JSONValue(json: line))
    let train = try request.text("train")
    let samples = try request.integer("samples", in: 0...1_000_000_000)
    let seed = try request.integer("seed", in: 0...Int.max)
    let output = try request.text("output")
    try Model.answer(
      model, isLines, train: train, samples: samples, seed: UInt64(seed), output: output)
  }
}
