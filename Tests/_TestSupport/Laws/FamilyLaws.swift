import Families
import Randomness

/// Laws of the family itself.
package enum FamilyLaws {
  /// Each holds for every family, without chance.
  package static let all = [
    Law("moments are derivatives of A") { moments(of: $0, $1) },
    Law("the expansion is made of the moments") { expansion(of: $0, $1) },
    Law("members know their parameters") { members(of: $0, $1) },
    Law("entropy is A less its Legendre term") { entropy(of: $0, $1) },
    Law("divergence is positive between two models") { divergence(of: $0, $1) },
    Law("divergence is accurate, near and far") { DivergenceLaws.accuracy(of: $0, $1) },
    Law("divergence depends on neither origin nor unit", isAbout: { $0.hasSymmetry }) {
      DivergenceLaws.symmetry(of: $0, $1)
    },
    Law("maximum likelihood inverts the mean map") { inversion(of: $0, $1) },
    Law("data on a face are fitted on that face", isAbout: { !$0.faces.isEmpty }) {
      closure(of: $0, $1)
    },
    Law("impossible data are refused") { refusal(of: $0, $1) },
  ]

  /// `μ = ∇A`, `J = ∇²A` and `∇ ln det J`, all to rounding.
  static func moments<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(60) { stream in
      let θ = family.randomParameter(using: &stream)
      let known = try Reference(of: family, at: θ)
      let (mean, fisher) = (family.meanParameter(at: θ), family.fisherInformation(at: θ))
      let gradient = family.logDeterminantGradient(at: θ)
      var failures: [String] = []
      func compare(_ what: String, _ found: Double, _ expected: Double, _ scale: Double) {
        if !(abs(found - expected) <= known.rounding * scale) {
          failures.append("θ = \(θ): \(what) is \(found), should be \(expected)")
        }
      }
      compare("A", family.logPartition(at: θ), known.A.value, 1)
      for a in 0..<family.dimension {
        compare("μ[\(a)]", mean[a], known.A.gradient[a], known.sizes[a])
        for b in 0..<family.dimension {
          compare(
            "J[\(a), \(b)]", fisher[a, b], known.A.hessian[a][b], known.sizes[a] * known.sizes[b])
        }
        let slope = known.logDeterminantSlope(a)
        compare(
          "∇ ln det J[\(a)]", gradient[a], slope.value,
          known.inflation * (slope.scale + known.sizes[a]))
      }
      return failures
    }
  }

  /// `A − θ·φ̄`, `μ − φ̄` and J about the mean statistic of another parameter.
  static func expansion<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(20) { stream in
      let θ = family.randomParameter(using: &stream)
      let other = try Reference(of: family, at: family.randomParameter(using: &stream))
      let statistic = other.A.gradient
      let known = try Reference(of: family, at: θ)
      let found = family.expansion(at: θ, about: family.vector(statistic))
      let sizes = zip(known.sizes, statistic).map { $0 + abs($1) }
      let terms = zip(family.components(θ), statistic).map { $0 * $1 }
      let scale = terms.reduce(1) { $0 + abs($1) }
      var failures: [String] = []
      func compare(_ what: String, _ found: Double, _ expected: Double, _ scale: Double) {
        if !(abs(found - expected) <= known.rounding * scale) {
          failures.append("θ = \(θ), φ̄ = \(statistic): \(what) is \(found), should be \(expected)")
        }
      }
      compare("the value", found.value, known.A.value - terms.reduce(0, +), scale)
      for a in 0..<family.dimension {
        compare("slope \(a)", found.gradient[a], known.A.gradient[a] - statistic[a], sizes[a])
        for b in 0..<family.dimension {
          compare(
            "curvature \(a), \(b)", found.curvature[a, b], known.A.hessian[a][b],
            sizes[a] * sizes[b])
        }
      }
      return failures
    }
  }

  /// A member of the interior has its θ, and the mean that belongs to it.
  static func members<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(60) { stream in
      let θ = family.randomParameter(using: &stream)
      let known = try Reference(of: family, at: θ)
      let member = family.member(at: θ)
      guard let back = member.naturalParameter, member.face == nil, !member.isAbsorbed else {
        return ["θ = \(θ) is taken for a point of the boundary"]
      }
      let mean = member.meanParameter
      return (0..<family.dimension).compactMap { a in
        // θ is a logarithm of probabilities, or of their ratio.
        if abs(back[a] - θ[a]) > known.rounding * (abs(θ[a]) + 1) {
          return "θ = \(θ) comes back as \(back)"
        }
        return abs(mean[a] - known.A.gradient[a]) > known.rounding * known.sizes[a]
          ? "θ = \(θ): μ is \(mean), should be \(known.A.gradient)" : nil
      }
    }
  }

  /// `A − θ·∇A`, at a parameter and of the member there.
  static func entropy<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(60) { stream in
      let θ = family.randomParameter(using: &stream)
      let known = try Reference(of: family, at: θ)
      let terms = zip(family.components(θ), known.A.gradient).map { $0 * $1 }
      let expected = known.A.value - terms.reduce(0, +)
      return [family.entropy(at: θ), family.entropy(of: family.member(at: θ))].compactMap {
        abs($0 - expected) <= known.rounding * (1 + terms.reduce(0) { $0 + abs($1) })
          ? nil : "θ = \(θ): entropy is \($0), should be \(expected)"
      }
    }
  }

  /// `D_KL(θ‖θ′)` is `A(θ′) − A(θ) − (θ′ − θ)·∇A(θ)`, 0 from a parameter to itself and positive wherever
  /// rounding leaves it a sign.
  static func divergence<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    run.instances(60) { stream in
      let θ = family.randomParameter(using: &stream)
      let known = try Reference(of: family, at: θ)
      // A distant parameter, and one away by less than a standard error.
      let distant = family.randomParameter(using: &stream)
      let small = stream.logUniform(1e-6, 0.1)
      let near = θ.map { a, value in
        value + (a == 0 ? small : -small) * min(abs(value), 1 / known.A.hessian[a][a].squareRoot())
      }
      return try [θ, near, distant].compactMap { other -> String? in
        let there = try Reference(of: family, at: other)
        let terms = (0..<family.dimension).map { (θ[$0] - other[$0]) * known.A.gradient[$0] }
        let expected = terms.reduce(there.A.value - known.A.value, +)
        let rounding =
          (known.rounding + there.rounding) * (1 + terms.reduce(0) { $0 + abs($1) })
        let found = family.klDivergence(from: θ, to: other)
        let isRight = other == θ ? abs(found) <= rounding : expected <= rounding || found > 0
        return isRight && abs(found - expected) <= rounding
          ? nil : "D(\(θ)‖\(other)) is \(found), should be \(expected)"
      }
    }
  }
}
