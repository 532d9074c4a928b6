import Documents
import Foundation

/// Everything a run depends on: same definition, same bytes.
package protocol ExperimentDefinition: Codable, Sendable, Equatable {
  /// Root of all random streams.
  var seed: UInt64 { get set }

  /// Checks every field.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  func validate() throws
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

extension ExperimentDefinition {
  /// The definition as JSON with sorted keys and a final line break.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
