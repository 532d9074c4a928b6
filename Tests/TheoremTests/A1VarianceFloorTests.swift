import Claims
import Testing
import _TestSupport

/// A1: a constant that is added to the variance.
@Suite("A1 variance floor", .inTurn(.theorem)) struct A1VarianceFloorTests: ClaimSuite {
  typealias Tested = VarianceFloorClaim

  static let bugs = [
    bug(
      "the constant is left out",
      caughtBy: [
        "distance of the variance to its exact law",
        "distance of an unbiased variance to its exact law",
        "distance of the variance along a direction to that law",
        "distance of the correlation to the law of density ¾(1 − ρ²)",
      ]
    ) { programs in
      programs.floor = {
        var floor = $0
        floor.constant = 0
        return floor
      }
    },
    bug(
      "the divisor of the variance is the other one",
      caughtBy: [
        "distance of the variance to its exact law",
        "distance of an unbiased variance to its exact law",
        "distance of the variance along a direction to that law",
      ]
    ) { programs in
      programs.floor = {
        var floor = $0
        floor.unbiased.toggle()
        return floor
      }
    },
  ]

  @Test("A1 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("A1 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
