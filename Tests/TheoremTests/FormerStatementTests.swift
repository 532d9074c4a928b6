import Experiments
import Testing

/// The checks of a claim do not agree with what was said before it was corrected.
@Suite struct FormerStatementTests {
  @Test(arguments: Array(Dictionary(grouping: FormerStatement.all, by: \.id)).map(\.key).sorted())
  func isRefuted(id: String) throws {
    let claim = try claimTests.first { $0.id == id }!
      .evaluate(scale: .quick, context: RunContext(threads: 2))
    for statement in FormerStatement.all where statement.id == id {
      let check = try #require(
        claim.checks.first { $0.name.hasPrefix(statement.check) }, "\(statement.testDescription)")
      #expect(check.passed)
      #expect(
        !(check.lower...check.upper).contains(statement.value), "\(statement.testDescription)")
    }
  }
}
