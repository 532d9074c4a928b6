import Claims
import Families
import Testing
import _TestSupport

/// P7a: the unit of time of the diffusion of spins.
@Suite("P7a Ising diffusion", .inTurn(.theorem)) struct P7aIsingDiffusionTests: ClaimSuite {
  typealias Tested = IsingDiffusionClaim

  static let bugs = [
    closed(
      "every synthetic sample counts twice", WrongProgram(DoubledSamples()),
      caughtBy: ["mean of − μ² after generations"])
  ]

  @Test("P7a comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P7a would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
