import Claims
import Families
import Loop
import Testing
import _TestSupport

/// X10: weights alone cannot prevent collapse.
@Suite("X10 weights", .inTurn(.theorem)) struct X10WeightsTests: ClaimSuite {
  typealias Tested = WeightsClaim

  static let bugs = [
    bug(
      "weights are left out",
      caughtBy: [
        "mean time to collapse", "distance of the times to collapse to their exact law",
      ]
    ) { $0.spins = { _ in PolicyProgram(Replace<IndependentSpins>()) } },
    bug(
      "a sample all at one level ends the loop",
      caughtBy: ["distance of the times of two spins to collapse to their exact law"]
    ) { $0.spins = { PolicyProgram(EndsWhenAlike($0)) } },
    bug(
      "a hundredth of a point of every kind is added", caughtBy: ["collapsed by generation"]
    ) { $0.spins = { PolicyProgram(SmoothedWeights($0) { _ in [[true], [false]] }) } },
    bug(
      "a hundredth of a point of every symbol is added",
      caughtBy: ["fraction of generations in the hull of their sample"]
    ) { $0.symbols = { PolicyProgram(SmoothedWeights($0) { Array(0..<$0.symbols) }) } },
  ]

  @Test("X10 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X10 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
