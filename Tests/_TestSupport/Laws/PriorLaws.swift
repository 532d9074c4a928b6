import Families
import Randomness

/// Laws of estimates with a prior.
package enum PriorLaws {
  /// Each holds without chance.
  package static let all = [
    Law("a flat prior is none") { flat(of: $0, $1) },
    Law("a conjugate prior is worth its pseudo-data") { conjugate(of: $0, $1) },
    Law("the pull of a Gaussian prior balances the data") { gaussian(of: $0, $1) },
    Law(
      "maximum likelihood does not depend on the coordinate, and maximum a posteriori does",
      isAbout: { $0 is any OneParameterFamily }
    ) { family, run in
      guard let family = family as? any OneParameterFamily else { return ["several parameters"] }
      return reparametrisation(of: family, run)
    },
  ]

  /// A training set of 1 to 30 points, or a few more where so few have no estimate.
  static func data<F: TestedFamily>(
    of family: F, using stream: inout RandomStream
  ) -> F.Statistics {
    let member = family.member(at: family.randomParameter(using: &stream))
    let count = family.safeSampleCount + stream.nextIndex(below: 30)
    return family.drawStatistics(of: count, from: member, using: &stream)
  }

  static func gaussianPrior<F: TestedFamily>(
    of family: F, using stream: inout RandomStream
  ) -> GaussianPrior<F> {
    GaussianPrior(
      mean: family.randomParameter(using: &stream),
      variance: family.parameterScales.map { _, _ in stream.logUniform(0.1, 10) })
  }

  static func conjugatePrior<F: TestedFamily>(
    of family: F, using stream: inout RandomStream
  ) throws -> ConjugatePrior<F> {
    let mean = try Reference(of: family, at: family.randomParameter(using: &stream)).A.gradient
    let weight = stream.logUniform(0.1, 10)
    return ConjugatePrior(
      F.Statistics(sum: weight * family.vector(mean), count: weight))
  }

  /// The estimate is that of maximum likelihood, on the boundary, too.
  static func flat<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(40) { stream in
      let data = data(of: family, using: &stream)
      let found = try run.program.estimate(from: data, prior: FlatPrior(), in: family)
      let expected = try family.maximumLikelihood(data)
      return found == expected ? [] : ["\(data): \(found), should be \(expected)"]
    }
  }

  /// `(n + κ) μ = Σφ + κφ_p`, and the estimate is that of data and pseudo-data taken together.
  static func conjugate<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(40) { stream in
      let data = data(of: family, using: &stream)
      let prior = try conjugatePrior(of: family, using: &stream)
      let found = try run.program.estimate(from: data, prior: prior, in: family)
      let (count, pseudo) = (data.count, prior.pseudoData)
      let expected = (1 / (count + pseudo.count)) * (data.sum + pseudo.sum)
      let together = try family.maximumLikelihood(data + pseudo)
      guard let θ = found.naturalParameter else { return ["\(data), \(pseudo): on the boundary"] }
      let sizes = try Reference(of: family, at: θ).sizes
      let isRight = sizes.indices.allSatisfy {
        // The solver's accuracy.
        abs(found.meanParameter[$0] - expected[$0]) <= 1e-9 * sizes[$0]
      }
      return isRight && found == together
        ? [] : ["\(data), \(pseudo): \(found), should have the mean \(expected)"]
    }
  }

  /// `Σφ − nμ(θ) − (θ − mean)/variance` vanishes at the mode.
  static func gaussian<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(60) { stream in
      let data = data(of: family, using: &stream)
      let prior = gaussianPrior(of: family, using: &stream)
      let member = try run.program.estimate(from: data, prior: prior, in: family)
      guard let θ = member.naturalParameter else { return ["\(data): on the boundary"] }
      let known = try Reference(of: family, at: θ)
      let (mean, variance) = (family.components(prior.mean), family.components(prior.variance))
      let posterior = Derivatives(at: family.components(θ)) { θ in
        θ.indices.reduce(-data.count * family.automaticLogPartition(θ)) { sum, a in
          let d = θ[a] - Jet(mean[a])
          return sum + data.sum[a] * θ[a] - (0.5 / variance[a]) * (d * d)
        }
      }
      // How far the maximum still is, by Newton's method, in standard deviations of the posterior.
      let inverse = try posterior.inverseHessian()
      return (0..<family.dimension).compactMap { a in
        let width = (-inverse[a][a]).squareRoot()
        let step = (0..<family.dimension).reduce(0) { $0 - inverse[a][$1] * posterior.gradient[$1] }
        let rounding = (0..<family.dimension).reduce(0) { sum, b in
          let terms =
            data.count * known.sizes[b] + abs(data.sum[b]) + abs(θ[b] - mean[b]) / variance[b]
          return sum + abs(inverse[a][b]) * known.rounding * terms
        }
        return abs(step) <= 1e-7 * width + rounding
          ? nil
          : "\(data), \(prior): θ = \(θ) is off by \(step), the posterior is \(width) wide"
      }
    }
  }
}
