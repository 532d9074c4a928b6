import Foundation

/// The text of the file at `path`.
///
/// - Parameter hint: what to do where it cannot be read: "run the experiment first".
/// - Throws: ``Failure`` with exit code 65.
func readText(at path: String, hint: String) throws -> String {
  guard let bytes = FileManager.default.contents(atPath: path) else {
    throw Failure(code: .badData, sentence: "cannot read \(path): \(hint)")
  }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw Failure(code: .badData, sentence: "\(path) is not text in UTF-8")
  }
  return text
}
