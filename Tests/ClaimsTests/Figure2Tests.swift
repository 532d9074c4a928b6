import Claims
import Documents
import Testing
import _TestSupport

@Suite(.inTurn(.other)) struct Figure2Tests {
  /// Over a range beyond which no model goes, both densities have all their mass.
  @Test func histogramsAndLimitsAreNormalised() throws {
    let tables = try SmallRuns.tables("fig2", ["maximumParameter=20", "bins=50", "samples=20"])
    for name in ["fig2a", "fig2b"] {
      let groups = tables[name]!.groups(by: "case", "samples")
      #expect(groups.map { $0.key[0] } == (name == "fig2a" ? ["i", "ii", "iii"] : ["ii", "iii"]))
      for (key, rows) in groups {
        let width = rows.width(of: "theta")
        #expect(abs(rows["density"].reduce(0, +) * width - 1) < 1e-12, "\(name) \(key)")
        #expect(abs(rows["limit"].reduce(0, +) * width - 1) < 1e-8, "\(name) \(key)")
      }
    }
  }

  /// The curves have the mass, the mean and the variance that are tabulated for them.
  @Test func momentsOfTheLimitAreThoseOfItsCurve() throws {
    let tables = try SmallRuns.tables("fig2", ["maximumParameter=8", "iii.anchor=4"])
    let curves = tables["fig2-limit"]!.groups(by: "case", "parameter")
    #expect(curves.count == 5)
    for row in tables["fig2-moments"]!.groups(by: "case", "parameter") {
      let curve = curves.first { $0.key == row.key }!.rows
      let (θ, density, step) = (curve["theta"], curve["density"], curve.width(of: "theta"))
      let mean = dot(θ, density) * step
      #expect(abs(density.reduce(0, +) * step - 1) < 1e-7, "\(row.key)")
      #expect(abs(mean - row.rows["limit_mean"][0]) < 1e-7, "\(row.key)")
      let variance = dot(θ.map { ($0 - mean) * ($0 - mean) }, density) * step
      #expect(abs(variance - row.rows["limit_variance"][0]) < 1e-6, "\(row.key)")
    }
  }

  /// In case i the coupling is held at zero: there is nothing to draw in panel b.
  @Test func caseOneHasNoCoupling() throws {
    let tables = try SmallRuns.standard("fig2")
    let cases = { (name: String) in Set(tables[name]!.groups(by: "case").map { $0.key[0] }) }
    #expect(cases("fig2a") == ["i", "ii", "iii"])
    #expect(cases("fig2b") == ["ii", "iii"])
    let couplings = tables["fig2-moments"]!.groups(by: "case", "parameter").map(\.key)
    #expect(!couplings.contains(["i", "2"]) && couplings.contains(["ii", "2"]))
  }

  /// Three generations of two chains are two of one and one of the other: one chain's mean is as it
  /// is with four generations in all, the other's as with two.
  @Test func exactlyTheGenerationsAskedForAreKept() throws {
    /// Both chains' means, from their mean and its error, row by row.
    func means(_ generations: Int) throws -> [[Double]] {
      let tables = try SmallRuns.tables(
        "fig2", ["generations=\(generations)", "chains=2", "burnIn=0", "samples=20"])
      let moments = tables["fig2-moments"]!
      return zip(moments["mean"], moments["mean_error"]).map { [$0 - $1, $0 + $1] }
    }
    let (two, three, four) = (try means(2), try means(3), try means(4))
    #expect(three.count == 5)
    for row in three.indices {
      func shared(_ other: [[Double]]) -> Int {
        three[row].count { mean in other[row].contains { abs($0 - mean) < 1e-12 } }
      }
      #expect(shared(two) == 1 && shared(four) == 1, "\(two[row]) \(three[row]) \(four[row])")
    }
  }
}
