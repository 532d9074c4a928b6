import Documents

/// The table of a whole sweep, cell by cell.
///
/// Its columns are `cell`, the fields that vary, all that any cell has, and `failed`. A cell without one of the
/// columns leaves it empty; a cell that failed has one row, with the reason under `failed`.
package struct SweepTable: Sendable {
  /// The table as it stands in its file.
  package let csv: String
  /// How many rows it has.
  package let rows: Int
  /// How many cells.
  package let cells: Int
  /// The cells that failed, and why.
  package let failures: [(cell: Int, reason: String)]

  /// Puts pieces together.
  ///
  /// - Parameter piece: what is kept at an address; `nil` if nothing is.
  /// - Throws: ``SweepError`` where pieces are missing; errors of `piece`.
  package init(of plan: SweepPlan, piece: (SweepCell, SweepAddress) throws -> SweepPiece?) throws {
    var (entries, missing) = ([Entry](), [Int]())
    for index in 1...plan.count {
      let cell = plan.cell(index)
      switch try cell.address.flatMap({ try piece(cell, $0) })?.content {
      case .rows(let lines)?: entries.append(Entry(cell, .success(lines)))
      case .failure(let reason)?:
        entries.append(Entry(cell, .failure(SweepError(description: reason))))
      case .state?, nil:
        if let refusal = cell.refusal {
          entries.append(Entry(cell, .failure(SweepError(description: refusal))))
        } else {
          missing.append(index)
        }
      }
    }
    guard missing.isEmpty else {
      let few = missing.prefix(5).map(String.init).joined(separator: ", ")
      throw SweepError(
        description: "\(missing.count) of \(plan.count) cells are missing, \(few)"
          + (missing.count > 5 ? ", …" : "")
          + ": run the sweep again, which goes on with those that are not finished")
    }
    try self.init(entries, fields: plan.axes.flatMap(\.fields))
  }

  private struct Entry {
    let index: Int
    let values: [Table.Cell]
    /// The header and the rows, each a line of CSV.
    let lines: Result<[Substring], SweepError>

    init(_ cell: SweepCell, _ lines: Result<[Substring], SweepError>) {
      (index, self.lines) = (cell.index, lines)
      values = [.integer(cell.index)] + cell.fields.map { .text($0.value) }
    }
  }

  private init(_ entries: [Entry], fields: [String]) throws {
    var (headers, found) = ([Substring: [String]](), [String]())
    for case .success(let lines) in entries.map(\.lines) where headers[lines[0]] == nil {
      let columns = try Table.cells(name: "sweep", csv: String(lines[0]))[0]
      headers[lines[0]] = columns
      found = Self.union(found, columns)
    }
    // A field whose name is that of a column of what is found is told apart from it.
    let own = fields.map { found.contains($0) ? "swept.\($0)" : $0 }
    var csv = Table.line((["cell"] + own + found + ["failed"]).map { .text($0) }) + "\n"
    var (rows, failures) = (0, [(cell: Int, reason: String)]())
    for entry in entries {
      let values = Table.line(entry.values)
      switch entry.lines {
      case .failure(let error):
        failures.append((entry.index, error.description))
        rows += 1
        csv +=
          values + String(repeating: ",", count: found.count) + ","
          + Table.line([.text(error.description)]) + "\n"
      case .success(let lines):
        let columns = headers[lines[0]]!
        rows += lines.count - 1
        if columns == found {
          for line in lines.dropFirst() { csv += "\(values),\(line),\n" }
        } else {
          let places = found.map { columns.firstIndex(of: $0) }
          for line in lines.dropFirst() {
            let cells = try Table.cells(name: "sweep", csv: String(line))[0]
            let spread = places.map { $0.map { Table.Cell.text(cells[$0]) } ?? .text("") }
            csv += "\(values),\(Table.line(spread)),\n"
          }
        }
      }
    }
    (self.csv, self.rows, cells, self.failures) = (csv, rows, entries.count, failures)
  }

  /// All columns of both; each that is new comes after the one that it follows among its own.
  private static func union(_ columns: [String], _ others: [String]) -> [String] {
    var all = columns
    var place = 0
    for other in others {
      if let known = all.firstIndex(of: other) {
        place = known + 1
      } else {
        all.insert(other, at: place)
        place += 1
      }
    }
    return all
  }
}

/// Pieces that do not make a whole.
package struct SweepError: Error, CustomStringConvertible {
  /// One sentence for people.
  package let description: String

  /// The error with this sentence.
  package init(description: String) { self.description = description }
}
