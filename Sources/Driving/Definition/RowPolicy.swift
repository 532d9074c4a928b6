import Documents

/// The data policy of a loop over rows.
package struct RowPolicy: Sendable, Equatable {
  /// What becomes of old data.
  package enum Memory: String, Sendable {
    /// They are forgotten.
    case replace
    /// All are trained on.
    case accumulate
    /// All are kept, and M of them are trained on.
    case subsample
  }

  /// What becomes of old data.
  package let memory: Memory
  /// m, rows from the real data in each generation.
  package let external: Int
  /// Whether they are the same in every generation.
  package let isFixed: Bool
  /// The probability with which each is the model's own output.
  package let impurity: Double
  /// Whether the real rows are shuffled and used again once all were used.
  package let reuses: Bool
  /// Whether a row of the pool may be chosen more than once.
  package let replacement: Bool

  /// The words for policies.
  static let kinds = ["replace", "external", "accumulate", "subsample"]
  private static let others = [
    "closed": "replace", "none": "replace", "real": "external", "anchor": "external",
    "fresh": "external,source=fresh", "fixed": "external,source=fixed",
  ]

  /// Checks the words alone.
  init(_ fields: Fields, samples: Int) throws(DefinitionError) {
    var copy = fields
    try self.init(&copy, samples: samples, rows: .max)
  }

  /// Reads the field `policy`.
  ///
  /// - Parameters:
  ///   - samples: M.
  ///   - rows: how many rows the real data have.
  init(_ fields: inout Fields, samples: Int, rows: Int) throws(DefinitionError) {
    let given = try fields.object("policy")
    var choice: Fields
    if let given { choice = given } else { choice = try Fields(.string("replace"), path: "policy") }
    for word in ["weights", "importance"] where choice.isKind(word) {
      throw choice.error(
        "kind", word,
        allowed:
          "one of \(Self.kinds.joined(separator: ", ")): weights need a density, and a program gives samples only"
      )
    }
    let kind = try choice.word("kind", from: Self.kinds, others: Self.others)
    memory = Memory(rawValue: kind) ?? .replace
    replacement = kind == "subsample" ? try choice.flag("replacement", standard: false) : false
    let isExternal = choice.has(anyOf: ["source", "count", "fraction"])
    guard kind == "external" || kind == "accumulate" && isExternal else {
      try choice.finish()
      (external, isFixed, impurity, reuses) = (0, false, 0, false)
      return
    }
    isFixed = try choice.word("source", from: ["fresh", "fixed"], standard: "fresh") == "fixed"
    external =
      choice.has("fraction")
      ? try RowShare.count(&choice, samples: samples)
      : try choice.integer("count", in: 0...1_000_000_000, standard: 1)
    impurity = isFixed ? 0 : try choice.number("impurity", in: 0...1, standard: 0)
    reuses = isFixed ? false : try choice.flag("reuse", standard: false)
    if choice.has(anyOf: ["from", "statistic"]) {
      throw choice.error(
        choice.has("from") ? "from" : "statistic", "something",
        allowed: "nothing: external rows come from the real data")
    }
    try choice.finish()
    guard external <= rows else {
      throw choice.error(
        "count", "\(external)", allowed: "at most \(rows), as many rows as the real data have")
    }
  }
}
