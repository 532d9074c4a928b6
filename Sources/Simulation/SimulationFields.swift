import Documents

/// The fields of a simulation, of which those that are objects are read with the family, on which they depend.
package struct SimulationFields: FieldGroup {
  @Choice("The exponential family; needed, here or in a file.")
  package var family: String? = nil
  @Choice("The true member.") package var truth: String? = nil
  @Choice("The first model: a member, or sample=n, fitted to n true points (the truth).")
  package var start: String? = nil
  @Field("M, samples of the model in each generation.", in: 1...(1 << 53))
  package var samples = 100
  @Choice("What each generation is trained on.")
  package var policy: String? = "replace"
  @Choice("How it is fitted.")
  package var estimator: String? = "ml"
  @Choice("The prior of map or posterior (flat).") package var prior: String? = nil
  @Choice("A bug of public programs (none).")
  package var fault: String? = nil
  @Field("How many generations.", in: 0...1_000_000_000_000) package var generations = 1000
  @Field("How many independent runs.", in: 1...1_000_000_000) package var replicates = 100
  @Field(
    "horizon, or absorbed: the table ends where all replicates are.",
    among: ["horizon", "absorbed"])
  package var stop = "horizon"
  @Choice("Generations shown: every=10, at=0:10:100 or perDecade=10 (perDecade=10).")
  package var record: String? = nil
  @Field("Root seed, from 0 to 2^64 - 1.") package var seed = defaultSeed

  /// Their lines.
  package static let all = SimulationFields().lines
  /// Those that are objects, and take the short form.
  package static let objects = all.filter(\.isObject).map(\.path)

  /// The help of the option that is called like a field: what it is, and its standard value.
  package static func help(_ name: String) -> String {
    let line = all.first { $0.path == name }!
    return switch line.standard {
    case .string(let word)?: "\(line.doc.dropLast()) (\(word))."
    case let value?: "\(line.doc.dropLast()) (\(value.text))."
    case nil: line.doc
    }
  }
}

extension SimulationDefinition {
  /// The fields of the simulations that have the kinds of a document.
  ///
  /// - Throws: ``DefinitionError``.
  package static func lines(of document: JSONValue) throws -> [FieldLine] {
    guard case .object(let given) = try complete(document) else { return [] }
    // What is absent is asked for nothing.
    let asked: [String: JSONValue] = [
      "truth": .object([:]), "start": .object([:]), "record": .object([:]),
      "fault": .string("none"),
    ]
    let notes = Fields.Notes()
    _ = try simulation(.object(given.merging(asked) { own, _ in own }), notes: notes)
    return SimulationFields.all.flatMap { line in
      let kind = "\(line.path).kind"
      var line = line
      if let kinds = notes.lines.first(where: { $0.path == kind }) { line.allowed = kinds.allowed }
      return [line]
        + notes.lines.filter { $0.path.hasPrefix("\(line.path).") && $0.path != kind }
    }
  }
}
