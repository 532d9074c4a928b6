import Documents
import Foundation
import Simulation

/// Definitions of `closedloop drive` in a sweep, which have a `command`.
package struct SweptLoop: SweepKind {
  /// The kind.
  package init() {}

  package var readsFiles: Bool { true }

  package func owns(_ definition: [String: JSONValue]) -> Bool { definition["command"] != nil }

  package func check(predicts: Bool, table: JSONValue?) throws(DefinitionError) {
    if let table {
      throw DefinitionError(field: "table", value: table.text, allowed: "none with a program")
    }
    if predicts {
      throw DefinitionError(
        field: "predict", value: "true", allowed: "false: of a program no theory is known")
    }
  }

  package func content(_ definition: JSONValue, of plan: SweepSettings) throws -> SweepContent {
    let whole = try DrivenDefinition.complete(definition)
    guard case .object(var fields) = whole else { preconditionFailure("definitions are objects") }
    // How long a model may take changes nothing.
    fields["limit"] = nil
    return SweepContent(SweepAddress(of: .object(fields), beside: plan.program)) {
      let loop = try DrivenDefinition(whole)
      return SweepJob(work: Double(loop.generations) * Double(loop.replicates)) {
        context, _, path in
        let own = FileManager.default.temporaryDirectory.path + "/closedloop-\(UUID().uuidString)"
        defer { if path == nil { try? FileManager.default.removeItem(atPath: own) } }
        // Cells that differ in the number of replicates alone go on with each other's.
        let folder = try DrivenFolder(path ?? own, of: loop, isFresh: false, waits: true)
        let ends = try Driver(loop, in: folder).run(context: context)
        let record = DrivenRecord(loop, in: folder, ends: ends)
        guard ends.contains(where: { $0.reason == nil }) else { throw AllEnded(ends[0]) }
        return (record.lastGenerations, nil)
      }
    }
  }
}

/// No replicate reached the last generation.
struct AllEnded: Error, CustomStringConvertible {
  let description: String

  /// By the first of them.
  init(_ end: DrivenEnd) {
    description =
      "all replicates ended; replicate \(end.replicate) ends before generation"
      + " \(end.generations + 1): \(end.reason ?? "")"
  }
}
