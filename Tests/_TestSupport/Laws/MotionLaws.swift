import Families
import Randomness
import Theory

/// Something to check at one parameter, for any prior.
private protocol PriorCheck {
  func failures<P: Prior>(
    at θ: P.Family.Vector, in family: P.Family, _ stated: StatedPrior<P>,
    _ external: P.Family.Statistics, _ run: LawRun
  ) throws -> [String] where P.Family: TestedFamily
}

/// A sum with that of the moduli of its terms, beside which it is rounded.
private struct RoundedSum {
  var value = 0.0
  var scale = 0.0

  mutating func add(_ term: Double) {
    value += term
    scale += abs(term)
  }
}

/// The drift of a potential.
///
/// Eqs. 13 and 14: `A_a = −Σ_b (J⁻¹)_ab ∂_b U` with `U = ½ ln det J − u ln p₀ + m D_KL(q‖θ)`.
private func drift<P: Prior>(
  _ known: Reference, at θ: P.Family.Vector, in family: P.Family, _ stated: StatedPrior<P>,
  _ external: P.Family.Statistics
) -> [RoundedSum] where P.Family: TestedFamily {
  let prior = Derivatives(at: family.components(θ), of: stated.automaticLogDensity)
  return (0..<family.dimension).map { a in
    var sum = RoundedSum()
    for b in 0..<family.dimension {
      let inverse = known.inverse[a][b]
      let slope = known.logDeterminantSlope(b)
      sum.add(-inverse * 0.5 * slope.value)
      sum.scale += abs(inverse) * 0.5 * slope.scale
      sum.add(inverse * prior.gradient[b])
      sum.add(-inverse * external.count * known.A.gradient[b])
      sum.add(inverse * external.sum[b])
    }
    return sum
  }
}

extension StationaryLaws {
  /// The drift and the diffusion J⁻¹ of θ balance.
  static func zeroFlux<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    atRandom(in: family, run, ZeroFlux())
  }

  /// The library's drift is `−J⁻¹∇U`.
  static func drift<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    atRandom(in: family, run, DriftOfPotential())
  }

  /// Random parameters and external data, with each kind of prior.
  private static func atRandom<F: TestedFamily>(
    in family: F, _ run: LawRun, _ check: some PriorCheck
  ) -> [String] {
    run.instances(15) { stream in
      let θ = family.randomParameter(using: &stream)
      let anchor = try Reference(of: family, at: family.randomParameter(using: &stream)).A.gradient
      let count = stream.logUniform(0.3, 5)
      let external = F.Statistics(sum: count * family.vector(anchor), count: count)
      let gaussian = PriorLaws.gaussianPrior(of: family, using: &stream)
      let conjugate = try PriorLaws.conjugatePrior(of: family, using: &stream)
      return try check.failures(at: θ, in: family, .flat(in: family), external, run)
        + check.failures(at: θ, in: family, StatedPrior(gaussian, in: family), external, run)
        + check.failures(at: θ, in: family, StatedPrior(conjugate, in: family), external, run)
    }
  }
}

private struct DriftOfPotential: PriorCheck {
  func failures<P: Prior>(
    at θ: P.Family.Vector, in family: P.Family, _ stated: StatedPrior<P>,
    _ external: P.Family.Statistics, _ run: LawRun
  ) throws -> [String] where P.Family: TestedFamily {
    let known = try Reference(of: family, at: θ)
    let motion = EquationOfMotion(family: family, prior: stated.prior, external: external)
    guard let found = motion.drift(at: θ)?.total else {
      return ["θ = \(θ): J is taken for singular, with an inflation of \(known.inflation)"]
    }
    return drift(known, at: θ, in: family, stated, external).enumerated().compactMap { a, sum in
      abs(found[a] - sum.value) <= known.inflation * known.rounding * sum.scale
        ? nil : "θ = \(θ), \(stated.prior): drift \(a) is \(found), should be \(sum.value)"
    }
  }
}

/// The balance of drift and diffusion.
///
/// Eq. B24, divided by p: `A_a − ½ Σ_b ∂_b(J⁻¹)_ab − ½ Σ_b (J⁻¹)_ab ∂_b ln p = 0`.
private struct ZeroFlux: PriorCheck {
  func failures<P: Prior>(
    at θ: P.Family.Vector, in family: P.Family, _ stated: StatedPrior<P>,
    _ external: P.Family.Statistics, _ run: LawRun
  ) throws -> [String] where P.Family: TestedFamily {
    let law = try run.program.stationaryLaw(
      family: family, prior: stated.prior, external: external)
    let known = try Reference(of: family, at: θ)
    let axes = 0..<family.dimension
    var sums = drift(known, at: θ, in: family, stated, external)
    var stepErrors = axes.map { _ in 0.0 }
    for b in axes {
      let score = slope(of: law, at: θ, along: b, known)
      for a in axes {
        for c in axes {
          for d in axes {
            let change = -known.inverse[a][c] * known.A.third[c][d][b] * known.inverse[d][b]
            sums[a].add(-0.5 * change)
          }
        }
        sums[a].add(-0.5 * known.inverse[a][b] * score.value)
        stepErrors[a] += 0.5 * abs(known.inverse[a][b]) * score.error
      }
    }
    return axes.compactMap { a in
      abs(sums[a].value) <= known.inflation * known.rounding * sums[a].scale + stepErrors[a]
        ? nil : "θ = \(θ), \(stated.prior), \(external): flux \(a) is \(sums[a])"
    }
  }

  /// `∂_b ln p` by central differences of orders four and six, with their difference as the error.
  private func slope<P: Prior>(
    of law: StationaryLaw<P>, at θ: P.Family.Vector, along b: Int, _ known: Reference
  ) -> (value: Double, error: Double) {
    let scale = min(1 / known.A.hessian[b][b].squareRoot(), law.family.parameterScales[b])
    let h = 0.02 * scale
    var largest = 0.0
    func difference(_ steps: Double) -> Double {
      let (up, down) = (
        law.logDensity(at: θ.map { $0 == b ? $1 + steps * h : $1 }),
        law.logDensity(at: θ.map { $0 == b ? $1 - steps * h : $1 })
      )
      largest = max(largest, abs(up), abs(down))
      return up - down
    }
    let (one, two, three) = (difference(1), difference(2), difference(3))
    let fourth = (8 * one - two) / (12 * h)
    let sixth = (45 * one - 9 * two + three) / (60 * h)
    // Terms of ln p may be larger than their sum.
    let terms =
      largest + 2 * law.external.count * (abs(known.A.value) + abs(θ.dot(law.external.mean)))
    return (sixth, abs(sixth - fourth) + known.rounding * terms / h)
  }
}
