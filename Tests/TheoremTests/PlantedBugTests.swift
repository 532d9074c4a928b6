import Experiments
import Testing

/// Each claim's random checks fail on wrong programs: the proof that they have power.
@Suite struct PlantedBugTests {
  static let context = RunContext(threads: 2)

  /// The random checks of `claim` that fail on `program`.
  private func caught(by claim: any ClaimTest.Type, _ program: some SpinProgram) throws -> [Check] {
    let result = try claim.evaluate(program, scale: .quick, context: Self.context)
    let failed = result.checks.filter { !$0.passed && $0.method == .simulation }
    #expect((result.verdict == .differs) == result.checks.contains { !$0.passed })
    return failed
  }

  @Test func martingaleCatchesBiasedPrograms() throws {
    #expect(!(try caught(by: MartingaleClaim.self, ShrinkingEstimatorProgram())).isEmpty)
    #expect(!(try caught(by: MartingaleClaim.self, OvershootingEstimatorProgram())).isEmpty)
    #expect(!(try caught(by: MartingaleClaim.self, BiasedSamplerProgram())).isEmpty)
    #expect(!(try caught(by: MartingaleClaim.self, ReusedSeedProgram())).isEmpty)
  }

  @Test func theProofOfTheMartingaleCatchesWrongEstimators() throws {
    let result = try MartingaleClaim.evaluate(
      ShrinkingEstimatorProgram(), scale: .quick, context: Self.context)
    #expect(result.checks.contains { !$0.passed && $0.method == .proof })
  }

  @Test func absorptionCatchesFloorsAndWrongSizes() throws {
    #expect(!(try caught(by: AbsorptionClaim.self, FlooringEstimatorProgram())).isEmpty)
    #expect(!(try caught(by: AbsorptionClaim.self, OffByOneProgram())).isEmpty)
  }

  @Test func fixationCatchesBiasAndReusedSeeds() throws {
    #expect(!(try caught(by: FixationClaim.self, BiasedSamplerProgram())).isEmpty)
    #expect(!(try caught(by: FixationClaim.self, ReusedSeedProgram())).isEmpty)
  }

  @Test func scalingCatchesWrongSizesAndReusedSeeds() throws {
    #expect(!(try caught(by: ScalingClaim.self, OffByOneProgram())).isEmpty)
    #expect(!(try caught(by: ScalingClaim.self, ReusedSeedProgram())).isEmpty)
  }
}
