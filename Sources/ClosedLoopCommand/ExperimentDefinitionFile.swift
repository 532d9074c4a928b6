import Claims
import Documents
import Foundation
import Simulation

/// A definition of an experiment in a file, such as `run` writes beside a picture.
struct ExperimentDefinitionFile {
  let path: String
  let document: JSONValue

  init(_ path: String) throws {
    self.path = path
    document = try readDefinition(path, hint: "use a file such as closedloop run writes in data/")
  }

  /// Which experiment a document defines: the one it names, or else one with the same fields.
  ///
  /// - Throws: ``Failure`` with exit code 65 if it names one that does not exist.
  static func subject(of document: JSONValue, at path: String) throws -> (any Experiment.Type)? {
    guard case .object(let fields) = document else { return nil }
    if let id = fields["experiment"] {
      do throws(DefinitionError) {
        return try experiment(called: id, among: allExperiments)
      } catch {
        throw Failure(code: .badData, sentence: "\(path): \(error)")
      }
    }
    let alike = try allExperiments.filter { type in
      guard case .object(let own) = try type.document(.quick) else { return false }
      return Set(own.keys).subtracting(["experiment"]) == Set(fields.keys)
    }
    let stem = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return alike.count == 1 ? alike[0] : alike.first { $0.id == stem }
  }

  /// The experiment, which must be the one that is asked for, if any is.
  ///
  /// - Throws: ``Failure`` with exit code 65.
  func subject(asked id: String?) throws -> any Experiment.Type {
    if let id {
      let wanted = try experiment(id)
      if let other = try Self.subject(of: document, at: path), other.id != wanted.id {
        throw Failure(
          code: .badData,
          sentence: "\(path) is a definition of the experiment \(other.id), not of \(wanted.id)")
      }
      return wanted
    }
    guard let found = try Self.subject(of: document, at: path) else {
      throw Failure(
        code: .badData,
        sentence: "\(path) does not say which experiment it defines: name it, as in"
          + " closedloop run fig1 --definition \(path)")
    }
    return found
  }
}
