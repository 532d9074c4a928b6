import Families

/// All that the second statement of A says about one parameter, with the rounding it is known to.
struct Reference {
  /// A and its derivatives.
  let A: Derivatives
  /// The inverse of the second derivatives.
  let inverse: [[Double]]
  /// How large the statistics are: their mean, and their standard deviation.
  let sizes: [Double]
  /// The relative error of a probability, and so of every moment in terms of ``sizes``.
  ///
  /// Probabilities are exponentials, and a rounding of their exponents, θ·φ and A, is a relative error. A
  /// few operations of either program are allowed for by the factor.
  let rounding: Double

  init<F: TestedFamily>(of family: F, at θ: F.Vector) throws {
    let θ = family.components(θ)
    A = Derivatives(at: θ, of: family.automaticLogPartition)
    inverse = try A.inverseHessian()
    sizes = zip(A.gradient, A.hessian.indices.map { [A] in A.hessian[$0][$0] })
      .map { abs($0) + $1.squareRoot() }
    let exponent = zip(θ, sizes).reduce(abs(A.value)) { $0 + abs($1.0) * $1.1 }
    rounding = 8 * .ulpOfOne * (1 + exponent)
  }

  /// By how much the covariance amplifies errors: the largest `J_aa (J⁻¹)_aa`, 1 for statistics that are
  /// not correlated.
  var inflation: Double {
    sizes.indices.map { A.hessian[$0][$0] * inverse[$0][$0] }.max()!
  }

  /// `∂_c ln det J = Σ (J⁻¹)_ab ∂_c J_ab`, and the sum of the moduli, beside which it is rounded.
  func logDeterminantSlope(_ c: Int) -> (value: Double, scale: Double) {
    var (value, scale) = (0.0, 0.0)
    for a in sizes.indices {
      for b in sizes.indices {
        value += inverse[a][b] * A.third[a][b][c]
        scale += abs(inverse[a][b] * A.third[a][b][c])
      }
    }
    return (value, scale)
  }
}
