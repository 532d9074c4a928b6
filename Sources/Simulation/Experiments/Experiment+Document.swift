import Documents

extension Experiment {
  /// The built-in definition as a document, with the name of the experiment in `experiment`.
  package static func document(_ scale: Scale) throws(DefinitionError) -> JSONValue {
    try SweepChange(field: "experiment", value: .string(id)).applied(
      to: definition(scale).document)
  }

  /// The definition that a document describes, valid; what it leaves out is as built in at a scale.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that does not belong, or has another type than
  ///   it should, or a value that is not allowed.
  package static func definition(
    from document: JSONValue, scale: Scale = .paper
  ) throws -> Definition {
    let definition = definition(scale)
    var fields = try Fields(document)
    _ = try fields.text("experiment", standard: id)
    try definition.read(&fields)
    try definition.validate()
    return definition
  }

  /// A definition with another seed and some fields set by name, valid.
  ///
  /// - Parameter settings: `name=value` each, as in `b.samples=50,100`.
  /// - Throws: ``DefinitionError``.
  package static func definition(
    _ start: Definition, seed: UInt64, settings: [String]
  ) throws -> Definition {
    var start = start
    start.seed = seed
    return try definition(from: try start.document(with: settings))
  }

  /// The built-in definition at a scale with another seed and some fields set by name.
  ///
  /// - Throws: ``DefinitionError``.
  package static func definition(
    _ scale: Scale, seed: UInt64, settings: [String]
  ) throws -> Definition {
    try definition(definition(scale), seed: seed, settings: settings)
  }
}
