import Claims
import Families
import Loop
import Simulation
import Testing
import _TestSupport

/// P9: the expected entropy falls by D/2.
@Suite("P9 entropy", .inTurn(.theorem)) struct P9EntropyTests: ClaimSuite {
  typealias Tested = EntropyClaim

  static let bugs = [
    closed(
      "the variance has the divisor M − 1", WrongProgram(UnbiasedVariance<GaussianFamily>()),
      caughtBy: ["change of the entropy for a unit of τ"])
  ]

  @Test("P9 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P9 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }

  /// With the factor as printed, the correction would be withdrawn: the verdict would change.
  @Test("P9 refutes what is printed") func printedSlopeIsRefuted() throws {
    let claim = try Tested.evaluate(scale: .quick, context: Self.context)
    let printed = claim.checks.filter { $0.role == .printed }
    #expect(claim.verdict == .differs && printed.count == 1)
    #expect(printed.allSatisfy { !$0.passed && $0.prediction == 2 * -1 })
  }
}
