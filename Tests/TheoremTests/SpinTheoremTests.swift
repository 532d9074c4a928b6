import Experiments
import Testing

/// Every claim about independent spins, on the real program, at two seeds.
@Suite struct SpinTheoremTests {
  static let context = RunContext(threads: 2)

  /// Each evaluation spends `ClaimTest.falseAlarm`; see the budget.
  @Test(arguments: claimTests.indices, [defaultSeed, 1])
  func claimHolds(index: Int, seed: UInt64) throws {
    let claim = try claimTests[index].evaluate(scale: .quick, seed: seed, context: Self.context)
    #expect(claim.verdict == .holds, "\(claim.checks.filter { !$0.passed })")
    #expect(claim.checks.contains { $0.method == .simulation })
    #expect(claim.checks.contains { $0.method != .simulation })
  }
}
