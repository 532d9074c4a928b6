import Documents
import Foundation
import Simulation

// How cells are put together.

extension SweepFolder {
  /// The table of all cells in `folders`, whose plan is that of the first.
  ///
  /// - Throws: ``Failure`` with exit code 65 where they do not make a whole.
  static func merge(_ folders: [String]) throws -> (plan: String, SweepTable) {
    let file = "\(folders[0])/sweep.json"
    let text = try readText(at: file, hint: Self.hint)
    for folder in folders {
      try checkFormat(folder)
      guard try readText(at: "\(folder)/sweep.json", hint: Self.hint) == text else {
        throw Failure(
          code: .badData,
          sentence:
            "\(folder) holds the sweep of another plan than \(folders[0]): merge shards of one"
            + " plan")
      }
    }
    do {
      let plan = try SweepPlan(ofAnyKind: try JSONValue(json: text))
      return (text, try SweepTable(of: plan) { try piece(of: $0, at: $1, in: folders) })
    } catch let error as DefinitionError {
      throw Failure(code: .badData, sentence: "\(file): \(error)")
    } catch let error as SweepError {
      throw Failure(code: .badData, sentence: "\(error)")
    }
  }

  private static let hint = "use a folder that closedloop sweep wrote"

  /// What one of the folders has of a cell.
  ///
  /// - Throws: ``SweepError`` if it is damaged, or two of them do not agree.
  private static func piece(
    of cell: SweepCell, at address: SweepAddress, in folders: [String]
  ) throws -> SweepPiece? {
    var found: (folder: String, piece: SweepPiece)?
    for folder in folders {
      let file = "\(folder)/cells/\(address.path)"
      guard FileManager.default.fileExists(atPath: file) else { continue }
      guard let piece = piece(at: address, in: folder) else {
        throw SweepError(
          description:
            "\(file), which is cell \(cell.index), is damaged: run the sweep again, which"
            + " writes it anew")
      }
      if let other = found, other.piece != piece {
        throw SweepError(
          description:
            "cell \(cell.index) is not the same in \(other.folder) and in \(folder): remove the"
            + " file \(address.path) in the cells of one of them")
      }
      found = found ?? (folder, piece)
    }
    return found?.piece
  }
}
