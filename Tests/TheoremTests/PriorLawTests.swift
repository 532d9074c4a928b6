import Testing
import _TestSupport

/// What estimates with a prior obey in every family.
@Suite(.inTurn(.other)) struct PriorLawTests {
  @Test(arguments: LawCase.all(PriorLaws.all))
  func holds(_ instance: LawCase) {
    let failures = instance.law.failures(of: instance.family)
    #expect(failures.isEmpty, "\(failures)")
  }
}
