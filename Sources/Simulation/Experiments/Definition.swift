import Documents

/// Everything a run depends on: same definition, same bytes.
package protocol ExperimentDefinition: FieldGroup {
  /// Root of all random streams.
  var seed: UInt64 { get set }

  /// Checks what concerns several fields at once, each of which is allowed by itself.
  ///
  /// - Throws: ``DefinitionError`` naming what is not allowed.
  func validate() throws
}

extension ExperimentDefinition {
  package func validate() {}

  /// The definition as JSON with sorted keys and a final line break.
  package var json: String { document.json }
}

/// How much work a definition asks for.
package enum Scale: String, CaseIterable, Sendable, Codable {
  /// Enough to see the shape, in a second or so.
  case quick
  /// The paper's parameters, with at least the paper's replicates.
  case paper
}

/// The root seed unless another is given.
package let defaultSeed: UInt64 = 20_260_514
