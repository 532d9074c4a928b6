import Experiments
import Testing

/// Each kind of random check fails on a program that is wrong in a way it should see: the proof that
/// it has power.
@Suite struct PlantedBugTests {
  static let context = RunContext(threads: 2)

  /// A wrong program, and the kinds of random checks that must fail on it.
  typealias Bug = (program: any SpinProgram, caughtBy: Set<String>)

  static let bugs: [(claim: any SpinClaimTest.Type, bugs: [Bug])] = [
    (
      MartingaleClaim.self,
      [
        (WrongProgram(ShrinkingEstimator()), ["drift in one generation"]),
        (WrongProgram(OvershootingEstimator()), ["drift in one generation"]),
        (
          WrongProgram(TiltedSpins()),
          ["drift in one generation", "mean frequency after generations"]
        ),
        (WrongProgram(ReusedStream()), ["mean frequency after generations"]),
      ]
    ),
    (
      AbsorptionClaim.self,
      [
        (WrongProgram(FlooringEstimator()), ["absorbed by generation"]),
        (WrongProgram(RevivingSpins()), ["unchanged generations later"]),
        (WrongProgram(OneSampleShort()), ["heterozygosity after NM generations"]),
      ]
    ),
    (
      FixationClaim.self,
      [
        (WrongProgram(TiltedSpins()), ["probability to end all up"]),
        (WrongProgram(ReusedStream()), ["probability to end all up"]),
      ]
    ),
    (
      ScalingClaim.self,
      [
        (WrongProgram(OneSampleShort()), ["distance to the exact law"]),
        (
          WrongProgram(ReusedStream()),
          ["mean absorption time", "distance to the limit law", "distance to the exact law"]
        ),
      ]
    ),
  ]

  @Test func everyClaimHasPlantedBugs() {
    #expect(Self.bugs.map { $0.claim.id } == claimTests.map { $0.id })
  }

  /// Each bug is caught by the checks named beside it, and every kind of random check is named.
  @Test(arguments: bugs.indices)
  func bugsAreCaught(index: Int) throws {
    let (claim, bugs) = Self.bugs[index]
    for (program, kinds) in bugs {
      let result = try claim.evaluate(program, scale: .quick, context: Self.context)
      let caught = Self.kinds(of: result.checks.filter { !$0.passed })
      #expect(kinds.isSubset(of: caught), "\(claim.id), \(type(of: program)): \(caught)")
      #expect(result.verdict == .differs)
    }
    let sound = try claim.evaluate(scale: .quick, context: Self.context)
    #expect(Self.kinds(of: sound.checks) == bugs.reduce(into: []) { $0.formUnion($1.caughtBy) })
  }

  /// Wrong estimators also fail the proof over all training sets.
  @Test func theProofOfTheMartingaleCanFail() throws {
    let claim = try MartingaleClaim.evaluate(
      WrongProgram(ShrinkingEstimator()), scale: .quick, context: Self.context)
    #expect(claim.checks.contains { !$0.passed && $0.method == .proof })
  }

  /// The names of the random checks, without their cases and their numbers.
  private static func kinds(of checks: [Check]) -> Set<String> {
    Set(
      checks.filter { $0.method == .simulation }.map { check in
        check.name.prefix { $0 != "," }.split(separator: " ").filter { Int($0) == nil }
          .joined(separator: " ")
      })
  }
}
