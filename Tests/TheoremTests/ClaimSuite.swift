import Claims
import Families
import Loop
import Simulation
import Testing

/// The tests of one claim: it comes out as on record, and its random checks have power.
///
/// A check that passes on every wrong program proves nothing, so each kind of random check must fail
/// on one that is wrong in a way it should see.
protocol ClaimSuite: Sendable {
  /// The claim under test.
  associatedtype Tested: ClaimTest

  /// Wrong programs; between them, they fail every kind of random check of the claim.
  static var bugs: [Bug] { get }

  /// A test at each of `claimSeeds`; see `expectRecordedVerdict`.
  func comesOutAsOnRecord(seed: UInt64) throws
  /// A test of each of `bugs`; see `expectCaught`.
  func bugIsCaught(_ bug: Bug) throws
}

/// The seeds at which every claim is evaluated; each evaluation spends `ClaimTest.falseAlarm`.
let claimSeeds: [UInt64] = [defaultSeed, 1]

/// A wrong program, and the kinds of random checks that must fail on it.
struct Bug: Sendable, CustomTestStringConvertible {
  /// What is wrong; a failing run prints it.
  let testDescription: String
  let caughtBy: Set<String>
  let evaluate: @Sendable () throws -> Claim
}

// MARK: - Expectations

extension ClaimSuite {
  static var context: RunContext { RunContext(threads: 2) }

  /// The verdict is the one on record, and some bug catches each kind of random check behind it.
  func expectRecordedVerdict(seed: UInt64) throws {
    let claim = try Tested.evaluate(scale: .quick, seed: seed, context: Self.context)
    #expect(claim.isAsRecorded, "\(claim.checks.filter { !$0.isAsExpected })")
    // Drafts name checks.
    #expect(Set(claim.checks.map(\.name)).count == claim.checks.count)
    #expect(claim.checks.contains { $0.method == .simulation })
    #expect(claim.checks.contains { $0.method != .simulation })
    let caught = Self.bugs.reduce(into: Set<String>()) { $0.formUnion($1.caughtBy) }
    #expect(Self.kinds(of: claim.checks) == caught)
    try expectRefuted(claim)
  }

  /// What was said before the claim was corrected does not agree with its checks.
  private func expectRefuted(_ claim: Claim) throws {
    for statement in FormerStatement.all where statement.id == claim.id {
      let check = try #require(
        claim.checks.first { $0.name.hasPrefix(statement.check) }, "\(statement)")
      #expect(!(check.lower...check.upper).contains(statement.value), "\(statement)")
    }
  }

  /// The checks named beside the bug fail on it, and the claim no longer comes out as on record.
  func expectCaught(_ bug: Bug) throws {
    let claim = try bug.evaluate()
    let caught = Self.kinds(of: claim.checks.filter { !$0.passed })
    #expect(bug.caughtBy.isSubset(of: caught))
    #expect(!claim.isAsRecorded)
  }

  /// The names of the random checks of what is claimed, without their cases and their numbers.
  private static func kinds(of checks: [Check]) -> Set<String> {
    Set(
      checks.filter { $0.method == .simulation && $0.role == .claimed }.map { check in
        check.name.prefix { $0 != "," }.split(separator: " ").filter { Int($0) == nil }
          .joined(separator: " ")
      })
  }
}

// MARK: - Bugs

extension ClaimSuite where Tested: ClosedClaimTest {
  /// A bug in a closed loop.
  static func closed(
    _ name: String, _ program: some ClosedProgram<Tested.Family>, caughtBy: Set<String>
  ) -> Bug {
    Bug(testDescription: name, caughtBy: caughtBy) {
      try Tested.evaluate(program, scale: .quick, context: context)
    }
  }
}

extension ClaimSuite where Tested: AnchoredClaimTest {
  /// A bug in an anchored loop.
  static func anchored(
    _ name: String, _ program: some AnchoredProgram<Tested.P>, caughtBy: Set<String>
  ) -> Bug {
    Bug(testDescription: name, caughtBy: caughtBy) {
      try Tested.evaluate(program, scale: .quick, context: context)
    }
  }

  /// The external points are left out.
  static func withoutExternalData(caughtBy: Set<String>) -> Bug {
    anchored(
      "the external points are left out",
      WrongAnchoredProgram<Tested.P, MaximumAPosteriori<Tested.P>>.withoutExternalData,
      caughtBy: caughtBy)
  }
}

extension ClaimSuite where Tested: SeveralProgramsClaimTest {
  /// A bug in some of the programs.
  static func bug(
    _ name: String, caughtBy: Set<String>,
    _ change: @escaping @Sendable (inout Tested.Programs) -> Void
  ) -> Bug {
    Bug(testDescription: name, caughtBy: caughtBy) {
      var programs = Tested.Programs()
      change(&programs)
      return try Tested.evaluate(programs, scale: .quick, context: context)
    }
  }
}
