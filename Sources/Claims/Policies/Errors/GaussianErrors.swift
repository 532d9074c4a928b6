import Documents
import Families
import Loop
import Randomness
import Theory

/// The mean of a Gaussian of variance 1, whose truth and start are 0: the gradient is linear there.
struct GaussianErrors<Program: UnfinishedProgram>: Sendable {
  let program: Program
  let definition: ErrorsDefinition

  /// Means times √M in the given generations, in ascending order from 1 on.
  func run(
    _ fit: ErrorsDefinition.Fit, at times: [Int], streams: ReplicateStreams
  ) throws -> [Double] {
    let start = 0.0
    switch fit {
    case .complete: return try means(MaximumLikelihood(), at: times, streams)
    case .restarted:
      return try means(
        program.estimator(definition.stopping(from: .fixed(start))), at: times, streams)
    case .continued:
      return try means(
        program.estimator(definition.stopping(from: .lastModel(first: start))), at: times, streams)
    }
  }

  private func means<Fit: Estimator<GaussianKnownVariance>>(
    _ estimator: Fit, at times: [Int], _ streams: ReplicateStreams
  ) throws -> [Double] {
    // The truth is the model that fits start from, so that the first generation is like all others.
    let family = GaussianKnownVariance(variance: 1)
    let loop = RetrainingLoop(
      family: family, samples: program.draws(definition.samples), policy: Replace(),
      estimator: estimator)
    var chain = loop.chain(from: family.member(mean: 0), streams: streams)
    return try times.map { time in
      try chain.advance(to: time)
      return Double(definition.samples).squareRoot() * chain.model.mean
    }
  }

  /// The exact variance of what is measured.
  func variance(_ fit: ErrorsDefinition.Fit, generation: Int) -> Double {
    let fraction = UnfinishedFit.fraction(
      steps: definition.steps, rate: definition.rate, information: 1)
    return UnfinishedFit.variance(
      fraction: fit == .complete ? 1 : fraction, restarted: fit == .restarted,
      generations: generation)
  }
}

extension GaussianErrors<UnfinishedLoopProgram> {
  /// Measured and exact variances.
  func append(to table: inout Table, _ context: RunContext) throws {
    let times = definition.generations
    for fit in ErrorsDefinition.Fit.allCases {
      let key = StreamKey(rootSeed: definition.seed).child(Errors.id)
        .child("gaussian \(fit.rawValue)")
      let runs = try Replicates(count: definition.replicates, threads: context.threads)
        .map(progress: { context.meter.complete(Double($0)) }) { replicate in
          try run(fit, at: times, streams: ReplicateStreams(key: key, replicate: replicate))
        }
      for (index, t) in times.enumerated() {
        // The mean is known to be 0.
        let square = Estimate(runs.map { $0[index] * $0[index] })
        table.append([
          .text(fit.rawValue), .integer(t), .number(square.mean), .number(square.standardError),
          .number(variance(fit, generation: t)),
        ])
      }
    }
  }
}
