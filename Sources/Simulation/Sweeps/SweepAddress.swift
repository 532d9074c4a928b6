import Documents

/// The name under which the results of a cell are kept.
///
/// It follows from the cell's complete definition and from the program alone, so that a plan that has the same cell,
/// wherever among its own, finds it finished.
package struct SweepAddress: Sendable, Hashable, CustomStringConvertible {
  /// A short name for all of the definition but the number of replicates.
  package let definition: String
  /// The number of replicates of a simulation.
  package let replicates: Int?

  /// The address of what is described by a text.
  init(of text: String) { (definition, replicates) = (fingerprint(text), nil) }

  /// The address of a simulation.
  ///
  /// - Parameter other: what its results depend on besides.
  package init(of document: JSONValue, beside other: String) {
    var (rest, count) = (document, Int?.none)
    if case .object(var fields) = document, case .integer(let given)? = fields["replicates"] {
      fields["replicates"] = nil
      (rest, count) = (.object(fields), given)
    }
    (definition, replicates) = (fingerprint("\(other)\n\(rest.json)"), count)
  }

  /// As in `9ae16a3b2f90404f-1000`.
  package var description: String { replicates.map { "\(definition)-\($0)" } ?? definition }
  /// The path of its file, in a folder for each of 256 beginnings.
  package var path: String { "\(definition.prefix(2))/\(self)" }
  /// The path of the file that cells with more replicates go on with.
  package var statePath: String { path + Self.state }

  /// The path of a folder in which a cell, with any number of replicates, may keep what it goes on with.
  package var folder: String { "\(definition.prefix(2))/\(definition).folder" }

  private static let state = ".begun"

  /// The address of the same definition with so many replicates.
  package init(definition: String, replicates: Int) {
    (self.definition, self.replicates) = (definition, replicates)
  }

  /// The address with a ``statePath``.
  package init?(statePath: String) {
    let parts = statePath.split(separator: "/").last?.split(separator: "-") ?? []
    guard statePath.hasSuffix(Self.state), parts.count == 2,
      let count = Int(parts[1].dropLast(Self.state.count))
    else { return nil }
    self.init(definition: String(parts[0]), replicates: count)
  }
}
