import Families
import Randomness

/// Laws of the divergence of members, to rounding: that of what they are made of, not of A.
enum DivergenceLaws {
  /// `∫₀¹ (1 − u) d·∇²A(θ + ud) d du`, d = θ′ − θ, from the second statement of A: nothing cancels in it.
  ///
  /// Members are known to the rounding of their parameters, beside which their difference may be small.
  static func accuracy<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(12) { stream in
      let θ = family.randomParameter(using: &stream)
      let known = try Reference(of: family, at: θ)
      // Standard deviations between both.
      let distance = stream.logUniform(1e-7, 1) / Double(family.dimension).squareRoot()
      var other = θ
      for a in 0..<family.dimension {
        let step = distance / known.A.hessian[a][a].squareRoot() * stream.uniform(0.5, 1)
        other[a] += stream.nextUnit() < 0.5 ? step : -step
      }
      guard family.admits(other) else { return [] }
      let step = family.components(other - θ)
      let start = family.components(θ)
      let expected = remainder(panels: distance > 0.01 ? 8 : 1) { u in
        let A = Derivatives(
          at: zip(start, step).map { $0 + u * $1 }, of: family.automaticLogPartition)
        return zip(step.indices, step).reduce(0) { sum, row in
          sum + row.1 * zip(step, A.hessian[row.0]).reduce(0) { $0 + $1.0 * $1.1 }
        }
      }
      let found = family.klDivergence(from: family.member(at: θ), to: family.member(at: other))
      // The relative error of a distance √(2D) that is a difference of numbers known to this rounding.
      let inflation = known.inflation.squareRoot()
      let rounding = known.rounding * inflation * (1 + inflation / expected.squareRoot())
      return abs(found - expected) <= rounding * expected
        ? [] : ["D(\(θ)‖\(other)) is \(found), should be \(expected)"]
    }
  }

  /// The same bits where numbers only change their unit, and 10⁻¹² where they go through logarithms.
  static func symmetry<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(30) { stream in
      let pairs = family.movedModels(using: &stream)
      let expected = family.klDivergence(from: pairs[0].p, to: pairs[0].q)
      return pairs.dropFirst().compactMap { pair in
        let found = family.klDivergence(from: pair.p, to: pair.q)
        return expected > 0 && abs(found - expected) <= 1e-12 * expected
          ? nil : "from \(pair.p) to \(pair.q): \(found), should be \(expected)"
      }
    }
  }

  /// `∫₀¹ (1 − u) f(u) du` by the rule of Gauss and Legendre with eight points in each of some panels.
  private static func remainder(panels: Int, _ f: (Double) -> Double) -> Double {
    let rule = [
      (0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873),
      (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763),
    ]
    let half = 0.5 / Double(panels)
    return (0..<panels).reduce(0) { sum, panel in
      let middle = (2 * Double(panel) + 1) * half
      return rule.reduce(sum) { sum, node in
        [-1.0, 1].reduce(sum) { sum, side in
          let u = middle + side * half * node.0
          return sum + half * node.1 * (1 - u) * f(u)
        }
      }
    }
  }
}
