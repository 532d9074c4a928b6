import Definitions
import Experiments
import Foundation
import Laboratory
import Testing

/// Plans, cells and pieces of sweeps.
@Suite struct SweepTests {
  private static let context = RunContext(threads: 1)

  private static func plan(_ json: String) throws -> SweepPlan {
    let plan = try SweepPlan(try JSONValue(json: json), version: "1")
    try plan.check(1...plan.count)
    return plan
  }

  private static let small = """
    {"definition": {"family": "poisson", "generations": 3, "replicates": 5},
     "axes": [{"samples": [2, 5], "seed": [1, 2]}, {"policy": ["replace", "external,count=2"]},
              {"truth.rate": [1, 0.5, 2]}]}
    """

  @Test func axesAreCombinedTheLastFastest() throws {
    let plan = try Self.plan(Self.small)
    #expect(plan.count == 12)
    let cells = try (1...12).map { try plan.cell($0) }
    #expect(cells[0].fields.map(\.name) == ["samples", "seed", "policy", "truth.rate"])
    let rows = cells.map { $0.fields.map { "\($0.value)" }.joined(separator: " ") }
    #expect(rows[0] == "2 1 replace 1" && rows[1] == "2 1 replace 0.5")
    #expect(rows[3] == "2 1 external,count=2 1" && rows[11] == "5 2 external,count=2 2")
    #expect(Set(rows).count == 12)
  }

  /// A cell has the numbers of the simulation that it names.
  @Test func cellsAreSimulations() throws {
    let plan = try Self.plan(Self.small)
    let cell = try plan.cell(11).run(context: Self.context)
    let same = try SimulationDefinition.simulation(
      SimulationOptions.document([
        ("family", "poisson"), ("generations", "3"), ("replicates", "5"), ("samples", "5"),
        ("seed", "2"), ("policy", "external,count=2"), ("truth", "rate=0.5"),
      ])
    ).run(context: Self.context).table
    #expect(cell.columns == ["cell", "samples", "seed", "policy", "truth.rate"] + same.columns)
    #expect(try plan.cell(11).columns == cell.columns)
    // As text: a NaN is no other's equal.
    #expect(cell.rows.map { "\($0.dropFirst(5))" } == same.rows.map { "\($0[...])" })
    #expect(cell.rows[0].prefix(5) == [11, 5, 2, "external,count=2", 0.5])
  }

