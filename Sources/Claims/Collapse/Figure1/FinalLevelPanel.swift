import Documents
import Families
import Loop
import Randomness

/// Figure 1d: the final against the initial mean of S, for coupled spins.
struct FinalLevelPanel {
  let definition: Figure1Definition.FinalLevels
  let key: StreamKey

  private var loop: RetrainingLoop<Replace<CoupledSpins>, MaximumLikelihood<CoupledSpins>> {
    RetrainingLoop(
      family: CoupledSpins(spins: definition.spins), samples: definition.samples,
      policy: Replace(), estimator: MaximumLikelihood())
  }

  /// A fit of coupled spins costs about ten draws of independent ones.
  private var runWork: Double {
    10 * min(Double(definition.generations), Double(definition.spins * definition.samples))
  }

  var work: Double { Double(definition.replicates * definition.fields.count) * runWork }

  /// The mean of S in the first sample, and the level at which all spins end; none where the horizon
  /// came first.
  private struct Run {
    let start: Double
    let final: Int?
  }

  func tables(_ context: RunContext) throws -> [Table] {
    let runs = try definition.fields.flatMap { field in
      try loop.ensemble(
        from: loop.family.member(at: SIMD2(field, 0)),
        key: key.child("N=\(definition.spins) M=\(definition.samples) field=\(field)")
      ).replicates(definition.replicates, work: runWork, context) { try run(&$0) }
    }
    var table = Table(name: "fig1d", columns: ["start", "final"])
    var ends: [Int: (start: Double, count: Int)] = [:]
    for run in runs {
      table.append([.number(run.start), .number(run.final.map(Double.init) ?? .nan)])
      guard let final = run.final else { continue }
      ends[final, default: (0, 0)].start += run.start
      ends[final, default: (0, 0)].count += 1
    }
    var means = Table(name: "fig1d-mean", columns: ["final", "mean_start", "count"])
    for (final, sum) in ends.sorted(by: { $0.key < $1.key }) {
      means.append([
        .integer(final), .number(sum.start / Double(sum.count)), .integer(sum.count),
      ])
    }
    return [table, means]
  }

  private func run(
    _ chain: inout RetrainingChain<Replace<CoupledSpins>, MaximumLikelihood<CoupledSpins>>
  ) throws -> Run {
    try chain.advance()
    // A mean of M whole numbers, which the fitted model gives up to rounding.
    let samples = Double(definition.samples)
    let start = (chain.model.meanParameter.x * samples).rounded() / samples
    guard
      case .absorbed(_, let model) = try chain.runUntilAbsorbed(horizon: definition.generations),
      case .level(let level) = model.face
    else { return Run(start: start, final: nil) }
    return Run(start: start, final: level)
  }
}
