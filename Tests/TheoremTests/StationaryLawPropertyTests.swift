import Testing
import _TestSupport

/// What the stationary law obeys in every family.
@Suite(.inTurn(.other)) struct StationaryLawPropertyTests {
  @Test(arguments: LawCase.all(StationaryLaws.all))
  func holds(_ instance: LawCase) {
    let failures = instance.law.failures(of: instance.family)
    #expect(failures.isEmpty, "\(failures)")
  }
}
