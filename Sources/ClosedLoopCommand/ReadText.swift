import Foundation

/// The text of the file at `path`, or of standard input if that is "-".
///
/// - Parameter hint: what to do where it cannot be read: "run the experiment first".
/// - Throws: ``Failure`` with exit code 65.
func readText(at path: String, hint: String) throws -> String {
  let isInput = path == "-"
  let found =
    isInput
    ? try? FileHandle.standardInput.readToEnd() ?? Data()
    : FileManager.default.contents(atPath: path)
  let path = isInput ? "standard input" : path
  guard let bytes = found else {
    throw Failure(code: .badData, sentence: "cannot read \(path): \(hint)")
  }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw Failure(code: .badData, sentence: "\(path) is not text in UTF-8")
  }
  return text
}
