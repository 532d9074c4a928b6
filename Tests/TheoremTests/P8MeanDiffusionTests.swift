import Claims
import Families
import Loop
import Testing
import _TestSupport

/// P8: the mean parameters do not drift.
@Suite("P8 diffusion of the mean", .inTurn(.theorem)) struct P8MeanDiffusionTests: ClaimSuite {
  typealias Tested = MeanDiffusionClaim

  static let bugs = [
    closed(
      "the variance has the divisor M − 1", WrongProgram(UnbiasedVariance<GaussianFamily>()),
      caughtBy: ["mean statistic after one generation"]),
    closed(
      "every synthetic sample counts twice", WrongProgram(DoubledSamples()),
      caughtBy: ["variance of the mean statistic times M"]),
  ]

  @Test("P8 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P8 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
