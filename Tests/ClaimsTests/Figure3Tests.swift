import Claims
import Documents
import Foundation
import Testing

@Suite struct Figure3Tests {
  /// A table and its row of the summary, case by case.
  static func cases(_ settings: String...) throws -> [(law: Table, summary: (String) -> Double)] {
    // So far up that nothing is beyond.
    let tables = try SmallRuns.tables(
      "fig3", ["truths=1,0.25", "rates=0,1", "maximumValue=60"] + settings)
    let laws = tables["fig3"]!.groups(by: "truth", "rate")
    let summary = tables["fig3-summary"]!.groups(by: "truth", "rate")
    #expect(laws.map(\.key) == summary.map(\.key) && laws.count == 4)
    return zip(laws, summary).map { law, summary in
      (law.rows, { summary.rows[$0][0] })
    }
  }

  /// Bins and atom together are everything.
  @Test(arguments: ["binSteps=1", "binSteps=7", "binSteps=20"])
  func lawsAreNormalised(bins: String) throws {
    for (law, summary) in try Self.cases(bins) {
      let width = law.width(of: "value")
      #expect(abs(law["density"].reduce(0, +) * width + summary("atom") - 1) < 1e-12)
      #expect(abs(law["exact"].reduce(0, +) * width + summary("atom_exact") - 1) < 1e-10)
    }
  }

  /// Below the first bin, Gamma(2, 2(1 + λ)) has the mass 1 − e⁻ˣ(1 + x), x = 2(1 + λ)ϑ.
  @Test func theLimitIsNormalised() throws {
    for (law, _) in try Self.cases() where law["truth"][0] == 1 {
      let width = law.width(of: "value")
      let x = 2 * (1 + law["rate"][0]) * (law["value"][0] - width / 2)
      let below = 1 - exp(-x) * (1 + x)
      #expect(below > 1e-4)
      #expect(abs(law["limit"].reduce(0, +) * width + below - 1) < 1e-12)
    }
  }

  /// With one step a bin, bins are the lattice: they carry the moments, of simulation and law alike.
  @Test func binsStandOnTheLattice() throws {
    for (law, summary) in try Self.cases("binSteps=1") {
      let width = law.width(of: "value")
      for (density, suffix) in [("density", ""), ("exact", "_exact")] {
        let mean = dot(law["value"], law[density]) * width
        #expect(abs(mean - summary("mean" + suffix)) < 1e-9, "\(density)")
        let squares = dot(law["value"].map { $0 * $0 }, law[density]) * width
        #expect(abs(squares - mean * mean - summary("variance" + suffix)) < 1e-9, "\(density)")
      }
    }
  }

  /// Some Gamma laws are infinite at 0; their curves begin beside it.
  @Test func curvesAreFinite() throws {
    let limit = try SmallRuns.tables("fig3", ["truths=0.25"])["fig3-limit"]!
    #expect(limit["value"].allSatisfy { $0 > 0 })
    #expect(limit["density"].allSatisfy { $0.isFinite && $0 > 0 })
  }
}
