import Claims
import Documents
import Foundation
import Loop
import Simulation
import Testing

/// Pieces of sweeps, as they are kept and put together.
@Suite struct SweepPieceTests {
  private static func pieces(_ plan: SweepPlan) throws -> [SweepPiece] {
    let first = plan.cell(1)
    let state = SimulationState(replicates: 32, lines: ["4 0 0.1 -1e-300", "3 0 nan 0"])
    return try (1...plan.count).map {
      SweepPiece(try SmallSweeps.found(plan, $0), at: plan.cell($0).address!)
    } + [
      SweepPiece(failure: "it cannot,\nnor can \"others\"", at: first.address!),
      SweepPiece(state, at: first.address!),
    ]
  }

  /// With what 20 replicates leave, 40 are the same as in one go, bit by bit, and the 16 that make whole blocks are not
  /// run again.
  @Test(arguments: [
    #""family": "gaussian", "samples": 3"#,
    #""family": "poisson", "samples": 2, "truth": {"rate": 0.5}"#,
    // Some replicates end, of the first and of the others.
    #""family": "poisson", "samples": 500399958596, "truth": {"rate": 9000}"#,
  ])
  func moreReplicatesGoOn(fields: String) throws {
    func cell(_ replicates: Int) throws -> SweepCell {
      try SweepPlan(
        JSONValue(
          json: """
            {"definition": {\(fields), "generations": 12, "replicates": \(replicates)}, "axes": []}
            """)
      ).cell(1)
    }
    let (few, more) = (try cell(20), try cell(40))
    let left = try #require(try few.job().run(context: SmallSweeps.context).state)
    #expect(left.replicates == 16)
    let piece = SweepPiece(left, at: few.address!)
    #expect(SweepPiece(text: piece.text) == piece && piece.content == .state(left))
    #expect(SweepAddress(statePath: few.address!.statePath) == few.address)
    #expect(SweepAddress(statePath: few.address!.path) == nil)
    let (whole, resumed) = (
      try more.job().run(context: SmallSweeps.context),
      try more.job().run(context: RunContext(threads: 3), after: left)
    )
    #expect(resumed.table.csv == whole.table.csv && resumed.state == whole.state)
    // Another state shows, so that this one was gone on with.
    let other = try #require(
      try SweepPlan(
        JSONValue(
          json: """
            {"definition": {\(fields), "generations": 12, "replicates": 16, "seed": 1}, "axes": []}
            """)
      ).cell(1).job().run(context: SmallSweeps.context).state)
    let mixed = try more.job().run(context: SmallSweeps.context, after: other).table
    #expect(mixed.csv != whole.table.csv)
    // What is of another shape, or of more replicates, is left alone.
    let shapeless = SimulationState(replicates: 16, lines: Array(left.lines.dropFirst(3)))
    let later = try #require(try cell(64).job().run(context: SmallSweeps.context).state)
    for state in [shapeless, later] {
      let table = try more.job().run(context: SmallSweeps.context, after: state).table
      #expect(table.csv == whole.table.csv)
    }
  }

  @Test func piecesAreReadBack() throws {
    let pieces = try Self.pieces(try SmallSweeps.plan(SmallSweeps.small))
    for piece in pieces { #expect(SweepPiece(text: piece.text) == piece) }
    #expect(pieces[12].content == .failure("it cannot, nor can \"others\""))
  }

  /// No beginning of a piece, and none with a byte changed, is taken for one.
  @Test func damagedPiecesAreNone() throws {
    let pieces = try Self.pieces(try SmallSweeps.plan(SmallSweeps.small))
    for piece in [pieces[3], pieces[12], pieces[13]] {
      let bytes = Array(piece.text.utf8)
      for length in bytes.indices {
        #expect(SweepPiece(text: String(decoding: bytes[..<length], as: UTF8.self)) == nil)
      }
      for place in bytes.indices {
        var changed = bytes
        changed[place] ^= 1
        #expect(
          SweepPiece(text: String(decoding: changed, as: UTF8.self)) == nil, "byte \(place)")
      }
      #expect(SweepPiece(text: String(decoding: bytes + bytes, as: UTF8.self)) == nil)
    }
  }

  @Test func missingPiecesAreNamed() throws {
    let plan = try SmallSweeps.plan(SmallSweeps.small)
    let piece = SweepPiece(try SmallSweeps.found(plan, 1), at: plan.cell(1).address!)
    func complaint(without missing: Set<Int>) -> String {
      do {
        return try SweepTable(of: plan) { cell, _ in missing.contains(cell.index) ? nil : piece }
          .csv
      } catch { return "\(error)" }
    }
    #expect(complaint(without: [1]).hasPrefix("1 of 12 cells are missing, 1:"))
    #expect(
      complaint(without: Set(1...12)).hasPrefix("12 of 12 cells are missing, 1, 2, 3, 4, 5, …:"))
    let csv = complaint(without: [])
    #expect(csv.split(separator: "\n").count == 1 + 12 * 4 && csv.hasSuffix("\n"))
  }
}
