import Claims
import Families
import Loop
import Testing
import _TestSupport

/// X9: training on everything so far.
@Suite("X9 accumulation", .inTurn(.theorem)) struct X9AccumulationTests: ClaimSuite {
  typealias Tested = AccumulationClaim

  static let bugs = [
    bug(
      "the pool forgets its oldest generation",
      caughtBy: [
        "surviving fraction of the truth's variance after generations",
        "fraction alive after generations",
        "distance of the mean to its exact law after generations",
      ]
    ) {
      $0.spins = PolicyProgram(ForgettingPool<IndependentSpins>(generations: 3))
      $0.gaussian = PolicyProgram(ForgettingPool<GaussianKnownVariance>(generations: 3))
    },
    bug(
      "the newest data count twice",
      caughtBy: ["surviving fraction of the truth's variance after generations"]
    ) {
      $0.spins = PolicyProgram(NewestTwice<IndependentSpins>())
    },
    bug(
      "points are chosen with replacement",
      caughtBy: ["surviving fraction under subsamples without replacement after generations"]
    ) {
      $0.subsample = PolicyProgram(AccumulateAndSubsample<IndependentSpins>(replacement: true))
    },
  ]

  @Test("X9 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X9 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
