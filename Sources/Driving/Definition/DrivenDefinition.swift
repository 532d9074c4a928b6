import Documents

/// A loop whose model is any program, in words: what `closedloop drive` runs.
///
/// A JSON object with the fields of ``DrivenFields``, and perhaps `checksums`: what the files that the loop depends on
/// must be.
package struct DrivenDefinition: Sendable {
  /// The program.
  package let command: ModelCommand
  /// File of the real data.
  package let data: String
  /// Whether files are lines of text.
  package let hasLines: Bool
  /// Seconds that a generation may take.
  package let limit: Double
  /// Rows of the first training set; `nil` for all.
  package let start: Int?
  /// M, rows that the model writes; of impure policies more.
  package let samples: Int
  /// What each generation is trained on.
  package let policy: RowPolicy
  /// T, the number of the last generation.
  package let generations: Int
  /// How many runs there are.
  package let replicates: Int
  /// Training sets that are kept.
  package let keep: KeptSets
  /// The root seed.
  package let seed: UInt64
  /// The whole definition, with standard values and checksums.
  package let document: JSONValue
  /// The real data.
  package let real: RealData

  /// Reads a definition and the data that it names.
  ///
  /// - Throws: ``DefinitionError`` naming the field, its value and what is allowed; `ReadingError` for data that cannot
  ///   be read; ``SourceChecksums/Changed`` where files are not what the definition says.
  package init(_ document: JSONValue) throws {
    let whole = try Self.complete(document)
    var fields = try Fields(whole)
    let own = DrivenFields()
    let checksums = try SourceChecksums(&fields)
    try own.take(from: &fields)
    command = try ModelCommand(own.command.words, isSession: own.session)
    (data, hasLines, limit) = (own.data.text, own.lines, own.limit)
    guard !data.isEmpty else {
      throw fields.error("data", "nothing", allowed: "the name of a file of real data")
    }
    // Before the files are read, so that a wrong word is told of first.
    if own.samples > 0 { _ = try RowPolicy(fields, samples: own.samples) }
    real = try RealData.read(data, hasLines: hasLines)
    samples = own.samples > 0 ? own.samples : real.rows.count
    start = try Self.start(&fields, of: real.rows.count)
    policy = try RowPolicy(&fields, samples: samples, rows: real.rows.count)
    keep = try KeptSets(&fields)
    (generations, replicates, seed) = (own.generations, own.replicates, own.seed)
    try fields.finish()
    let found = try checksums.checked(of: command, data: data)
    var object: [String: JSONValue] = [:]
    if case .object(let given) = whole { object = given }
    (object["samples"], object["checksums"]) = (.integer(samples), found.document)
    self.document = .object(object)
  }

  private static func start(
    _ fields: inout Fields, of rows: Int
  ) throws(DefinitionError) -> Int? {
    guard var choice = try fields.object("start") else { return nil }
    if choice.isKind("data") {
      try choice.finish()
      return nil
    }
    let count = try choice.optional("sample", in: 1...rows)
    try choice.finish()
    guard let count else {
      throw choice.error("sample", "nothing", allowed: "data, or sample=n with n rows of them")
    }
    return count
  }

  /// The same definition with standard values where it has none and objects in place of words.
  ///
  /// - Throws: ``DefinitionError`` where a word has no short form.
  package static func complete(_ document: JSONValue) throws(DefinitionError) -> JSONValue {
    guard case .object(var fields) = document,
      case .object(let standards) = DrivenFields().document
    else { return document }
    for (name, value) in fields {
      if case .string(let word) = value, DrivenFields.objects.contains(name) {
        fields[name] = try ShortForm.parse(word, field: name)
      } else if value == .null {
        fields[name] = nil
      }
    }
    return .object(fields.merging(standards) { own, _ in own })
  }

  /// The generation with which fresh rows of the real data are used up before the last; `nil` if they last, or chance
  /// decides.
  package var lastFreshGeneration: Int? {
    let isSpent = !policy.isFixed && !policy.reuses && policy.impurity == 0 && policy.external > 0
    guard isSpent else { return nil }
    let last = (real.rows.count - (start ?? 0)) / policy.external
    return last < generations ? last : nil
  }

  /// What must not change if a folder is to go on: all but how many generations and replicates there are, and how long
  /// a model may take.
  package var identity: JSONValue { Self.identity(of: document) }

  /// The same of a document.
  package static func identity(of document: JSONValue) -> JSONValue {
    guard case .object(var fields) = document else { return document }
    for name in ["generations", "replicates", "limit"] { fields[name] = nil }
    return .object(fields)
  }
}
