import Claims
import Families
import Testing
import _TestSupport

/// X5: mean, variance and correlation of the anchored loop.
@Suite("X5 relaxation", .inTurn(.theorem)) struct X5RelaxationTests: ClaimSuite {
  typealias Tested = RelaxationClaim

  static let bugs = [
    withoutExternalData(caughtBy: [
      "mean frequency", "mean squared distance from x₀",
      "mean product of the distances generations apart", "mean frequency with an impure source",
    ])
  ]

  @Test("X5 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X5 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
