import Claims
import Documents
import Foundation
import Loop
import Simulation
import Testing

/// Plans, cells and pieces of sweeps.
@Suite struct SweepTests {
  private static let context = RunContext(threads: 1)

  private static func plan(_ json: String) throws -> SweepPlan {
    let plan = try SweepPlan(try JSONValue(json: json))
    let refusals = try plan.refusals(1...plan.count)
    try #require(refusals.isEmpty, "\(refusals)")
    return plan
  }

  /// What a cell finds.
  private static func found(_ plan: SweepPlan, _ cell: Int) throws -> Table {
    try plan.cell(cell).job().run(context: context).table
  }

  /// The table of a plan all of whose cells are run.
  private static func table(_ plan: SweepPlan) throws -> SweepTable {
    try SweepTable(of: plan) { cell, address in
      (try? cell.job()).map { job in
        do {
          return SweepPiece(try job.run(context: context).table, at: address)
        } catch {
          return SweepPiece(failure: "\(error)", at: address)
        }
      }
    }
  }

  private static let small = """
    {"definition": {"family": "poisson", "generations": 3, "replicates": 5},
     "axes": [{"samples": [2, 5], "seed": [1, 2]}, {"policy": ["replace", "external,count=2"]},
              {"truth.rate": [1, 0.5, 2]}]}
    """

  @Test func axesAreCombinedTheLastFastest() throws {
    let plan = try Self.plan(Self.small)
    #expect(plan.count == 12)
    let cells = (1...12).map { plan.cell($0) }
    #expect(cells[0].fields.map(\.name) == ["samples", "seed", "policy", "truth.rate"])
    let rows = cells.map { $0.fields.map(\.value).joined(separator: " ") }
    #expect(rows[0] == "2 1 replace 1" && rows[1] == "2 1 replace 0.5")
    #expect(rows[3] == "2 1 external,count=2 1" && rows[11] == "5 2 external,count=2 2")
    #expect(Set(rows).count == 12)
  }

