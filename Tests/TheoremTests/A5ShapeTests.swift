import Claims
import Families
import Loop
import Testing
import _TestSupport

/// A5: the shape of Gamma variables, and where a double ends it.
@Suite("A5 shape", .inTurn(.theorem)) struct A5ShapeTests: ClaimSuite {
  typealias Tested = ShapeClaim

  static let bugs = [
    closed(
      "every sample counts twice", WrongProgram(DoubledSamples<GammaFamily>()),
      caughtBy: [
        "distance of a step of ln k to its law", "change of −ln k in a generation",
        "fraction of loops past a shape of 2⁴⁶ by t =",
      ])
  ]

  @Test("A5 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("A5 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
