import Claims
import Families
import Testing
import _TestSupport

/// X11: tails first.
@Suite("X11 tails", .inTurn(.theorem)) struct X11TailsTests: ClaimSuite {
  typealias Tested = TailsClaim

  static let bugs = [
    closed(
      "a temperature a little higher", WrongProgram(HeatedSymbols()),
      caughtBy: [
        "fraction of runs with a symbol left", "fraction of runs with a minority left",
        "cross-entropy with the truth",
      ]),
    closed(
      "probabilities kept off 0", WrongProgram(SmoothedSymbols()),
      caughtBy: [
        "fraction of runs with a symbol left", "fraction of runs with a minority left",
        "fraction of runs with a divergence from the truth that is infinite",
      ]),
  ]

  @Test("X11 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X11 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
