import Claims
import Families
import Loop
import Testing
import _TestSupport

/// A6: a least value of the variance.
@Suite("A6 least variance", .inTurn(.theorem)) struct A6LeastVarianceTests: ClaimSuite {
  typealias Tested = LeastVarianceClaim

  static let bugs = [
    closed(
      "the least value is added",
      WrongProgram(JitteredVariance<GaussianFamily>(jitter: LeastVarianceProgram.floor)),
      caughtBy: [
        "fraction of loops at the least variance", "distance of v/f to its exact law",
      ])
  ]

  @Test("A6 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("A6 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
