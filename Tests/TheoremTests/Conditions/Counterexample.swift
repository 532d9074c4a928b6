import Testing
import _TestSupport

/// A case in which a statement without one of its conditions is false, computed exactly.
///
/// The value found must be that of the corrected statement and not that of the former one. A program with a
/// planted bug must find another value: what agrees with anything shows nothing.
struct Counterexample: CustomTestStringConvertible, Sendable {
  /// The former statement, with its claim.
  let testDescription: String
  /// What it says of the case.
  let former: Double
  /// What is true.
  let value: Double
  /// By how much the value found may differ from it.
  let tolerance: Double
  /// The value found.
  let found: @Sendable () throws -> Double
  /// What the planted bug is.
  let bug: String
  /// The value that is found with it.
  let withBug: @Sendable () throws -> Double

  init(
    _ former: String, says formerValue: Double, insteadOf value: Double, tolerance: Double,
    bug: String, found: @escaping @Sendable () throws -> Double,
    withBug: @escaping @Sendable () throws -> Double
  ) {
    (testDescription, self.former, self.value) = (former, formerValue, value)
    (self.tolerance, self.bug, self.found, self.withBug) = (tolerance, bug, found, withBug)
  }

  static let all =
    steepness + faces + moments + balance + rates + boundaries + accumulation
    + survival
}

@Suite(.inTurn(.theorem)) struct CounterexampleTests {
  @Test(arguments: Counterexample.all)
  func correctedStatementHolds(_ case_: Counterexample) throws {
    let found = try case_.found()
    #expect(abs(found - case_.value) <= case_.tolerance, "\(found)")
    #expect(abs(found - case_.former) > 10 * case_.tolerance, "\(found)")
  }

  @Test(arguments: Counterexample.all)
  func bugIsCaught(_ case_: Counterexample) throws {
    let found = try case_.withBug()
    #expect(abs(found - case_.value) > case_.tolerance, "\(case_.bug): \(found)")
  }
}
