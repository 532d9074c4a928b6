import Testing
import _TestSupport

/// What every family's sums of statistics obey.
@Suite(.inTurn(.other)) struct SumLawTests {
  @Test(arguments: LawCase.all(SumLaws.all))
  func holds(_ instance: LawCase) {
    let failures = instance.law.failures(of: instance.family)
    #expect(failures.isEmpty, "\(failures)")
  }

  /// A family whose statistics are not bounded has to state the law of its sums.
  @Test func everySumIsHeldAgainstSomeLaw() {
    for family in TestedFamilies.all {
      let laws = SumLaws.all.filter { $0.families.contains { $0.name == family.name } }
      #expect(laws.count >= 2, "\(family.name): \(laws.map(\.name))")
    }
  }
}
