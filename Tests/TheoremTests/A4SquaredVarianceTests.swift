import Claims
import Families
import Loop
import Randomness
import Testing
import _TestSupport

/// A4: samples that take the variance for the standard deviation.
@Suite("A4 squared variance", .inTurn(.theorem)) struct A4SquaredVarianceTests: ClaimSuite {
  typealias Tested = SquaredVarianceClaim

  static let bugs = [
    closed(
      "the variance is taken for what it is", ClosedLoopProgram<GaussianFamily>(),
      caughtBy: ["fraction of loops that end at", "distance of ln v over 2^t to its exact law"]),
    closed(
      "half of the samples are drawn",
      WrongProgram(policy: HalvedSamples(), estimator: VarianceAsDeviation()),
      caughtBy: ["fraction of loops that end at", "distance of ln v over 2^t to its exact law"]),
  ]

  @Test("A4 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("A4 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}

/// A training set of half as many points.
private struct HalvedSamples: ClosedDataPolicy {
  func initialMemory(for family: GaussianFamily) {}

  func trainingSet(
    samples: Int, from model: GaussianFamily.Member, in family: GaussianFamily,
    memory: inout Void, streams: GenerationStreams
  ) -> GaussianStatistics {
    Replace().trainingSet(
      samples: samples / 2, from: model, in: family, memory: &memory, streams: streams)
  }
}
