import Testing
import _TestSupport

/// One law for one family.
struct LawCase: CustomTestStringConvertible, Sendable {
  let law: Law
  let family: any TestedFamily

  var testDescription: String { "\(law.name), \(family.name)" }

  /// Each law for each family that it is about.
  static func all(_ laws: [Law]) -> [LawCase] {
    laws.flatMap { law in law.families.map { LawCase(law: law, family: $0) } }
  }
}

/// What every family obeys by itself.
@Suite(.inTurn(.other)) struct FamilyLawTests {
  @Test(arguments: LawCase.all(FamilyLaws.all))
  func holds(_ instance: LawCase) {
    let failures = instance.law.failures(of: instance.family)
    #expect(failures.isEmpty, "\(failures)")
  }

  /// A family that can be simulated is one that is tested.
  @Test func noFamilyIsLeftOut() {
    #expect(TestedFamilies.missing.isEmpty, "these do not conform to TestedFamily")
    #expect(Set(TestedFamilies.all.map(\.name)).count == TestedFamilies.all.count)
  }
}
