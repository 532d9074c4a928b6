import Definitions
import Tables

/// A finished cell as it is kept in a file, which is accepted whole or not at all.
///
/// A line that says which cell of which plan it is, the rows as CSV after their header, and a line with their
/// number and a check of all before.
package struct SweepPiece: Sendable, Equatable {
  /// The index of the cell, from 1.
  package let cell: Int
  /// How many cells the plan has.
  package let count: Int
  /// The plan's ``SweepPlan/fingerprint``.
  package let plan: String
  /// The header and the rows, one string each.
  let lines: [Substring]

  /// The piece that holds the rows of a cell.
  package init(_ table: Table, cell: Int, of plan: SweepPlan) {
    (self.cell, count, self.plan) = (cell, plan.count, plan.fingerprint)
    lines = table.csv.split(separator: "\n")
  }

  /// The bytes of its file.
  package var text: String {
    let body = ([head[...]] + lines).joined(separator: "\n") + "\n"
    return "\(body)\(Self.end(rows: lines.count - 1, of: body))\n"
  }

  private var head: String { "closedloop cell \(cell) of \(count), plan \(plan)" }

  private static func end(rows: Int, of body: some StringProtocol) -> String {
    "end of \(rows) rows, check \(fingerprint(body))"
  }

  /// Reads a piece; `nil` if anything of it is missing or not as it was written.
  package init?(text: String) {
    guard text.utf8.last == UInt8(ascii: "\n") else { return nil }
    let all = text.utf8.dropLast().split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { Substring($0) }
    guard all.count >= 3, let end = all.last else { return nil }
    let body = text[..<end.startIndex]
    let words = all[0].split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 7, let cell = Int(words[2]), let count = Int(words[4].dropLast()) else {
      return nil
    }
    (self.cell, self.count, plan) = (cell, count, String(words[6]))
    lines = Array(all[1..<(all.count - 1)])
    guard (1...SweepPlan.most).contains(count), (1...count).contains(cell), all[0] == head,
      end == Self.end(rows: lines.count - 1, of: body)
    else { return nil }
  }
}

/// Pieces that do not make a whole.
package struct SweepError: Error, CustomStringConvertible {
  /// One sentence for people.
  package let description: String
}

extension SweepPiece {
  /// The whole table as CSV, cell by cell, from pieces in any order.
  ///
  /// - Parameters:
  ///   - pieces: each with the name of the folder it is from.
  ///   - plan: of which they must be.
  /// - Throws: ``SweepError`` where pieces are of another plan, are missing, or are there twice.
  package static func join(
    _ pieces: [(folder: String, piece: SweepPiece)], of plan: (fingerprint: String, count: Int)
  ) throws(SweepError) -> String {
    var places = [(folder: String, piece: SweepPiece)?](repeating: nil, count: plan.count)
    for (folder, piece) in pieces {
      guard piece.plan == plan.fingerprint, piece.count == plan.count else {
        throw SweepError(
          description:
            "\(folder) holds cell \(piece.cell) of another plan, or of another version of"
            + " closedloop: merge shards of one plan")
      }
      if let other = places[piece.cell - 1] {
        throw SweepError(
          description:
            "cell \(piece.cell) is in \(other.folder) and in \(folder): merge shards that"
            + " do not overlap")
      }
      places[piece.cell - 1] = (folder, piece)
    }
    let missing = places.indices.filter { places[$0] == nil }.map { $0 + 1 }
    guard missing.isEmpty else {
      let few = missing.prefix(5).map(String.init).joined(separator: ", ")
      throw SweepError(
        description: "\(missing.count) of \(plan.count) cells are missing, \(few)"
          + (missing.count > 5 ? ", …" : "") + ": run their shards, or those that failed again")
    }
    let header = places[0]!.piece.lines[0]
    for place in places where place!.piece.lines[0] != header {
      throw SweepError(
        description:
          "the columns of cell \(place!.piece.cell) are not those of cell 1: sweep fields"
          + " that leave them as they are")
    }
    var csv = header + "\n"
    for place in places {
      for line in place!.piece.lines.dropFirst() { csv += line + "\n" }
    }
    return String(csv)
  }
}
