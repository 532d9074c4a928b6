import Documents
import EnumeratedFamilies

/// The definition with the text of the table in place of the name of its file.
///
/// - Throws: ``Failure`` with exit code 65 that names the file, if it is no table of states.
func withTable(_ document: JSONValue) throws -> JSONValue {
  guard case .object(var fields) = document, let choice = fields["family"],
    case .object(var family) = try expanded(choice), family["kind"] == .string("table"),
    let file = family["file"]
  else { return document }
  guard case .string(let path) = file else {
    throw Failure(
      code: .badArguments,
      sentence: "family.file = \(file.text) is not allowed: use the name of a file")
  }
  let text = try readText(at: path, hint: "use a CSV file of statistics, and perhaps name and base")
  do throws(TableError) {
    _ = try EnumeratedFamily(csv: text)
  } catch {
    throw Failure(code: .badData, sentence: "\(path == "-" ? "standard input" : path): \(error)")
  }
  family["file"] = nil
  family["csv"] = .string(text)
  fields["family"] = .object(family)
  return .object(fields)
}

/// The object that a short form stands for; another value is as it is.
private func expanded(_ value: JSONValue) throws -> JSONValue {
  guard case .string(let text) = value else { return value }
  return try ShortForm.parse(text, field: "family")
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
    throw Failure(
      code: .badData, sentence: "\(path == "-" ? "standard input" : path), \(error)")
  }
}
