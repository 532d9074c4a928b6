import Claims
import Documents
import Foundation
import Loop
import Simulation
import Testing

/// Plans of sweeps, their cells and their tables.
@Suite struct SweepPlanTests {
  @Test func axesAreCombinedTheLastFastest() throws {
    let plan = try SmallSweeps.plan(SmallSweeps.small)
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
    let plan = try SmallSweeps.plan(SmallSweeps.small)
    let cell = try SmallSweeps.found(plan, 11)
    let same = try SimulationDefinition.simulation(
      SimulationOptions.document([
        ("family", "poisson"), ("generations", "3"), ("replicates", "5"), ("samples", "5"),
        ("seed", "2"), ("policy", "external,count=2"), ("truth", "rate=0.5"),
      ])
    ).run(context: SmallSweeps.context).table
    #expect(cell.columns == same.columns)
    // As text: a NaN is no other's equal.
    #expect(cell.csv == same.csv)
    let lines = try SmallSweeps.table(plan).csv.split(separator: "\n")
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
    let plan = try SmallSweeps.plan(
      """
      {"definition": {"experiment": "rem", "spins": 4, "samples": 5, "replicates": 10},
       "axes": [{"seed": [1, 2]}, {"samples": [5, 6]}], "table": "fig1a"}
      """)
    // Of no such name, which is told by the names there are.
    let error = #expect(throws: DefinitionError.self) {
      try SmallSweeps.found(plan, 1)
    }
    let names = try #require(error?.allowed.dropFirst("one of ".count).split(separator: ", "))
    let good = try SmallSweeps.plan(plan.document.json.replacing("fig1a", with: names[0]))
    let lines = try SmallSweeps.table(good).csv.split(separator: "\n")
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
    let error = #expect(throws: DefinitionError.self) { try SmallSweeps.plan(json) }
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
    let plan = try SmallSweeps.plan(#"{"definition": \#(definition), "axes": \#(axes)}"#)
    for index in 1...plan.count {
      let cell = plan.cell(index)
      let policy = try #require(cell.fields.first { $0.name == "policy" }).value
      let count = try #require(cell.fields.first { $0.name == "policy.count" }).value
      let same = try SmallSweeps.plan(
        #"{"definition": \#(definition), "axes": [{"policy": ["\#(policy),count=\#(count)"]}]}"#)
      #expect(
        try SmallSweeps.found(plan, index).csv == SmallSweeps.found(same, 1).csv,
        "\(policy), \(count)")
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
    let plan = try SmallSweeps.plan(
      """
      {"definition": {"experiment": "infinite-synthetic", "chains": 2, "generations": 2000, "exactSamples": [2]},
       "axes": [{"samples": [[2], [2, 3]]}], "table": "infinite-synthetic-measured"}
      """)
    let lines = try SmallSweeps.table(plan).csv.split(separator: "\n")
    #expect(lines[0].hasPrefix("cell,swept.samples,samples,"))
    #expect(lines[2].hasPrefix("2,2:3,2,") && lines[3].hasPrefix("2,2:3,3,"))
  }

  /// Tables are joined by swept values, so that all their digits count.
  @Test func sweptValuesAreWrittenAsGiven() throws {
    let given = ["0.009900990099009901", "0.30000000000000004", "0.3", "1e-07", "123456.75"]
    let plan = try SmallSweeps.plan(
      """
      {"definition": {"family": "poisson", "generations": 0, "replicates": 1},
       "axes": [{"truth.rate": [\(given.joined(separator: ","))]}]}
      """)
    #expect((1...5).map { plan.cell($0).fields[0].value } == given)
    let rows = try SmallSweeps.table(plan).csv.split(separator: "\n").dropFirst()
    #expect(rows.map { $0.split(separator: ",")[1] } == given.map { $0[...] })
  }

  /// Families have columns of their own; a cell without one leaves it empty.
  @Test func cellsMayHaveOtherColumns() throws {
    let plan = try SmallSweeps.plan(
      """
      {"definition": {"family": {"kind": "categorical"}, "generations": 0, "replicates": 2},
       "axes": [{"family.symbols": [100, 3, 4]}]}
      """)
    let table = try Table(name: "sweep", csv: SmallSweeps.table(plan).csv)
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
    let families = try SmallSweeps.plan(
      """
      {"definition": {"family": "poisson", "generations": 0, "replicates": 2},
       "axes": [{"family": ["poisson", "gaussian"]}]}
      """)
    #expect(try SmallSweeps.table(families).rows == 2)
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
    let table = try SmallSweeps.table(plan)
    #expect(table.cells == 3 && table.rows == 3 && table.failures.map(\.cell) == [2, 3])
    let lines = table.csv.split(separator: "\n")
    let found = try SmallSweeps.found(plan, 1)
    #expect(lines[0] == "cell,samples,truth.rate,\(found.columns.joined(separator: ",")),failed")
    #expect(
      lines[1...1].map { $0 }
        == found.csv.split(separator: "\n").dropFirst().map { "1,10,1,\($0)," })
    let gap = String(repeating: ",", count: found.columns.count + 1)
    #expect(lines[2].hasPrefix("2,0,1\(gap)samples = 0 is not allowed"))
    #expect(lines[3].hasPrefix("3,500399958596,9000\(gap)"))
    #expect(lines[3].contains("no longer exact in double precision"))
  }
}
