import Subprocess

/// Lines that a program prints, one for each question.
struct AnswerLines {
  private var parts: SubprocessOutputSequence.Iterator
  private var bytes: [UInt8] = []
  private static let longest = 1 << 16

  init(_ output: SubprocessOutputSequence) { parts = output.makeAsyncIterator() }

  /// The next line; `nil` where the program has ended.
  ///
  /// - Throws: ``ModelFailure`` where there is more than a line, or one has no end.
  mutating func next() async throws -> String? {
    while true {
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: bytes[..<end], as: UTF8.self)
        let rest = bytes[(end + 1)...]
        guard rest.isEmpty else {
          throw ModelFailure(
            reason: "printed more than one line for an answer, the second beginning with"
              + " \(WrongOutput.short(String(decoding: rest.prefix(80), as: UTF8.self))): print all"
              + " else to standard error")
        }
        bytes = []
        return line
      }
      guard bytes.count <= Self.longest else {
        throw ModelFailure(
          reason:
            "printed a line of more than \(Self.longest) bytes: use {\"done\": true} on one line")
      }
      guard let part = try await parts.next() else { return nil }
      part.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
  }
}
