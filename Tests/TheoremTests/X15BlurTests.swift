import Claims
import Families
import Loop
import Testing
import _TestSupport

/// X15: classes that collapse part rather than blur, and leave the truth.
@Suite("X15 blur", .inTurn(.theorem)) struct X15BlurTests: ClaimSuite {
  typealias Tested = BlurClaim

  static let bugs = [
    withoutExternalData(caughtBy: [
      "error on the truth with a fresh point a class",
      "overlap of the classes with a fresh point a class",
    ]),
    anchored(
      "two fresh points come in that nobody asked for",
      WrongAnchoredProgram<FlatPrior<IndependentSpins>, MaximumAPosteriori<Tested.P>>(
        external: { source in
          guard case .fresh(let count, let truth) = source else { return source }
          return .fresh(count: count + 2, truth: truth)
        }, fit: { MaximumAPosteriori(prior: $0) }),
      caughtBy: [
        "runs that end as one point", "error on the truth in the end",
        "error on the truth in a closed loop", "overlap of the classes in a closed loop",
      ]),
  ]

  @Test("X15 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X15 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
