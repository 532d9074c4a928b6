import PortableMath

/// A and its derivatives, and what compares two members.
extension MultivariateGaussian {
  /// The member with natural parameter θ; `nil` unless the precision is positive definite.
  ///
  /// `Λ = W E Wᵀ` with W unit upper triangular, from the last variable to the first, so that `U = W⁻ᵀ` and
  /// `ℓ = −½ ln E`.
  func memberIfAny(at θ: DenseVector) -> Member? {
    let d = dimensions
    precondition(θ.dimension == dimension, "D components are needed")
    // The transpose of W, and in its place first the precision.
    var rows = [Double](repeating: 0, count: d * d)
    var place = d
    for i in 0..<d {
      for j in i..<d {
        rows[j * d + i] = i == j ? -2 * θ[place] : -θ[place]
        place += 1
      }
    }
    let diagonal = (0..<d).map { rows[$0 * d + $0] }
    var logScales = [Double](repeating: 0, count: d)
    for j in stride(from: d - 1, through: 0, by: -1) {
      let pivot = rows[j * d + j]
      guard pivot > 1e-15 * diagonal[j], pivot > 0, pivot < .infinity else { return nil }
      logScales[j] = -0.5 * log(pivot)
      for i in 0..<j {
        let ratio = rows[j * d + i] / pivot
        for k in 0...i { rows[i * d + k] -= ratio * rows[j * d + k] }
      }
      for i in 0..<j { rows[j * d + i] /= pivot }
      rows[j * d + j] = 1
    }
    let factor = CovarianceFactor(
      dimension: d, rows: invertedUnitTriangle(rows, dimension: d), logScales: logScales)
    let covariance = factor.matrix
    let mean = (0..<d).map { i in (0..<d).reduce(0) { $0 + covariance[i * d + $1] * θ[$1] } }
    guard mean.allSatisfy({ abs($0) < .infinity }) else { return nil }
    return Member(mean: mean, factor: factor)
  }

  /// `½ θ·m` over the first d components, `½ ln det Σ` and a constant.
  private func logPartition(at θ: DenseVector, of member: Member) -> Double {
    let product = (0..<dimensions).reduce(0) { $0 + θ[$1] * member.mean[$1] }
    return 0.5 * product + member.factor.halfLogDeterminant
      + 0.5 * Double(dimensions) * log(2 * .pi)
  }

  /// `A(θ) = ½ mᵀΛm − ½ ln det Λ + (d/2) ln 2π`; NaN unless Λ is positive definite.
  public func logPartition(at θ: DenseVector) -> Double {
    memberIfAny(at: θ).map { logPartition(at: θ, of: $0) } ?? .nan
  }

  /// `μ(θ) = (m_i; m_i m_j + Σ_ij)`; NaN unless Λ is positive definite.
  public func meanParameter(at θ: DenseVector) -> DenseVector {
    memberIfAny(at: θ)?.meanParameter ?? θ.map { _, _ in .nan }
  }

  /// `J(θ)`, the covariance of `s_i` and `s_i s_j`; NaN unless Λ is positive definite.
  public func fisherInformation(at θ: DenseVector) -> DenseSymmetricMatrix {
    guard let member = memberIfAny(at: θ) else {
      return DenseSymmetricMatrix(dimension: dimension) { _, _ in .nan }
    }
    return fisherInformation(of: member)
  }

  /// J by the theorem of Isserlis.
  private func fisherInformation(of member: Member) -> DenseSymmetricMatrix {
    let (d, m, covariance) = (dimensions, member.mean, member.factor.matrix)
    func Σ(_ i: Int, _ j: Int) -> Double { covariance[i * d + j] }
    let pairs = (0..<d).flatMap { i in (i..<d).map { (i, $0) } }
    return DenseSymmetricMatrix(dimension: dimension) { a, b in
      // b ≤ a, so that a single variable comes second.
      if a < d { return Σ(a, b) }
      let (i, j) = pairs[a - d]
      if b < d { return m[i] * Σ(j, b) + m[j] * Σ(i, b) }
      let (k, l) = pairs[b - d]
      return Σ(i, k) * Σ(j, l) + Σ(i, l) * Σ(j, k)
        + m[i] * (m[k] * Σ(j, l) + m[l] * Σ(j, k)) + m[j] * (m[k] * Σ(i, l) + m[l] * Σ(i, k))
    }
  }

  /// `(0; 2(d + 2) Σ_ij)`, since det J is proportional to the (d + 2)nd power of det Σ.
  public func logDeterminantGradient(at θ: DenseVector) -> DenseVector {
    let covariance = memberIfAny(at: θ)?.factor.matrix
    return vector { _ in
      0
    } second: { i, j in
      2 * Double(dimensions + 2) * (covariance?[i * dimensions + j] ?? .nan)
    }
  }

  /// All from one decomposition.
  public func expansion(
    at θ: DenseVector, about statistic: DenseVector
  ) -> ConvexExpansion<DenseVector> {
    guard let member = memberIfAny(at: θ) else {
      return ConvexExpansion(
        value: .nan, gradient: θ.map { _, _ in .nan },
        curvature: DenseSymmetricMatrix(dimension: dimension) { _, _ in .nan })
    }
    return ConvexExpansion(
      value: logPartition(at: θ, of: member) - θ.dot(statistic),
      gradient: member.meanParameter - statistic, curvature: fisherInformation(of: member))
  }

  /// `log f(s)`, also where no θ is finite.
  public func logDensity(of point: [Double], in member: Member) -> Double {
    let distance = squaredDistance(zip(point, member.mean).map { $0 - $1 }, in: member.factor)
    return -0.5 * (distance + Double(dimensions) * log(2 * .pi)) - member.factor.halfLogDeterminant
  }

  /// `vᵀΣ⁻¹v`.
  private func squaredDistance(_ v: [Double], in factor: CovarianceFactor) -> Double {
    zip(factor.residuals(of: v), factor.logScales).reduce(0) { sum, pair in
      // A component of 0 is none in however narrow a direction.
      let z = pair.0 == 0 ? 0 : pair.0 * exp(-pair.1)
      return sum + z * z
    }
  }

  /// `½ (tr Σ_q⁻¹Σ_p − d − ln det Σ_q⁻¹Σ_p + (m_p − m_q)ᵀΣ_q⁻¹(m_p − m_q))`, from terms none of which is
  /// negative.
  public func klDivergence(from p: Member, to q: Member) -> Double {
    if p == q { return 0 }
    let d = dimensions
    var sum = squaredDistance(zip(p.mean, q.mean).map { $0 - $1 }, in: q.factor)
    for j in 0..<d {
      let column = q.factor.residuals(of: (0..<d).map { p.factor.rows[$0 * d + j] })
      sum += Divergence.exponential(2 * (p.factor.logScales[j] - q.factor.logScales[j]))
      for i in j + 1..<max(d, j + 1) where column[i] != 0 {
        let entry = column[i] * exp(p.factor.logScales[j] - q.factor.logScales[i])
        sum += entry * entry
      }
    }
    return 0.5 * sum
  }
}
