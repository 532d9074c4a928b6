import Testing
import _TestSupport

/// What loops obey in every family.
@Suite(.inTurn(.other)) struct LoopLawTests {
  @Test(arguments: LawCase.all(LoopLaws.all))
  func holds(_ instance: LawCase) {
    let failures = instance.law.failures(of: instance.family)
    #expect(failures.isEmpty, "\(failures)")
  }
}
