import Experiments
import Testing
import _TestSupport

/// Every claim about independent spins, on the real program, at two seeds.
@Suite struct SpinTheoremTests {
  static let context = RunContext(threads: 2)

  @Test func theBudgetCoversAllClaims() {
    let spent = claimTests.reduce(0) { $0 + 2 * $1.falseAlarm }
    #expect(spent <= FalseAlarmBudget.share(of: "claims at two seeds") * (1 + 1e-12))
  }

  /// Each evaluation spends `ClaimTest.falseAlarm`; see the budget.
  @Test(arguments: claimTests.indices, [defaultSeed, 1])
  func claimHolds(index: Int, seed: UInt64) throws {
    let claim = try claimTests[index].evaluate(scale: .quick, seed: seed, context: Self.context)
    #expect(claim.verdict == claimTests[index].recorded, "\(claim.checks.filter { !$0.passed })")
    #expect(claim.checks.contains { $0.method == .simulation })
    #expect(claim.checks.contains { $0.method != .simulation })
  }
}
