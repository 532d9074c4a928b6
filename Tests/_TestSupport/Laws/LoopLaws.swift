import Families
import Loop
import NumericalMethods
import Randomness

/// Laws of loops of maximum likelihood, closed and anchored.
package enum LoopLaws {
  /// Those with bounds need bounded statistics.
  package static let all = [
    Law("the mean is a martingale", isStatistical: true) { martingale(of: $0, $1) },
    Law("faces are never left", isAbout: { !$0.faces.isEmpty }) { faces(of: $0, $1) },
    Law("bounded loops are absorbed", isAbout: SumLaws.isBounded) { absorption(of: $0, $1) },
    Law(
      "the anchored mean relaxes geometrically", isStatistical: true, isAbout: SumLaws.isBounded
    ) { relaxation(of: $0, $1) },
    Law(
      "the anchored mean is correlated geometrically", isStatistical: true,
      isAbout: SumLaws.isBounded
    ) { correlation(of: $0, $1) },
  ]

  static func loop<P: DataPolicy>(
    of family: P.Family, samples: Int, _ policy: P
  ) -> RetrainingLoop<P, MaximumLikelihood<P.Family>> where P.Family: ExponentialFamily {
    RetrainingLoop(
      family: family, samples: samples, policy: policy, estimator: MaximumLikelihood())
  }

  /// The next model's mean statistic is on average that of this one.
  ///
  /// Eq. 5. By Bernstein's bound where φ is bounded. Elsewhere the total over all replicates is the sum
  /// of φ over all their points, and has its exact law.
  static func martingale<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    let (instances, replicates) = (6, 5000)
    return run.instances(instances) { stream in
      let θ = family.randomParameter(using: &stream)
      let samples = family.safeSampleCount + stream.nextIndex(below: 12)
      let loop = loop(of: family, samples: samples, Replace())
      let key = run.key.child("\(stream.next())")
      var total = 0.0 * family.parameterScales
      for replicate in 0..<replicates {
        var chain = loop.chain(
          from: family.member(at: θ), streams: ReplicateStreams(key: key, replicate: replicate))
        try chain.advance()
        total = total + Double(samples) * chain.model.meanParameter
      }
      let share = run.falseAlarm / Double(instances)
      guard let bounds = family.bounds else {
        let laws = family.exactLaws(ofSumOf: replicates * samples, at: θ)
        return laws.compactMap { law in
          let x = law.value(total)
          // Each tail at half the share.
          let tail = min(law.below(x), law.above(x))
          return tail > share / Double(2 * laws.count)
            ? nil : "θ = \(θ), M = \(samples): \(law.name) of all replicates is \(x)"
        }
      }
      let A = try Reference(of: family, at: θ).A
      let mean = (1 / Double(replicates * samples)) * total
      return bounds.indices.compactMap { a in
        let bound = DeviationBound.bernstein(
          variance: A.hessian[a][a] / Double(samples), deviation: bounds[a].length,
          count: replicates, falseAlarm: share / Double(bounds.count))
        return abs(mean[a] - A.gradient[a]) <= bound
          ? nil : "θ = \(θ), M = \(samples): the mean goes from \(A.gradient) to \(mean)"
      }
    }
  }

  /// A chain of few samples a generation, which begins inside or on a face.
  private static func chain<F: TestedFamily>(
    of family: F, _ run: LawRun, using stream: inout RandomStream
  ) throws -> RetrainingChain<Replace<F>, MaximumLikelihood<F>> {
    var start = family.member(at: family.randomParameter(using: &stream))
    if !family.faces.isEmpty, stream.nextUnit() < 0.4 {
      let vertices = family.faces[stream.nextIndex(below: family.faces.count)]
      start = try family.maximumLikelihood(
        vertices.reduce(F.Statistics(sum: F.Vector.zero, count: 0)) {
          $0 + F.Statistics(sum: family.vector($1), count: 1)
        })
    }
    let samples = family.safeSampleCount + stream.nextIndex(below: 4)
    return loop(of: family, samples: samples, Replace()).chain(
      from: start, streams: ReplicateStreams(key: run.key.child("\(stream.next())"), replicate: 0))
  }

  /// Each generation's face lies within the last one's, and its points are vertices of it.
  static func faces<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(10) { stream in
      var chain = try chain(of: family, run, using: &stream)
      while chain.generation < 300 {
        let before = chain.model
        try chain.advance()
        let after = chain.model
        let outer = before.face.map { Set(family.vertices(of: $0)) }
        let inner = after.face.map { Set(family.vertices(of: $0)) }
        if let outer, inner?.isSubset(of: outer) != true {
          return ["M = \(chain.loop.samples): from \(before) to \(after)"]
        }
        guard let inner else { continue }
        let point = family.components(family.drawSum(of: 1, from: after, using: &stream))
        // A point is its statistic, up to the rounding of a fraction.
        let isOnFace = inner.contains { vertex in
          zip(point, vertex).allSatisfy { abs($0 - $1) < 1e-12 }
        }
        if !isOnFace { return ["M = \(chain.loop.samples): the point \(point) of \(after)"] }
      }
      return []
    }
  }

  /// A single vertex is reached, and then forever.
  ///
  /// Eq. 6. By the horizon it is except for a probability below e⁻⁷⁰: a generation leaves at most
  /// 1 − 1/(NM) of the slowest mode.
  static func absorption<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(10) { stream in
      var chain = try chain(of: family, run, using: &stream)
      guard case .absorbed(_, let end) = try chain.runUntilAbsorbed(horizon: 3000) else {
        return ["M = \(chain.loop.samples): \(chain.model) is not absorbed"]
      }
      for _ in 0..<20 {
        try chain.advance()
        if chain.model != end {
          return ["M = \(chain.loop.samples): \(end) becomes \(chain.model)"]
        }
      }
      let face = end.face.map(family.vertices)
      return face?.count == 1 ? [] : ["M = \(chain.loop.samples): the end is \(end)"]
    }
  }
}