  /// A cell has the numbers of the simulation that it names.
  @Test func cellsAreSimulations() throws {
    let plan = try Self.plan(Self.small)
    let cell = try Self.found(plan, 11)
    let same = try SimulationDefinition.simulation(
      SimulationOptions.document([
        ("family", "poisson"), ("generations", "3"), ("replicates", "5"), ("samples", "5"),
        ("seed", "2"), ("policy", "external,count=2"), ("truth", "rate=0.5"),
      ])
    ).run(context: Self.context).table
    #expect(cell.columns == same.columns)
    // As text: a NaN is no other's equal.
    #expect(cell.csv == same.csv)
    let lines = try Self.table(plan).csv.split(separator: "\n")
    #expect(
      lines[0]
        == "cell,samples,seed,policy,truth.rate,\(same.columns.joined(separator: ",")),failed")
    let rows = lines.filter { $0.hasPrefix("11,") }
    #expect(
      rows
        == same.csv.split(separator: "\n").dropFirst().map {
          "11,5,2,\"external,count=2\",0.5,\($0),"
        })
  }

  @Test func experimentsAreSweptToo() throws {
    let plan = try Self.plan(
      """
      {"definition": {"experiment": "rem", "spins": 4, "samples": 5, "replicates": 10},
       "axes": [{"seed": [1, 2]}, {"samples": [5, 6]}], "table": "fig1a"}
      """)
    // Of no such name, which is told by the names there are.
    let error = #expect(throws: DefinitionError.self) {
      try Self.found(plan, 1)
    }
    let names = try #require(error?.allowed.dropFirst("one of ".count).split(separator: ", "))
    let good = try Self.plan(plan.document.json.replacing("fig1a", with: names[0]))
    let lines = try Self.table(good).csv.split(separator: "\n")
    #expect(lines[0].hasPrefix("cell,seed,samples,") && lines.last!.hasPrefix("4,2,6,"))
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
      #"{"definition": {"family": "poisson"}, "axes": [{"samples": [-1, 0]}]}"#,
      "in cell 1, samples = -1"
    ),
    (
      #"{"definition": {"family": "poisson"}, "axes": [{"policy": ["eternal", "external,count"]}]}"#,
      "in cell 1, policy.kind = \"eternal\""
    ),
    (
      #"{"definition": {"family": "poisson"}, "axes": [{"samples": [3, 5, 3.0]}]}"#,
      "axes[1].samples = 3 is not allowed: use each value once: it stands at place 1 and again at place 3"
    ),
    (
      #"{"definition": {"family": "poisson"}, "axes": [{"truth.rate": [0.1, 0.2, 1e-1]}]}"#,
      "axes[1].truth.rate = 0.1 is not allowed: use each value once: it stands at place 1 and again at place 3"
    ),
    (
      #"{"definition": {"family": "poisson"}, "axes": [{"seed": [1, 2, 1], "samples": [4, 5, 4]}]}"#,
      "axes[1].samples, seed = 4, 1 is not allowed"
    ),
    (
      #"{"definition": {"family": "poisson"}, "axes": [{"policy": ["external,count=1,source=fixed", "external,source=fixed,count=1"]}]}"#,
      "it stands at place 1 and again at place 2"
    ),
    (#"{"definition": {"family": "poisson"}, "axes": [{"samples.a": [1]}]}"#, "samples = "),
    (
      #"{"definition": {"family": "poisson", "samples": 5}, "axes": [{"samples.a": [1]}]}"#,
      "samples.a = 5"
    ),
    (#"{"definition": {"family": "poisson"}, "axes": [{"a..b": [1]}]}"#, "a path such as"),
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
      let cell = plan.cell(index)
      let policy = try #require(cell.fields.first { $0.name == "policy" }).value
      let count = try #require(cell.fields.first { $0.name == "policy.count" }).value
      let same = try Self.plan(
        #"{"definition": \#(definition), "axes": [{"policy": ["\#(policy),count=\#(count)"]}]}"#)
      #expect(
        try Self.found(plan, index).csv == Self.found(same, 1).csv, "\(policy), \(count)")
      #expect(cell.address == same.cell(1).address)
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
    func plan(_ count: Int) throws -> SweepPlan {
      let values = (1...count).map(String.init).joined(separator: ",")
      return try SweepPlan(
        JSONValue(
          json: #"{"definition": {"family": "poisson"}, "axes": [{"samples": [\#(values)]},"#
            + #" {"seed": [\#(values)]}]}"#))
    }
    #expect(try plan(1000).count == 1_000_000)
    let error = #expect(throws: DefinitionError.self) { try plan(1001) }
    #expect(error?.value == "1001 × 1001 cells")
    #expect(error?.allowed.contains("a file of its own") == true)
  }

  /// A field called like a column of what is found.
  @Test func aNameOfAColumnIsToldApart() throws {
    let plan = try Self.plan(
      """
      {"definition": {"experiment": "infinite-synthetic", "chains": 2, "generations": 2000, "exactSamples": [2]},
       "axes": [{"samples": [[2], [2, 3]]}], "table": "infinite-synthetic-measured"}
      """)
    let lines = try Self.table(plan).csv.split(separator: "\n")
    #expect(lines[0].hasPrefix("cell,swept.samples,samples,"))
    #expect(lines[2].hasPrefix("2,2:3,2,") && lines[3].hasPrefix("2,2:3,3,"))
  }

  /// Tables are joined by swept values, so that all their digits count.
  @Test func sweptValuesAreWrittenAsGiven() throws {
    let given = ["0.009900990099009901", "0.30000000000000004", "0.3", "1e-07", "123456.75"]
    let plan = try Self.plan(
      """
      {"definition": {"family": "poisson", "generations": 0, "replicates": 1},
       "axes": [{"truth.rate": [\(given.joined(separator: ","))]}]}
      """)
    #expect((1...5).map { plan.cell($0).fields[0].value } == given)
    let rows = try Self.table(plan).csv.split(separator: "\n").dropFirst()
    #expect(rows.map { $0.split(separator: ",")[1] } == given.map { $0[...] })
  }

  /// Families have columns of their own; a cell without one leaves it empty.
  @Test func cellsMayHaveOtherColumns() throws {
    let plan = try Self.plan(
      """
      {"definition": {"family": {"kind": "categorical"}, "generations": 0, "replicates": 2},
       "axes": [{"family.symbols": [100, 3, 4]}]}
      """)
    let table = try Table(name: "sweep", csv: Self.table(plan).csv)
    #expect(
      table.columns.filter { $0.hasSuffix("_mean") }
        == ["p0", "p1", "p2", "entropy", "kl_truth_model", "kl_model_truth", "symbols"].map {
          "\($0)_mean"
        })
    func cells(_ column: String) -> [String] {
      table.rows.map { $0[table.columns.firstIndex(of: column)!].description }
    }
    #expect(cells("family.symbols") == ["100", "3", "4"])
    #expect(cells("p0_mean") == ["", "0.3333333333", "0.25"])
    #expect(cells("p2_mean") == ["", "", "0.25"])
    #expect(cells("entropy_mean") == ["4.605170186", "1.098612289", "1.386294361"])
    #expect(cells("failed") == ["", "", ""])
    // Whole families, too.
    let families = try Self.plan(
      """
      {"definition": {"family": "poisson", "generations": 0, "replicates": 2},
       "axes": [{"family": ["poisson", "gaussian"]}]}
      """)
    #expect(try Self.table(families).rows == 2)
  }

  /// A combination that is refused, or whose run fails, has one row with the reason.
  @Test func cellsThatFailHaveARow() throws {
    // In the third place sums begin just below what doubles count, and all runs leave that before the one
    // generation that is recorded.
    let plan = try SweepPlan(
      JSONValue(
        json: """
          {"definition": {"family": "poisson", "generations": 10000, "replicates": 2,
            "record": {"at": [10000]}},
           "axes": [{"samples": [10, 0, 500399958596], "truth.rate": [1, 1, 9000]}]}
          """))
    let refusals = try plan.refusals(1...3)
    #expect(refusals.map(\.cell) == [2] && refusals[0].reason.hasPrefix("samples = 0 is not"))
    // The others are not to be asked.
    #expect(try plan.refusals([2]).count == 1)
    let table = try Self.table(plan)
    #expect(table.cells == 3 && table.rows == 3 && table.failures.map(\.cell) == [2, 3])
    let lines = table.csv.split(separator: "\n")
    let found = try Self.found(plan, 1)
    #expect(lines[0] == "cell,samples,truth.rate,\(found.columns.joined(separator: ",")),failed")
    #expect(
      lines[1...1].map { $0 }
        == found.csv.split(separator: "\n").dropFirst().map { "1,10,1,\($0)," })
    let gap = String(repeating: ",", count: found.columns.count + 1)
    #expect(lines[2].hasPrefix("2,0,1\(gap)samples = 0 is not allowed"))
    #expect(lines[3].hasPrefix("3,500399958596,9000\(gap)"))
    #expect(lines[3].contains("no longer exact in double precision"))
  }

  // MARK: - Addresses

  private static func addresses(_ json: String) throws -> [SweepAddress] {
    let plan = try Self.plan(json)
    return try (1...plan.count).map { try #require(plan.cell($0).address) }
  }

  /// A plan with more values, another axis or other words for the same has the cells of the other.
  @Test(arguments: [
    (
      #"{"family": "poisson", "samples": 5}"#, #"[{"samples": [2, 5]}, {"seed": [7, 20260514]}]"#,
      #"[]"#, 4
    ),
    (
      #"{"family": "poisson"}"#, #"[{"policy": ["accumulate", "replace"]}, {"samples": [100, 7]}]"#,
      #"[{"generations": [1000]}]"#, 3
    ),
    (
      #"{"family": {"kind": "poisson"}, "policy": {"kind": "external"}}"#,
      #"[{"policy.count": [1, 2, 3]}]"#, #"[{"policy.count": [3, 2]}]"#, 2
    ),
  ])
  func addressesFollowFromDefinitions(definition: String, long: String, short: String, place: Int)
    throws
  {
    let all = try Self.addresses(#"{"definition": \#(definition), "axes": \#(long)}"#)
    let few = try Self.addresses(#"{"definition": \#(definition), "axes": \#(short)}"#)
    #expect(Set(all).count == all.count)
    #expect(Set(few).isSubset(of: all))
    #expect(few.last == all[place - 1])
  }

  @Test func otherResultsHaveOtherAddresses() throws {
    let plans = [
      #"{"definition": {"family": "poisson"}, "axes": []}"#,
      #"{"definition": {"family": "poisson"}, "axes": [], "predict": true}"#,
      #"{"definition": {"family": "poisson", "seed": 1}, "axes": []}"#,
      #"{"definition": {"family": "geometric"}, "axes": []}"#,
      #"{"definition": {"experiment": "rem"}, "axes": []}"#,
      #"{"definition": {"experiment": "rem"}, "axes": [], "table": "a"}"#,
      #"{"definition": {"experiment": "rem", "seed": 1}, "axes": []}"#,
    ]
    #expect(Set(try plans.flatMap(Self.addresses)).count == plans.count)
    let document = try JSONValue(json: plans[0])
    let first = try SweepPlan(document).cell(1).address
    #expect(try SweepPlan(document, values: 2).cell(1).address != first, "other numbers")
    // More replicates go on with the same runs.
    let more = try Self.addresses(
      #"{"definition": {"family": "poisson", "replicates": 200}, "axes": []}"#)[0]
    #expect(more != first && more.definition == first?.definition && more.replicates == 200)
    #expect(more.path == "\(more.definition.prefix(2))/\(more.definition)-200")
  }

  /// What a definition leaves out is filled in with what it means.
  @Test(arguments: [
    #"{"family": "poisson"}"#, #"{"family": "binomial", "policy": "external", "prior": null}"#,
  ])
  func completeDefinitionsMeanTheSame(json: String) throws {
    let document = try JSONValue(json: json)
    let complete = try SimulationDefinition.complete(document)
    #expect(complete != document)
    let tables = try [document, complete].map {
      try SimulationDefinition.simulation($0).run(context: Self.context).table.csv
    }
    #expect(tables[0] == tables[1])
    #expect(try SimulationDefinition.complete(complete) == complete)
  }

  /// Larger in what takes time, and by as much.
  @Test func workGrowsWithWhatThereIsToDo() throws {
    func work(_ fields: String) throws -> Double {
      try SimulationDefinition.simulation(JSONValue(json: "{\(fields)}")).work
    }
    let base = try work(#""family": "gaussian", "replicates": 10, "generations": 1000"#)
    #expect(try work(#""family": "gaussian", "replicates": 20, "generations": 1000"#) == 2 * base)
    let long = try work(#""family": "gaussian", "replicates": 10, "generations": 10000"#)
    #expect(abs(long / base - 10) < 0.1)
    let mode = #""family": "gaussian", "replicates": 10, "generations": 1000, "estimator": "map""#
    #expect(try work(mode) > 5 * base)
    // Where all are absorbed after some M generations, the rest takes no time.
    func closed(_ generations: Int) throws -> Double {
      try work(#""family": "binomial", "samples": 10, "generations": \#(generations)"#)
    }
    #expect(try closed(1000) == closed(1_000_000) && closed(1000) > closed(10))
  }

  // MARK: - Pieces

  private static func pieces(_ plan: SweepPlan) throws -> [SweepPiece] {
    let first = plan.cell(1)
    let state = SimulationState(replicates: 32, lines: ["4 0 0.1 -1e-300", "3 0 nan 0"])
    return try (1...plan.count).map {
      SweepPiece(try found(plan, $0), at: plan.cell($0).address!)
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
    let left = try #require(try few.job().run(context: Self.context).state)
    #expect(left.replicates == 16)
    let piece = SweepPiece(left, at: few.address!)
    #expect(SweepPiece(text: piece.text) == piece && piece.content == .state(left))
    #expect(SweepAddress(statePath: few.address!.statePath) == few.address)
    #expect(SweepAddress(statePath: few.address!.path) == nil)
    let (whole, resumed) = (
      try more.job().run(context: Self.context),
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
      ).cell(1).job().run(context: Self.context).state)
    let mixed = try more.job().run(context: Self.context, after: other).table
    #expect(mixed.csv != whole.table.csv)
    // What is of another shape, or of more replicates, is left alone.
    let shapeless = SimulationState(replicates: 16, lines: Array(left.lines.dropFirst(3)))
    let later = try #require(try cell(64).job().run(context: Self.context).state)
    for state in [shapeless, later] {
      let table = try more.job().run(context: Self.context, after: state).table
      #expect(table.csv == whole.table.csv)
    }
  }

  @Test func piecesAreReadBack() throws {
    let pieces = try Self.pieces(try Self.plan(Self.small))
    for piece in pieces { #expect(SweepPiece(text: piece.text) == piece) }
    #expect(pieces[12].content == .failure("it cannot, nor can \"others\""))
  }

  /// No beginning of a piece, and none with a byte changed, is taken for one.
  @Test func damagedPiecesAreNone() throws {
    let pieces = try Self.pieces(try Self.plan(Self.small))
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
    let plan = try Self.plan(Self.small)
    let piece = SweepPiece(try Self.found(plan, 1), at: plan.cell(1).address!)
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
