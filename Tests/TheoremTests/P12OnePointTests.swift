import Claims
import Families
import Testing
import _TestSupport

/// P12: one fixed data point prevents collapse.
@Suite("P12 one point", .inTurn(.theorem)) struct P12OnePointTests: ClaimSuite {
  typealias Tested = OnePointClaim

  static let bugs = [
    withoutExternalData(caughtBy: [
      "probability of a frequency from 0.1 to 0.3", "mean frequency of up spins",
      "distance to the exact law", "fraction of runs collapsed",
    ]),
    anchored(
      "the point counts once: its mean is kept, and the loop collapses",
      PointsOnceProgram<FlatPrior<IndependentSpins>>(),
      caughtBy: [
        "probability of a frequency from 0.1 to 0.3", "distance to the exact law",
        "fraction of runs collapsed",
      ]),
  ]

  @Test("P12 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P12 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
