import Documents

/// What became of a cell, as it is kept in a file, which is accepted whole or not at all.
///
/// A line that says which cell it is, the rows as CSV after their header, or why there are none, and a line with
/// their number and a check of all before.
package struct SweepPiece: Sendable, Equatable {
  /// Of the cell.
  package let address: String
  /// What came of it.
  package let content: Content

  /// Rows, or the reason why there are none and never will be.
  package enum Content: Sendable, Equatable {
    /// The header and the rows, each a line of CSV.
    case rows([Substring])
    /// One sentence.
    case failure(String)
    /// What more replicates go on with; in a file of its own.
    case state(SimulationState)
  }

  /// The piece with a cell's rows.
  package init(_ table: Table, at address: SweepAddress) {
    self.address = "\(address)"
    content = .rows(table.csv.split(separator: "\n"))
  }

  /// The piece of a cell that cannot be computed.
  package init(failure: String, at address: SweepAddress) {
    self.address = "\(address)"
    content = .failure(failure.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// The piece that cells with more replicates go on with.
  package init(_ state: SimulationState, at address: SweepAddress) {
    self.address = "\(address)"
    content = .state(state)
  }

  /// The bytes of its file.
  package var text: String {
    let body = ([head[...]] + lines).joined(separator: "\n") + "\n"
    return "\(body)\(Self.end(lines.count, of: body))\n"
  }

  private static let (finished, failed) = ("closedloop cell ", "closedloop failed cell ")
  private static let begun = "closedloop begun cell "

  private var head: String {
    switch content {
    case .rows: Self.finished + address
    case .failure: Self.failed + address
    case .state: Self.begun + address
    }
  }

  private var lines: [Substring] {
    switch content {
    case .rows(let lines): lines
    case .failure(let reason): [reason[...]]
    case .state(let state): ["\(state.replicates)"] + state.lines.map { $0[...] }
    }
  }

  private static func end(_ lines: Int, of body: some StringProtocol) -> String {
    "end of \(lines) lines, check \(fingerprint(body))"
  }

  /// Reads a piece; `nil` if anything of it is missing or not as it was written.
  package init?(text: String) {
    guard text.utf8.last == UInt8(ascii: "\n") else { return nil }
    let all = text.utf8.dropLast().split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { Substring($0) }
    guard all.count >= 3, let end = all.last else { return nil }
    let lines = Array(all[1..<(all.count - 1)])
    func isKind(_ words: String) -> Bool { all[0].hasPrefix(words) }
    func rest(after words: String) -> String { String(all[0].dropFirst(words.count)) }
    if isKind(Self.finished) {
      (address, content) = (rest(after: Self.finished), .rows(lines))
    } else if isKind(Self.failed), lines.count == 1 {
      (address, content) = (rest(after: Self.failed), .failure(String(lines[0])))
    } else if isKind(Self.begun), let replicates = Int(lines[0]) {
      let state = SimulationState(
        replicates: replicates, lines: lines.dropFirst().map(String.init))
      (address, content) = (rest(after: Self.begun), .state(state))
    } else {
      return nil
    }
    guard end == Self.end(lines.count, of: text[..<end.startIndex]) else { return nil }
  }
}
