import Claims
import Families
import Loop
import Simulation
import Testing
import _TestSupport

/// X3: closed loops of counts, times and Gaussian variables.
@Suite("X3 families", .inTurn(.theorem)) struct X3FamiliesTests: ClaimSuite {
  typealias Tested = FamiliesClaim

  static let bugs = [
    bug(
      "the variance has the divisor M − 1",
      FamilyPrograms(gaussians: WrongProgram(UnbiasedVariance<GaussianFamily>())),
      caughtBy: [
        "change of ln σ² in a generation", "mean of σ² over that of the generation before",
      ]),
    bug(
      "the rate has the divisor M − 1",
      FamilyPrograms(counts: WrongProgram(OvershootingMean<PoissonFamily>())),
      caughtBy: ["fraction extinct by generation"]),
    bug(
      "the mean time has the divisor M − 1",
      FamilyPrograms(times: WrongProgram(OvershootingMean<GammaKnownShape>())),
      caughtBy: ["change of ln μ in a generation"]),
    bug(
      "every sample counts twice",
      FamilyPrograms(means: WrongProgram(DoubledSamples<GaussianKnownVariance>())),
      caughtBy: ["distance to the normal law of variance tσ²/M at t ="]),
    bug(
      "covariances have the divisor M − 1",
      FamilyPrograms(vectors: WrongProgram(UnbiasedVariance<MultivariateGaussian>())),
      caughtBy: ["change of ln det Σ in a generation"]),
    bug(
      "a millionth is added to the variances",
      FamilyPrograms(
        vectors: WrongProgram(JitteredVariance<MultivariateGaussian>(jitter: 1e-6))),
      caughtBy: [
        "sum of the k largest log eigenvalues over t", "change of ln det Σ in a generation",
      ]),
  ]

  /// A bug in one of the loops.
  private static func bug<C, T, G, M, V>(
    _ name: String, _ programs: FamilyPrograms<C, T, G, M, V>, caughtBy: Set<String>
  ) -> Bug {
    Bug(testDescription: name, caughtBy: caughtBy) {
      try Tested.evaluate(programs, scale: .quick, context: context)
    }
  }

  @Test("X3 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("X3 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
