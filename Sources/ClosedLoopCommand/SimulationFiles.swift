import Definitions

/// The definition with the text of the table in place of the name of its file.
func withTable(_ document: JSONValue) throws -> JSONValue {
  guard case .object(var fields) = document, case .object(var family)? = fields["family"],
    family["kind"] == .string("table"), let file = family["file"]
  else { return document }
  guard case .string(let path) = file else {
    throw Failure(
      code: .badArguments,
      sentence: "family.file = \(file.text) is not allowed: use the name of a file")
  }
  family["file"] = nil
  family["csv"] = .string(
    try readText(at: path, hint: "use a CSV file of statistics, and perhaps name and base"))
  fields["family"] = .object(family)
  return .object(fields)
}

/// The definition, or what else is written in JSON, in the file at `path`.
///
/// - Throws: ``Failure`` with exit code 65.
func readDefinition(
  _ path: String, hint: String = "use a file such as closedloop definition collapse prints"
) throws -> JSONValue {
  let text = try readText(at: path, hint: hint)
  do {
    return try JSONValue(json: text)
  } catch {
    throw Failure(code: .badData, sentence: "\(path): \(error)")
  }
}