  @Test func experimentsAreSweptToo() throws {
    let plan = try Self.plan(
      """
      {"definition": {"experiment": "rem", "spins": 4, "samples": 5, "replicates": 10},
       "axes": [{"seed": [1, 2]}, {"samples": [5, 6]}], "table": "fig1a"}
      """)
    // Of no such name, which is told by the names there are.
    let error = #expect(throws: DefinitionError.self) {
      try plan.cell(1).run(context: Self.context)
    }
    let names = try #require(error?.allowed.dropFirst("one of ".count).split(separator: ", "))
    let good = try Self.plan(plan.document.json.replacing("fig1a", with: names[0]))
    let cell = try good.cell(4).run(context: Self.context)
    #expect(cell.columns.prefix(3) == ["cell", "seed", "samples"] && cell.rows[0][2] == 6)
  }

  @Test(arguments: [
    ("[]", "the plan = []"), ("{}", "definition = nothing"),
    (#"{"definition": {"family": "poisson"}}"#, "axes = nothing"),
    (#"{"definition": {}, "axes": []}"#, "family = nothing"),
    (#"{"definition": {"family": "poisson"}, "axes": [3]}"#, "axes[1] = 3"),
    (#"{"definition": {"family": "poisson"}, "axes": [{}]}"#, "axes[1] = {}"),
    (#"{"definition": {"family": "poisson"}, "axes": [{"samples": 3}]}"#, "axes[1].samples = 3"),
    (#"{"definition": {"family": "poisson"}, "axes": [{"samples": []}]}"#, "axes[1].samples = []"),
    (
      #"{"definition": {"family": "poisson"}, "axes": [{"samples": [{"a": 1}]}]}"#,
      #"axes[1].samples = {"a":1}"#
    ),
    (
      #"{"definition": {"family": "poisson"}, "axes": [{"samples": [1, 2], "seed": [1]}]}"#,
      "axes[1].seed = a list of 1 is not allowed: use as many values as samples has, 2"
    ),
    (
      #"{"definition": {"family": "poisson"}, "axes": [{"samples": [1]}, {"samples": [2]}]}"#,
      "samples twice"
    ),
    (
      #"{"definition": {"family": "poisson"}, "axes": [{"samples": [1, 0]}]}"#,
      "in cell 2, samples = 0"
    ),
    (
      #"{"definition": {"family": "poisson"}, "axes": [{"policy": ["replace", "external,count"]}]}"#,
      "external,count"
    ),
    (#"{"definition": {"family": "poisson"}, "axes": [{"samples.a": [1]}]}"#, "samples = "),
    (
      #"{"definition": {"family": "poisson", "samples": 5}, "axes": [{"samples.a": [1]}]}"#,
      "samples.a = 5"
    ),
    (#"{"definition": {"family": "poisson"}, "axes": [{"a..b": [1]}]}"#, "a path such as"),
    (
      #"{"definition": {"family": "poisson"}, "axes": [{"family": ["poisson", "gaussian"]}]}"#,
      "the columns of cell 2"
    ),
    (#"{"definition": {"family": "poisson"}, "axes": [], "tables": "a"}"#, "tables = "),
    (#"{"definition": {"family": "poisson"}, "axes": [], "table": "a"}"#, "none with a simulation"),
    (#"{"definition": {"family": "poisson"}, "axes": [], "predict": 1}"#, "predict = 1"),
    (#"{"definition": {"experiment": "fig9"}, "axes": []}"#, "experiment = "),
    (#"{"definition": {"experiment": "rem"}, "axes": [], "predict": true}"#, "predict = true"),
    (#"{"definition": {"experiment": "rem"}, "axes": [{"spins": [40]}]}"#, "spins = 40"),
  ])
  func mistakesAreNamed(json: String, complaint: String) throws {
    let error = #expect(throws: DefinitionError.self) { try Self.plan(json) }
    #expect("\(try #require(error))".contains(complaint), "\(error!)")
  }

  /// A field of an object counts, whatever the order of the axes and of their names.
  @Test(arguments: [
    #"[{"policy.count": [1, 2]}, {"policy": ["external", "external,source=fixed"]}]"#,
    #"[{"policy": ["external", "external,source=fixed"]}, {"policy.count": [1, 2]}]"#,
    #"[{"policy": ["external", "external,source=fixed"], "policy.count": [1, 2]}]"#,
  ])
  func fieldsOfObjectsCount(axes: String) throws {
    let definition = #"{"family": "poisson", "generations": 3, "replicates": 4, "samples": 2}"#
    let plan = try Self.plan(#"{"definition": \#(definition), "axes": \#(axes)}"#)
    for index in 1...plan.count {
      let cell = try plan.cell(index)
      let policy = try #require(cell.fields.first { $0.name == "policy" }).value
      let count = try #require(cell.fields.first { $0.name == "policy.count" }).value
      let same = try Self.plan(
        #"{"definition": \#(definition), "axes": [{"policy": ["\#(policy),count=\#(count)"]}]}"#)
      let rows = try [(cell, 3), (same.cell(1), 2)].map { cell, skipped in
        try cell.run(context: Self.context).rows.map { "\($0.dropFirst(skipped).map(\.self))" }
      }
      #expect(rows[0] == rows[1], "\(policy), \(count)")
    }
  }

  /// A sweep must not go on with other random numbers.
  @Test func everyValueBreakingChangeIsCounted() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
        "CHANGELOG.md")
    let entries = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .count { $0.hasPrefix("- **Value-breaking**") }
    #expect(SweepPlan.valuesRevision == entries)
  }

  @Test func plansHaveAnEnd() throws {
    let values = (1...400).map(String.init).joined(separator: ",")
    let error = #expect(throws: DefinitionError.self) {
      try Self.plan(
        #"{"definition": {"family": "poisson"}, "axes": [{"samples": [\#(values)]},"#
          + #" {"seed": [\#(values)]}]}"#)
    }
    #expect(error?.value == "400 × 400 cells")
  }

  /// A field called like a column of what is found.
  @Test func aNameOfAColumnIsToldApart() throws {
    let plan = try Self.plan(
      """
      {"definition": {"experiment": "infinite-synthetic", "chains": 2, "generations": 2000, "exactSamples": [2]},
       "axes": [{"samples": [[2], [2, 3]]}], "table": "infinite-synthetic-measured"}
      """)
    let cell = try plan.cell(2).run(context: Self.context)
    #expect(cell.columns.prefix(3) == ["cell", "swept.samples", "samples"])
    #expect(cell.rows.map { $0.prefix(3) } == [[2, "2:3", 2], [2, "2:3", 3]])
  }

  // MARK: - Pieces

  private static func pieces(_ plan: SweepPlan) throws -> [SweepPiece] {
    try (1...plan.count).map {
      SweepPiece(try plan.cell($0).run(context: context), cell: $0, of: plan)
    }
  }

  @Test func piecesAreReadBack() throws {
    let plan = try Self.plan(Self.small)
    for piece in try Self.pieces(plan) {
      #expect(SweepPiece(text: piece.text) == piece)
      #expect(piece.plan == plan.fingerprint && piece.count == 12)
    }
  }

  /// No beginning of a piece, and none with a byte changed, is taken for one.
  @Test func damagedPiecesAreNone() throws {
    let plan = try Self.plan(Self.small)
    let bytes = Array(try Self.pieces(plan)[3].text.utf8)
    for length in bytes.indices {
      #expect(SweepPiece(text: String(decoding: bytes[..<length], as: UTF8.self)) == nil)
    }
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1
      #expect(SweepPiece(text: String(decoding: changed, as: UTF8.self)) == nil, "byte \(place)")
    }
    #expect(SweepPiece(text: String(decoding: bytes + bytes, as: UTF8.self)) == nil)
  }

  @Test func piecesMakeAWholeInAnyOrder() throws {
    let plan = try Self.plan(Self.small)
    let pieces = try Self.pieces(plan).map { (folder: "a", piece: $0) }
    let whole = (plan.fingerprint, plan.count)
    let csv = try SweepPiece.join(pieces, of: whole)
    #expect(try SweepPiece.join(pieces.reversed(), of: whole) == csv)
    #expect(csv.split(separator: "\n").count == 1 + 12 * 4 && csv.hasSuffix("\n"))
    func complaint(_ pieces: [(folder: String, piece: SweepPiece)]) -> String {
      do {
        return try SweepPiece.join(pieces, of: whole)
      } catch { return error.description }
    }
    #expect(complaint(Array(pieces.dropFirst())).hasPrefix("1 of 12 cells are missing, 1:"))
    #expect(complaint([]).hasPrefix("12 of 12 cells are missing, 1, 2, 3, 4, 5, …:"))
    #expect(
      complaint(pieces + [(folder: "b", piece: pieces[6].piece)])
        .hasPrefix("cell 7 is in a and in b"))
    let other = try Self.plan(Self.small.replacing("\"replicates\": 5", with: "\"replicates\": 6"))
    #expect(other.fingerprint != plan.fingerprint)
    let stranger = SweepPiece(
      try other.cell(1).run(context: Self.context), cell: 1, of: other)
    #expect(
      complaint([("c", stranger)] + pieces.dropFirst()).hasPrefix("c holds cell 1 of another plan"))
    #expect(
      try SweepPlan(plan.document, version: "2").fingerprint != plan.fingerprint, "another version")
  }
}
