import Claims
import Families
import Testing
import _TestSupport

/// P6: one parameter per configuration.
@Suite("P6 random energy", .inTurn(.theorem)) struct P6RandomEnergyTests: ClaimSuite {
  typealias Tested = RandomEnergyClaim

  static let bugs = [
    closed(
      "what is lost comes back", WrongProgram(RevivingSymbols()),
      caughtBy: [
        "probability to end at configuration", "fraction of runs whose support never grows",
        "number of configurations left",
      ]),
    closed(
      "a temperature a little higher", WrongProgram(HeatedSymbols()),
      caughtBy: ["number of configurations left"]),
  ]

  @Test("P6 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P6 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
