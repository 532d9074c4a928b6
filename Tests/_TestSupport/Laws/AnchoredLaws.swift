import Families
import Foundation
import Loop
import NumericalMethods
import Randomness

/// An anchored loop with its numbers chosen at random.
private struct AnchoredInstance<F: TestedFamily> {
  let start: F.Vector
  let samples: Int
  let points: Int
  let source: ExternalData<F>.Source
  /// The expectation of the mean statistic of the external points.
  let anchor: [Double]
  /// Their variance: that of the truth if they are fresh, 0 if they are fixed.
  let variance: [Double]
  /// That of the truth.
  let spread: [Double]

  init(of family: F, using stream: inout RandomStream) throws {
    start = family.randomParameter(using: &stream)
    samples = stream.whole(1, 12)
    points = stream.whole(1, 4)
    let truth = family.randomParameter(using: &stream)
    let member = family.member(at: truth)
    let A = try Reference(of: family, at: truth).A
    spread = A.gradient.indices.map { A.hessian[$0][$0] }
    if stream.nextUnit() < 0.5 {
      source = .fresh(count: points, truth: member)
      (anchor, variance) = (A.gradient, spread)
    } else {
      let sum = family.drawSum(of: points, from: member, using: &stream)
      source = .fixed(F.Statistics(sum: sum, count: Double(points)))
      anchor = family.components((1 / Double(points)) * sum)
      variance = spread.map { _ in 0 }
    }
  }

  /// `M/(M + m)`.
  var factor: Double { Double(samples) / Double(samples + points) }

  /// A chain that makes of the external data what `run`'s program does.
  func chain(
    of family: F, _ run: LawRun, streams: ReplicateStreams
  ) -> RetrainingChain<ExternalData<F>, MaximumLikelihood<F>> {
    LoopLaws.loop(
      of: family, samples: samples, ExternalData<F>(run.program.external(source))
    )
    .chain(from: family.member(at: start), streams: streams)
  }

  var name: String { "θ = \(start), M = \(samples), \(source)" }
}

extension LoopLaws {
  /// `E φ̄ₜ − φ₀ = (M/(M + m))ᵗ (φ̄₀ − φ₀)`, for fresh and for fixed points.
  static func relaxation<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    let (instances, replicates) = (6, 2000)
    guard let bounds = family.bounds else { return ["φ is not bounded"] }
    let share = run.falseAlarm / Double(instances * bounds.count)
    return run.instances(instances) { stream in
      let instance = try AnchoredInstance(of: family, using: &stream)
      let longest = Int(1.5 / -log(instance.factor)) + 1
      let generations = stream.whole(1, longest)
      let key = run.key.child("\(stream.next())")
      var total = 0.0 * family.parameterScales
      for replicate in 0..<replicates {
        var chain = instance.chain(
          of: family, run, streams: ReplicateStreams(key: key, replicate: replicate))
        try chain.advance(to: generations)
        total = total + chain.model.meanParameter
      }
      let start = try Reference(of: family, at: instance.start).A.gradient
      let factor = pow(instance.factor, Double(generations))
      return bounds.indices.compactMap { a in
        let mean = total[a] / Double(replicates)
        let expected = instance.anchor[a] + factor * (start[a] - instance.anchor[a])
        let range = bounds[a].range
        // Between two limits no variable of this mean varies more.
        let bound = DeviationBound.bernstein(
          variance: (range.upperBound - expected) * (expected - range.lowerBound),
          deviation: bounds[a].length, count: replicates, falseAlarm: share)
        return abs(mean - expected) <= bound
          ? nil
          : "\(instance.name), t = \(generations): mean \(a) is \(mean), should be \(expected)"
      }
    }
  }

  /// `E[φ̄ₜ₊ₛ − φ₀ | φ̄ₜ] = (M/(M + m))ˢ (φ̄ₜ − φ₀)`, so that the autocorrelation is `(M/(M + m))ˢ`.
  ///
  /// What is left of the left side, times any bounded function of φ̄ₜ, has expectation 0 whatever came
  /// before; for sums of such variables Bernstein's bound holds as it does for independent ones (Freedman,
  /// 1975), and a single chain will do.
  static func correlation<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    let (instances, blocks) = (5, 8000)
    guard let bounds = family.bounds else { return ["φ is not bounded"] }
    let share = run.falseAlarm / Double(instances * bounds.count)
    return run.instances(instances) { stream in
      let instance = try AnchoredInstance(of: family, using: &stream)
      let (m, n) = (Double(instance.points), Double(instance.samples))
      let lag = stream.whole(1, 3)
      let factor = pow(instance.factor, Double(lag))
      var chain = instance.chain(
        of: family, run,
        streams: ReplicateStreams(key: run.key.child("\(stream.next())"), replicate: 0))
      // About the standard deviation of the mean, beyond which its deviation counts no more.
      let scales = instance.spread.map { ($0 / (2 * m + 1)).squareRoot() }
      var sums = bounds.map { _ in 0.0 }
      for _ in 0..<blocks {
        let before = chain.model.meanParameter
        for _ in 0..<lag { try chain.advance() }
        let after = chain.model.meanParameter
        for a in bounds.indices {
          let deviation = before[a] - instance.anchor[a]
          sums[a] +=
            (after[a] - instance.anchor[a] - factor * deviation)
            * min(1, max(-1, deviation / scales[a]))
        }
      }
      return bounds.indices.compactMap { a in
        let step = (n * bounds[a].variance + m * instance.variance[a]) / ((n + m) * (n + m))
        let steps = (0..<lag).reduce(0) { $0 + pow(instance.factor, Double(2 * $1)) }
        let bound = DeviationBound.bernstein(
          variance: steps * step, deviation: bounds[a].length, count: blocks, falseAlarm: share)
        let mean = sums[a] / Double(blocks)
        return abs(mean) <= bound
          ? nil : "\(instance.name), s = \(lag): statistic \(a) by \(mean), at most \(bound)"
      }
    }
  }
}
