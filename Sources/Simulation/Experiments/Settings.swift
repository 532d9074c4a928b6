import Documents

extension ExperimentDefinition {
  /// The definition as a document in which some fields are set by name.
  ///
  /// A field is called by its path (`b.samples`) or by its last name (`samples`), which then means
  /// every section that has it. A list takes one value or several with commas between.
  ///
  /// - Parameter settings: `name=value` each.
  /// - Throws: ``DefinitionError`` if a text has another form, or no field is called so.
  func document(with settings: [String]) throws(DefinitionError) -> JSONValue {
    var document = document
    for setting in settings {
      guard let equals = setting.firstIndex(of: "=") else {
        throw DefinitionError(
          field: "--set", value: setting, allowed: "name=value, such as samples=100")
      }
      let name = String(setting[..<equals])
      let text = setting[setting.index(after: equals)...]
      for target in try lines(called: name) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let values = parts.compactMap { JSONValue(number: $0) }
        guard values.count == parts.count else {
          throw DefinitionError(field: name, value: String(text), allowed: "a number")
        }
        guard values.count == 1 || target.isList else {
          throw DefinitionError(
            field: target.path, value: "a list of \(values.count) values",
            allowed: "a single number")
        }
        document = try SweepChange(
          field: target.path, value: values.count == 1 ? values[0] : .array(values)
        ).applied(to: document)
      }
    }
    return document
  }

  private func lines(called name: String) throws(DefinitionError) -> [FieldLine] {
    let found = lines.filter { $0.path == name || $0.path.hasSuffix(".\(name)") }
    guard found.isEmpty else { return found }
    let paths = lines.map(\.path).sorted()
    let short = Set(paths.map { String($0.split(separator: ".").last!) }).sorted()
    let long = paths.filter { $0.contains(".") }
    throw DefinitionError(
      field: "--set", value: name,
      allowed: Words.choice(
        of: short, for: name,
        and: (long, long.isEmpty ? "" : ", or in one section only: \(long.joined(separator: ", "))")
      ))
  }
}
