import Foundation

/// Results on standard output, none of them lost in silence.
enum Output {
  /// Prints a line.
  ///
  /// - Throws: ``Failure`` with exit code 73 if it cannot be written, as on a full disk.
  static func print(_ line: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    } catch {
      throw Failure(code: .cannotWrite, sentence: "cannot write to standard output: \(error)")
    }
  }

  /// Prints a value as JSON with sorted keys.
  static func printJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    try print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
