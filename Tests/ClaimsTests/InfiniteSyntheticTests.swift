import Claims
import Documents
import Testing
import _TestSupport

@Suite(.inTurn(.other)) struct InfiniteSyntheticTests {
  @Test func distributionFunctionsRiseToOne() throws {
    let table = try SmallRuns.tables("infinite-synthetic", ["truth=0.3"])["infinite-synthetic"]!
    let groups = table.groups(by: "samples")
    #expect(groups.map(\.key) == [["4"], ["20"]])
    for (_, rows) in groups {
      #expect(rows["value"].first == 0 && rows["value"].last == 1)
      for column in ["closed", "open", "limit"] {
        let law = rows[column]
        #expect(law == law.sorted() && law[0] >= 0 && abs(law.last! - 1) < 1e-12, "\(column)")
      }
    }
  }

  /// With one point of either kind up half of the time, the limit law is uniform.
  @Test func theLimitIsUniform() throws {
    let table = try SmallRuns.standard("infinite-synthetic")["infinite-synthetic"]!
    for row in table.rows { #expect(abs(row[5].value - row[1].value) < 1e-12) }
  }

  /// Tabulated where the frequencies are, at k/5 for four synthetic points and a real one, the
  /// distribution function has the variance that was measured: none is counted beside its place.
  @Test func tabulatedValuesBelongToTheirBins() throws {
    let tables = try SmallRuns.tables("infinite-synthetic", ["samples=4", "steps=5"])
    let law = tables["infinite-synthetic"]!
    let steps = zip(law["closed"], [0] + law["closed"]).map { $0 - $1 }
    let variance = dot(law["value"].map { ($0 - 0.5) * ($0 - 0.5) }, steps)
    #expect(abs(variance - tables["infinite-synthetic-measured"]!["variance"][0]) < 1e-12)
  }

  @Test func measuredDistancesAreThoseOfTheTable() throws {
    let tables = try SmallRuns.standard("infinite-synthetic")
    let measured = tables["infinite-synthetic-measured"]!
    for (index, group) in tables["infinite-synthetic"]!.groups(by: "samples").enumerated() {
      let distances = zip(group.rows["closed"], group.rows["limit"]).map { abs($0 - $1) }
      #expect(measured["distance"][index] == distances.max())
    }
  }

  /// Laws are solved for where that is asked for; variances are known at every M.
  @Test func exactLawsAreSolvedWhereToldTo() throws {
    let table = try SmallRuns.tables(
      "infinite-synthetic", ["samples=8,50", "exactSamples=3,8"])["infinite-synthetic-distance"]!
    #expect(table["samples"] == [3, 8, 50])
    #expect(table["distance"].map(\.isNaN) == [false, false, true])
    #expect(table["variance"].allSatisfy { $0 > 1 / 12.0 })
    #expect(table["variance_distance"] == table["variance_distance"].sorted(by: >))
  }
}
