import Claims
import Documents
import Loop
import Testing

/// Figure 1d: where coupled spins end.
@Suite struct FinalLevelTests {
  /// N and the tables of the panel.
  static func tables(_ settings: String...) throws -> (spins: Int, runs: Table, means: Table) {
    let definition = try Figure1.definition(
      .quick, seed: 3,
      settings: [
        "samples=10", "b.replicates=1", "c.replicates=1", "d.spins=7", "d.replicates=5",
      ] + settings)
    let tables = try Figure1.run(definition, context: RunContext(threads: 2))
    return (
      definition.d.spins, tables.first { $0.name == "fig1d" }!,
      tables.first { $0.name == "fig1d-mean" }!
    )
  }

  /// All spins end at one level N − 2k, and not always at the same; they start in between.
  @Test func everyEndIsALevel() throws {
    let (n, runs, _) = try Self.tables()
    let levels = Set((0...n).map { Double(n - 2 * $0) })
    #expect(runs["final"].allSatisfy(levels.contains))
    #expect(Set(runs["final"]).count > 2)
    #expect(runs["start"].allSatisfy { abs($0) <= Double(n) })
  }

  @Test func meanStartsAreThoseOfTheRuns() throws {
    let (_, runs, means) = try Self.tables()
    #expect(means["final"] == Set(runs["final"]).sorted())
    for (index, final) in means["final"].enumerated() {
      let starts = zip(runs["start"], runs["final"]).filter { $0.1 == final }.map(\.0)
      #expect(means["count"][index] == Double(starts.count))
      #expect(means["mean_start"][index] == starts.reduce(0, +) / Double(starts.count))
    }
  }

  /// A run that the horizon cuts off has no final level, and counts in no mean.
  @Test func runsCutOffCountNowhere() throws {
    let (_, none, empty) = try Self.tables("d.generations=1", "d.fields=0")
    #expect(none["final"].allSatisfy(\.isNaN) && none["start"].allSatisfy(\.isFinite))
    #expect(empty.rows.isEmpty)
    let (_, some, means) = try Self.tables("d.generations=10")
    let ended = some["final"].count(where: \.isFinite)
    #expect(ended > 0 && ended < some.rows.count)
    #expect(means["count"].reduce(0, +) == Double(ended))
  }

  /// A field so strong that no spin ever points against it.
  @Test func strongFieldsStayWhereTheyAre() throws {
    let (n, runs, means) = try Self.tables("d.fields=-20,20")
    #expect(runs["start"] == runs["final"])
    #expect(
      means.rows == [
        [.integer(-n), .number(Double(-n)), 5], [.integer(n), .number(Double(n)), 5],
      ])
  }
}
