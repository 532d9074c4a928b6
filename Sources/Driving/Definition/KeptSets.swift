import Documents

/// Which training sets are kept.
package enum KeptSets: Sendable, Equatable {
  /// None.
  case none
  /// Those of generations 0, n, 2n and so on.
  case every(Int)

  /// Reads the field `keep`: none, all, or every=n.
  init(_ fields: inout Fields) throws(DefinitionError) {
    guard var choice = try fields.object("keep") else {
      self = .none
      return
    }
    if choice.isKind("none") {
      self = .none
    } else if choice.isKind("all") {
      self = .every(1)
    } else {
      let step = try choice.optional("every", in: 1...1_000_000_000)
      try choice.finish()
      guard let step else {
        throw choice.error("every", "nothing", allowed: "none, all or every=10")
      }
      self = .every(step)
    }
    try choice.finish()
  }

  /// Whether that of a generation is.
  package func contains(_ generation: Int) -> Bool {
    if case .every(let step) = self { generation.isMultiple(of: step) } else { false }
  }
}
