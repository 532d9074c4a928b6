import Claims
import Families
import Loop
import Testing
import _TestSupport

/// A3: a constant that is added to every count.
@Suite("A3 smoothing", .inTurn(.theorem)) struct A3SmoothingTests: ClaimSuite {
  typealias Tested = SmoothingClaim

  static let bugs = [
    anchored(
      "nothing is added to the counts",
      WrongAnchoredProgram<Tested.P, MaximumLikelihood<Categorical>>(
        external: { $0 }, fit: { _ in MaximumLikelihood() }),
      caughtBy: ["mean of p₁p₂p₃"]),
    anchored(
      "the constant is four times as large",
      WrongAnchoredProgram<Tested.P, MaximumAPosteriori<Tested.P>>(
        external: { $0 },
        fit: { MaximumAPosteriori(prior: ConjugatePrior(4 * $0.pseudoData)) }),
      caughtBy: [
        "mean of p₁p₂p₃", "distance of the counts of one of two symbols to their exact law",
      ]),
  ]

  @Test("A3 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("A3 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
