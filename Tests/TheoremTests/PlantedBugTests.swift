import Experiments
import ExponentialFamilies
import Retraining
import Testing

/// Each kind of random check fails on a program that is wrong in a way it should see: the proof that
/// it has power.
@Suite struct PlantedBugTests {
  static let context = RunContext(threads: 2)

  /// A wrong program, and the kinds of random checks that must fail on it.
  struct Bug: Sendable {
    let name: String
    let caughtBy: Set<String>
    let evaluate: @Sendable () throws -> Claim
  }

  /// A bug in a closed loop.
  static func closed<T: ClosedClaimTest>(
    _ claim: T.Type, _ program: some ClosedProgram<T.Family>, _ caughtBy: Set<String>
  ) -> Bug {
    Bug(name: "\(type(of: program))", caughtBy: caughtBy) {
      try claim.evaluate(program, scale: .quick, context: context)
    }
  }

  /// A bug in an anchored loop.
  static func anchored<T: AnchoredClaimTest>(
    _ claim: T.Type, _ program: some AnchoredProgram<T.P>, _ caughtBy: Set<String>
  ) -> Bug {
    Bug(name: "\(type(of: program))", caughtBy: caughtBy) {
      try claim.evaluate(program, scale: .quick, context: context)
    }
  }

  /// The loop of an anchored claim without its external points.
  static func withoutExternalData<T: AnchoredClaimTest>(
    _ claim: T.Type, _ caughtBy: Set<String>
  ) -> Bug {
    anchored(
      claim, WrongAnchoredProgram<T.P, MaximumAPosteriori<T.P>>.withoutExternalData, caughtBy)
  }

  typealias Spins = OneSampleShort<IndependentSpins>
  typealias NoPrior = WrongAnchoredProgram<
    GaussianPrior<CoupledSpins>, MaximumAPosteriori<GaussianPrior<CoupledSpins>>
  >

  static let bugs: [(claim: any ClaimTest.Type, bugs: [Bug])] = [
    (
      MartingaleClaim.self,
      [
        closed(
          MartingaleClaim.self, WrongProgram(ShrinkingEstimator()), ["drift in one generation"]),
        closed(
          MartingaleClaim.self, WrongProgram(OvershootingEstimator()), ["drift in one generation"]),
        closed(
          MartingaleClaim.self, WrongProgram(TiltedSpins()),
          ["drift in one generation", "mean frequency after generations"]),
        closed(
          MartingaleClaim.self, WrongProgram(ReusedStream()), ["mean frequency after generations"]),
      ]
    ),
    (
      AbsorptionClaim.self,
      [
        closed(
          AbsorptionClaim.self, WrongProgram(FlooringEstimator()), ["absorbed by generation"]),
        closed(
          AbsorptionClaim.self, WrongProgram(RevivingSpins()), ["unchanged generations later"]),
        closed(
          AbsorptionClaim.self, WrongProgram(Spins()), ["heterozygosity after NM generations"]),
      ]
    ),
    (
      FixationClaim.self,
      [
        closed(FixationClaim.self, WrongProgram(TiltedSpins()), ["probability to end all up"]),
        closed(FixationClaim.self, WrongProgram(ReusedStream()), ["probability to end all up"]),
      ]
    ),
    (
      ScalingClaim.self,
      [
        closed(ScalingClaim.self, WrongProgram(Spins()), ["distance to the exact law"]),
        closed(
          ScalingClaim.self, WrongProgram(ReusedStream()),
          ["mean absorption time", "distance to the limit law", "distance to the exact law"]),
      ]
    ),
    (
      FinalLevelClaim.self,
      [
        closed(FinalLevelClaim.self, WrongProgram(JitteredFit()), ["at a level by generation"]),
        closed(
          FinalLevelClaim.self, WrongProgram(RevivingLevels()), ["unchanged generations later"]),
      ]
    ),
    (
      StationaryLawClaim.self, [withoutExternalData(StationaryLawClaim.self, ["distance to Eq."])]
    ),
    (
      NormalisabilityClaim.self,
      [withoutExternalData(NormalisabilityClaim.self, ["fraction collapsed at generation"])]
    ),
    (
      OnePointClaim.self,
      [
        withoutExternalData(
          OnePointClaim.self,
          [
            "mean frequency of up spins", "distance to the exact law", "fraction of runs collapsed",
          ])
      ]
    ),
    (
      PriorClaim.self,
      [
        anchored(
          PriorClaim.self, NoPrior.narrowPrior, ["probability of |θ₁| ≤", "probability of θ₂ ≤ −1"]),
        anchored(PriorClaim.self, NoPrior.withoutPrior, ["fraction of runs collapsed"]),
      ]
    ),
    (
      PriorAndPointClaim.self,
      [
        withoutExternalData(
          PriorAndPointClaim.self, ["probability of |θ₁| ≤ ¼", "probability of θ₂ ≤ −1"]),
        anchored(PriorAndPointClaim.self, NoPrior.narrowPrior, ["probability of θ₂ ≤ −1"]),
        anchored(PriorAndPointClaim.self, NoPrior.withoutPrior, ["fraction of runs collapsed"]),
      ]
    ),
    (
      PoissonClaim.self,
      [
        withoutExternalData(PoissonClaim.self, ["distance to the exact law"]),
        anchored(
          PoissonClaim.self,
          WrongAnchoredProgram<ExponentialPrior, LogarithmicCoordinate>(
            external: { $0 }, fit: { LogarithmicCoordinate(prior: $0) }),
          ["distance to the exact law", "fraction extinct at generation"]),
      ]
    ),
    (
      InfiniteSyntheticClaim.self,
      [withoutExternalData(InfiniteSyntheticClaim.self, ["mean heterozygosity"])]
    ),
    (
      ConservationClaim.self,
      [
        closed(
          ConservationClaim.self, WrongProgram(TiltedLevels()),
          ["mean final S", "mean final S²", "probability to end at a level"]),
        closed(
          ConservationClaim.self, WrongProgram(OneSampleShort<CoupledSpins>()),
          ["mean time to the end"]),
      ]
    ),
    (
      ConjugateLimitClaim.self,
      [withoutExternalData(ConjugateLimitClaim.self, ["distance to Eq."])]
    ),
    (
      FreshOrFixedClaim.self,
      [
        withoutExternalData(
          FreshOrFixedClaim.self,
          [
            "collapsed onto the point by generation", "runs whose models are all inside",
            "mean of S² with a fixed point", "mean of S² with two fixed points",
            "mean of S² with a fresh point",
          ])
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
    for bug in bugs {
      let result = try bug.evaluate()
      let caught = Self.kinds(of: result.checks.filter { !$0.passed })
      #expect(bug.caughtBy.isSubset(of: caught), "\(claim.id), \(bug.name): \(caught)")
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
