import Claims
import Families
import Loop
import Testing
import _TestSupport

/// X16: what generations of symbols tell about their loop, and how sure it is.
@Suite("X16 diagnosis", .inTurn(.theorem)) struct X16DiagnosisTests: ClaimSuite {
  typealias Tested = DiagnosisClaim

  static let bugs = [
    withoutExternalData(caughtBy: [
      "fraction of intervals of the pull that hold it", "fraction of loops called anchored",
    ]),
    anchored(
      "fresh points come in that nobody asked for",
      WrongAnchoredProgram<FlatPrior<Categorical>, MaximumAPosteriori<Tested.P>>(
        external: { source in
          guard case .fresh(let count, let truth) = source else { return source }
          return .fresh(count: count + 20, truth: truth)
        }, fit: { MaximumAPosteriori(prior: $0) }),
      caughtBy: [
        "fraction of intervals of the pull that hold it", "fraction of loops called anchored",
      ]),
    anchored(
      "every sample counts twice", DoubledAnchoredProgram<FlatPrior<Categorical>>(),
      caughtBy: ["fraction of intervals of the effective size that hold it"]),
  ]

  @Test("X16 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X16 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
