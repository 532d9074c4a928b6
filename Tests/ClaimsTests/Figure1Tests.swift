import Claims
import Documents
import Loop
import Testing

@Suite struct Figure1Tests {
  static func definition(_ settings: String...) throws -> Figure1Definition {
    try Figure1.definition(
      .quick, seed: 3,
      settings: ["b.replicates=40", "b.exactMeanUpTo=300", "c.replicates=20"] + settings)
  }

  static func tables(_ definition: Figure1Definition) throws -> [String: Table] {
    let tables = try Figure1.run(definition, context: RunContext(threads: 2))
    return Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
  }

  @Test func everyCaseIsThere() throws {
    let tables = try Self.tables(Self.definition())
    #expect(tables["fig1b"]?.rows.count == 9 * 401)
    #expect(tables["fig1c"]?.rows.count == 20)
    #expect(tables["fig1d"]?.rows.count == 41 * 2)
  }

  /// More replicates extend a run, and do not change those it had.
  @Test func trajectoriesDoNotDependOnTheirNumber() throws {
    let few = try Self.tables(Self.definition("a.trajectories=2"))["fig1a"]!
    let many = try Self.tables(Self.definition("a.trajectories=5"))["fig1a"]!
    #expect(Array(many.rows.prefix(few.rows.count)) == few.rows)
  }

  @Test func trajectoriesEndAtAVertexWithAnInfiniteField() throws {
    let table = try Self.tables(Self.definition())["fig1a"]!
    for trajectory in 1...4 {
      let rows = table.rows.filter { $0[0] == .integer(trajectory) }
      #expect(rows.first?[1] == 0 && rows.first?[2].value == 0 && rows.first?[3].value == 0)
      #expect(abs(rows.last![2].value) == 1)
      #expect(rows.last![3].value == (rows.last![2].value > 0 ? .infinity : -.infinity))
      #expect(rows.dropLast().allSatisfy { abs($0[2].value) < 1 && $0[3].value.isFinite })
    }
  }

  /// A long trajectory is thinned, evenly, and keeps its ends.
  @Test func longTrajectoriesAreThinned() throws {
    let table = try Self.tables(
      Self.definition("a.samples=100000", "a.generations=100000", "a.trajectories=1"))["fig1a"]!
    let generations = table.numbers(in: "generation")!
    #expect(generations.count <= 1 << 14)
    #expect(generations.first == 0 && generations.last == 100_000)
    #expect(generations[1] == 8 && generations[2] == 16)
  }

  /// A horizon that comes first leaves curves that stop and intervals that say so.
  @Test func censoredRunsAreNotNumbers() throws {
    let tables = try Self.tables(Self.definition("generations=100"))
    let curve = tables["fig1b"]!.rows.filter { $0[0] == 5 && $0[1] == 50 }
    #expect(curve.last![2].value <= 100 / 250.0)
    #expect(curve.last![3].value < 1)
    #expect(tables["fig1b-mean"]!.numbers(in: "measured")!.allSatisfy { $0.isNaN })
    for row in tables["fig1c"]!.rows {
      #expect(row[2].value.isNaN && row[4].value - row[3].value > 0.3)
    }
    #expect(tables["fig1a"]!.numbers(in: "generation")!.max() == 100)
  }

  @Test func exactColumnsStopWhereTheyAreToldTo() throws {
    let mean = try Self.tables(Self.definition())["fig1b-mean"]!
    for row in mean.rows { #expect(row[3].value.isNaN == (row[2].value > 300)) }
    #expect(abs(mean.rows[0][3].value - 1.376967477) < 1e-9)
  }

  @Test func startsAtAVertexStayThere() throws {
    let tables = try Self.tables(Self.definition("a.start=1", "b.start=-1", "c.starts=0,1"))
    #expect(tables["fig1a"]!.rows.count == 4)
    #expect(tables["fig1b"]!.numbers(in: "cdf")!.allSatisfy { $0 == 1 })
    #expect(tables["fig1c"]!.numbers(in: "probability") == [0, 1, 0, 1])
  }
}
