import Documents

/// The fields of a driven loop.
package struct DrivenFields: FieldGroup {
  @Field(
    "The program and its words, with {train}, {samples}, {seed}, {output} and {generation} in them.",
    allowed: "a list of words")
  package var command: FieldWords = []
  @Field("File of the real data: CSV with a header, or lines.", allowed: "a file name")
  package var data: FieldText = ""
  @Field("Whether files are lines of text, each one point, and no CSV.")
  package var lines = false
  @Field("Whether the program stays alive, and is asked line by line.")
  package var session = false
  @Field("Seconds that the model may take for one generation.", in: 0.001...1e8)
  package var limit = 3600.0
  @Choice("The first training set: data, all of them, or sample=n, n rows of them.")
  package var start: String? = "data"
  @Field(
    "M, rows that the model writes in each generation; 0 for as many as the data have.",
    in: 0...1_000_000_000)
  package var samples = 0
  @Choice("What each generation is trained on.") package var policy: String? = "replace"
  @Field("How many generations.", in: 0...1_000_000) package var generations = 20
  @Field("How many independent runs.", in: 1...1_000_000) package var replicates = 4
  @Choice("Training sets that are kept: none, all or every=10.")
  package var keep: String? = "none"
  @Field("Root seed, from 0 to 2^64 - 1.") package var seed: UInt64 = 20_260_514

  /// All as they stand if nothing is said.
  package init() {}

  /// Their lines.
  package static let all = (DrivenFields() as any FieldGroup).lines
  /// Those that are objects, and take the short form.
  package static let objects = all.filter(\.isObject).map(\.path)

  /// The help of the option that is called like a field: what it is, and its standard value.
  package static func help(_ name: String) -> String {
    let line = all.first { $0.path == name }!
    return switch line.standard {
    case .string(let word)? where !word.isEmpty: "\(line.doc.dropLast()) (\(word))."
    case .object(let object)?: "\(line.doc.dropLast()) (\(Self.kind(object)))."
    case .integer, .number, .unsigned: "\(line.doc.dropLast()) (\(line.standard!.text))."
    default: line.doc
    }
  }

  private static func kind(_ object: [String: JSONValue]) -> String {
    if case .string(let kind)? = object["kind"] { kind } else { "" }
  }

  /// The document with the texts of options in place of its fields.
  ///
  /// - Parameter options: fields and their texts, such as `("policy", "external,count=1")`.
  /// - Throws: ``DefinitionError`` where a text has no such form.
  package static func document(
    _ options: [(field: String, text: String)], over document: JSONValue
  ) throws(DefinitionError) -> JSONValue {
    guard case .object(var fields) = document else { return document }
    for (field, text) in options {
      if objects.contains(field) {
        fields[field] = try ShortForm.parse(text, field: "--\(field)")
      } else if field == "data" {
        fields[field] = .string(text)
      } else {
        fields[field] = JSONValue(number: text) ?? .string(text)
      }
    }
    return .object(fields)
  }
}
