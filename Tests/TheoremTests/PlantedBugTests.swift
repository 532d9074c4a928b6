import Experiments
import Testing

/// Each kind of random check fails on a program that is wrong in a way it should see: the proof that
/// it has power.
@Suite struct PlantedBugTests {
  static let context = RunContext(threads: 2)

  /// Runs a claim on wrong programs and looks which kinds of its random checks fail.
  struct Trial {
    let claim: any SpinClaimTest.Type
    let caught: (any SpinClaimTest.Type, any SpinProgram) throws -> Set<String>

    init(_ claim: any SpinClaimTest.Type) {
      self.claim = claim
      caught = { claim, program in
        let result = try claim.evaluate(program, scale: .quick, context: context)
        #expect((result.verdict == .differs) == result.checks.contains { !$0.passed })
        return Set(
          result.checks.filter { !$0.passed && $0.method == .simulation }.map { kind(of: $0) })
      }
    }

    /// Expects each program to fail the kinds of checks named beside it, and all kinds to be named.
    func expect(_ bugs: [(program: any SpinProgram, kinds: Set<String>)]) throws {
      for (program, kinds) in bugs {
        let found = try caught(claim, program)
        #expect(kinds.isSubset(of: found), "\(claim.id), \(type(of: program)): \(found)")
      }
      let all = try claim.evaluate(scale: .quick, context: context).checks
        .filter { $0.method == .simulation }.map { kind(of: $0) }
      #expect(Set(all) == bugs.reduce(into: []) { $0.formUnion($1.kinds) }, "\(claim.id)")
    }
  }

  /// The name of a check without its case and its numbers.
  private static func kind(of check: Check) -> String {
    check.name.prefix { $0 != "," }.split(separator: " ").filter { Int($0) == nil }
      .joined(separator: " ")
  }

  @Test func martingale() throws {
    try Trial(MartingaleClaim.self).expect([
      (ShrinkingEstimatorProgram(), ["drift in one generation"]),
      (OvershootingEstimatorProgram(), ["drift in one generation"]),
      (BiasedSamplerProgram(), ["drift in one generation", "mean frequency after generations"]),
      (ReusedSeedProgram(), ["mean frequency after generations"]),
    ])
  }

  @Test func absorption() throws {
    try Trial(AbsorptionClaim.self).expect([
      (FlooringEstimatorProgram(), ["absorbed by generation"]),
      (RevivingProgram(), ["unchanged generations later"]),
      (OffByOneProgram(), ["heterozygosity after NM generations"]),
    ])
  }

  @Test func fixation() throws {
    try Trial(FixationClaim.self).expect([
      (BiasedSamplerProgram(), ["probability to end all up"]),
      (ReusedSeedProgram(), ["probability to end all up"]),
    ])
  }

  @Test func scaling() throws {
    try Trial(ScalingClaim.self).expect([
      (OffByOneProgram(), ["distance to the exact law"]),
      (
        ReusedSeedProgram(),
        ["mean absorption time", "distance to the limit law", "distance to the exact law"]
      ),
    ])
  }

  /// Wrong estimators also fail the proof over all training sets.
  @Test func theProofOfTheMartingaleCanFail() throws {
    let claim = try MartingaleClaim.evaluate(
      ShrinkingEstimatorProgram(), scale: .quick, context: Self.context)
    #expect(claim.checks.contains { !$0.passed && $0.method == .proof })
  }
}
