import Claims
import Families
import Loop
import Testing
import _TestSupport

/// P2: every run ends with all samples alike.
@Suite("P2 absorption", .inTurn(.theorem)) struct P2AbsorptionTests: ClaimSuite {
  typealias Tested = AbsorptionClaim

  static let bugs = [
    closed(
      "probabilities are kept off 0 and 1", WrongProgram(FlooringEstimator()),
      caughtBy: ["absorbed by generation"]),
    closed(
      "a spin flips once all are alike", WrongProgram(RevivingSpins()),
      caughtBy: ["unchanged generations later"]),
    closed(
      "the training set is one sample short", WrongProgram(OneSampleShort<IndependentSpins>()),
      caughtBy: ["heterozygosity after NM generations"]),
    closed(
      "samples all at one level end the loop",
      WrongProgram(EndsWhenAlike(Replace<IndependentSpins>())),
      caughtBy: ["fraction absorbed in two generations"]),
  ]

  @Test("P2 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P2 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
