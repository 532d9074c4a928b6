import Documents
import Families
import Loop
import Randomness
import Simulation
import Theory

/// Three sources of error, one by one and together: only sampling makes a loop collapse.
package enum Errors: Experiment {
  package static let id = "errors"
  package static let summary =
    "X14: a wrong family errs once, an unfinished fit pulls or delays, and of the three only sampling collapses"
  package static let caption = """
    Three sources of error, one by one: a family that cannot hold the truth (squares), finite \
    samples, and an optimiser that is stopped early (red where it always starts from one model, \
    green where it goes on from the last). A pair of spins. (a) Without sampling, the wrong family \
    errs once and no more, and a restarted fit goes to its start. (b) With M = 50, complete fits \
    collapse in either family, continued ones are all alike ever more of the time, though never for \
    good, and restarted ones hardly ever: they are a prior. (c) Training sets of one kind. (d) The \
    same for the mean of a Gaussian, with a the fraction of the error that a fit takes away. Lines: \
    exact.
    """

  /// Two coupled spins, M = 50.
  package static func definition(_ scale: Scale) -> ErrorsDefinition {
    var definition = ErrorsDefinition()
    if scale == .quick {
      definition.replicates = 100
      definition.samples = 20
    }
    return definition
  }

  /// Divergences from the truth without and with sampling, training sets alike, and the Gaussian variance.
  package static func run(_ definition: ErrorsDefinition, context: RunContext) throws -> [Table] {
    let cases = ErrorsDefinition.Family.allCases.flatMap { family in
      ErrorsDefinition.Fit.allCases.map { (family, $0) }
    }
    let gaussian = GaussianErrors(program: UnfinishedLoopProgram(), definition: definition)
    context.meter.plan(
      Double((cases.count + ErrorsDefinition.Fit.allCases.count) * definition.replicates))
    var expected = Table(
      name: "errors-expected",
      columns: ["family", "fit", "generation", "divergence", "exact", "truth_divergence"])
    var sampled = Table(
      name: "errors",
      columns: ["family", "fit", "generation", "divergence", "standard_error", "exact", "samples"])
    var alike = Table(
      name: "errors-alike",
      columns: ["family", "fit", "generation", "alike", "lower", "upper", "exact"])
    for (family, fit) in cases {
      let run = ErrorsCase(definition: definition, family: family, fit: fit)
      try run.appendExpected(to: &expected)
      try run.appendSampled(to: &sampled, alike: &alike, context)
    }
    var variance = Table(
      name: "errors-gaussian",
      columns: ["fit", "generation", "variance", "standard_error", "exact"])
    try gaussian.append(to: &variance, context)
    return [expected, sampled, alike, variance]
  }
}

/// One family with one kind of fit.
private struct ErrorsCase {
  let definition: ErrorsDefinition
  let family: ErrorsDefinition.Family
  let fit: ErrorsDefinition.Fit

  private var label: [Table.Cell] { [.text(family.rawValue), .text(fit.rawValue)] }

  /// The loop of expectations, whose every generation has the data of infinitely many samples.
  func appendExpected(to table: inout Table) throws {
    let times = definition.generations
    let runs = try runs(isSampled: false).run(
      family, fit, at: times, streams: ReplicateStreams(key: key, replicate: 0))
    let truth = PairLoop.law(at: definition.truth)
    // A fit that continues starts as one that restarts, and stays there: its model explains its data.
    let exact = definition.exact(family, fit == .continued ? .restarted : fit)!
      .models(from: truth, generations: times.last!)
    for (t, state) in zip(times, runs) {
      let model = exact[fit == .continued ? 0 : t - 1]
      table.append(
        label + [
          .integer(t), .number(state.divergence),
          .number(PairLoop.divergence(from: model, to: truth)), .number(state.truthDivergence),
        ])
    }
  }

  /// Runs with M samples a generation.
  func appendSampled(
    to table: inout Table, alike: inout Table, _ context: RunContext
  ) throws {
    let times = definition.generations
    let loops = runs(isSampled: true)
    let runs = try Replicates(count: definition.replicates, threads: context.threads)
      .map(progress: { context.meter.complete(Double($0)) }) { replicate in
        try loops.run(
          family, fit, at: times, streams: ReplicateStreams(key: key, replicate: replicate))
      }
    let exact = definition.exact(family, fit)?.generations(
      samples: definition.samples, from: PairLoop.law(at: definition.truth),
      generations: times.last!)
    for (index, t) in times.enumerated() {
      let divergence = Estimate(runs.map { $0[index].divergence })
      table.append(
        label + [
          .integer(t), .number(divergence.mean), .number(divergence.standardError),
          .number(exact?[t - 1].divergence ?? .nan), .integer(definition.samples),
        ])
      let count = runs.count { $0[index].isAlike }
      alike.append(
        label + [.integer(t)] + Table.Cell.fraction(of: count, in: runs.count)
          + [.number(exact?[t - 1].alike ?? .nan)])
    }
  }

  private func runs(isSampled: Bool) -> PairErrors<UnfinishedLoopProgram> {
    PairErrors(
      program: UnfinishedLoopProgram(), definition: definition, isSampled: isSampled)
  }

  private var key: StreamKey {
    StreamKey(rootSeed: definition.seed).child(Errors.id)
      .child("\(family.rawValue) \(fit.rawValue)")
  }
}
