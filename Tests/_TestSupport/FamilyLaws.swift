import ExponentialFamilies
import RandomStreams
import StatisticalChecks

/// Laws of every exponential family; run on each conformer.
///
/// A law returns descriptions of the instances that break it, so that a failing test prints them.
public enum FamilyLaws {
  /// `μ = ∇A` and `J = ∇²A`, by central differences of the family's own A and μ.
  public static func derivatives<F: ExponentialFamily>(
    of family: F, at parameters: [F.Vector], along directions: [F.Vector]
  ) -> [String] {
    parameters.flatMap { θ in
      directions.flatMap { direction -> [String] in
        let slope = derivative { family.logPartition(at: θ + $0 * direction) }
        let mean = family.meanParameter(at: θ).dot(direction)
        let curvature = derivative { family.meanParameter(at: θ + $0 * direction).dot(direction) }
        let fisher = quadraticForm(family.fisherInformation(at: θ), direction)
        let scale = 1 + abs(family.logPartition(at: θ))
        var failures: [String] = []
        if abs(slope - mean) > 1e-7 * scale { failures.append("∇A at θ = \(θ): \(slope), \(mean)") }
        if abs(curvature - fisher) > 1e-7 * scale {
          failures.append("∇²A at θ = \(θ): \(curvature), \(fisher)")
        }
        return failures
      }
    }
  }

  /// Maximum likelihood inverts the mean map on the interior.
  public static func maximumLikelihoodInvertsMean<F: ExponentialFamily>(
    of family: F, at parameters: [F.Vector]
  ) throws -> [String] {
    try parameters.compactMap { θ in
      let mean = family.meanParameter(at: θ)
      let member = try family.maximumLikelihood(SufficientStatistics(sum: mean, count: 1))
      guard let found = member.naturalParameter else { return "θ = \(θ): lost to the boundary" }
      let error = (family.meanParameter(at: found) - mean)
      return error.dot(error) > 1e-24 * (1 + mean.dot(mean)) ? "θ = \(θ): found \(found)" : nil
    }
  }

  /// `D_KL ≥ 0`, 0 from a parameter to itself, and positive between any two that rounding separates.
  public static func divergence<F: ExponentialFamily>(
    of family: F, between parameters: [F.Vector]
  ) -> [String] {
    parameters.flatMap { a in
      parameters.compactMap { b -> String? in
        let divergence = family.klDivergence(from: a, to: b)
        let rounding =
          1e-13 * (1 + abs(family.logPartition(at: a)) + abs(family.logPartition(at: b)))
        if a == b {
          return abs(divergence) > rounding ? "D(\(a)‖\(a)) = \(divergence)" : nil
        }
        let distance = (a - b).dot(a - b).squareRoot()
        let least = distance > 1e-3 ? Double.leastNonzeroMagnitude : -rounding
        return divergence >= least ? nil : "D(\(a)‖\(b)) = \(divergence)"
      }
    }
  }

  /// A member of the interior has its θ, and the mean that belongs to it.
  public static func membersKnowTheirParameters<F: ExponentialFamily>(
    of family: F, at parameters: [F.Vector]
  ) -> [String] {
    parameters.compactMap { θ in
      let member = family.member(at: θ)
      guard let back = member.naturalParameter, member.face == nil, !member.isAbsorbed else {
        return "θ = \(θ) is taken for a point of the boundary"
      }
      let error = back - θ
      let mean = member.meanParameter - family.meanParameter(at: θ)
      let size = 1 + family.meanParameter(at: θ).dot(family.meanParameter(at: θ))
      return error.dot(error) > 1e-26 * (1 + θ.dot(θ)) || mean.dot(mean) > 1e-28 * size
        ? "θ = \(θ): \(back), μ off by \(mean)" : nil
    }
  }

  /// The derivative at 0, from five points; the error is of order h⁴ and ε/h.
  private static func derivative(of f: (Double) -> Double) -> Double {
    let h = 1e-3
    return (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h)
  }

  private static func quadraticForm<V: ParameterVector>(_ matrix: V.Matrix, _ v: V) -> Double {
    (0..<v.dimension).reduce(0) { sum, i in
      (0..<v.dimension).reduce(sum) { $0 + matrix[i, $1] * v[i] * v[$1] }
    }
  }
}
