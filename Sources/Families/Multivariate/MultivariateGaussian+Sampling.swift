import Randomness

extension MultivariateGaussian {
  /// The mean and the scatter of `count` points, by Bartlett's decomposition (1933) of the latter.
  ///
  /// The scatter is `L B Bᵀ Lᵀ`, L that of the covariance and B lower triangular with the roots of χ²
  /// variates of M − 1, …, M − d degrees of freedom on the diagonal and standard normal ones below. Of M ≤ d
  /// points only M − 1 columns of B are not 0.
  @inlinable
  public func drawStatistics<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> MultivariateStatistics {
    if count == 0 { return MultivariateStatistics(noneOf: dimensions) }
    let (d, n) = (dimensions, Double(count))
    let centre = drawPoint(from: member, scale: 1 / n.squareRoot(), using: &generator)
    var b = [Double](repeating: 0, count: d * d)
    for i in 0..<d {
      for j in 0..<min(i, count - 1) { b[i * d + j] = Normal.draw(using: &generator) }
      if i < count - 1 {
        let square = 2 * Gamma(shape: 0.5 * Double(count - 1 - i)).draw(using: &generator)
        b[i * d + i] = square.squareRoot()
      }
    }
    return MultivariateStatistics(count: n, centre: centre, scatter: member.factor.times(b))
  }

  /// `(Σ s_i; Σ s_i s_j)` over `count` points.
  public func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> DenseVector {
    drawStatistics(of: count, from: member, using: &generator).sum
  }

  /// One point.
  @inlinable
  public func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> [Double] {
    drawPoint(from: member, scale: 1, using: &generator)
  }

  /// One point whose deviation from the mean is `scale` times as large.
  @inlinable
  func drawPoint<G: RandomNumberGenerator>(
    from member: Member, scale: Double, using generator: inout G
  ) -> [Double] {
    var z = member.mean
    for i in z.indices { z[i] = Normal.draw(using: &generator) }
    var point = member.factor.applied(to: z, scale: scale)
    for i in point.indices { point[i] += member.mean[i] }
    return point
  }
}

extension MultivariateGaussian: ConjugateFamily {
  /// The precision is a Wishart variate with n + d + 2 degrees of freedom about the inverse of the scatter;
  /// the mean is normal given the covariance, about that of the data with Σ/n.
  ///
  /// With the scatter `L Lᵀ`, the covariance is `L K Kᵀ Lᵀ` where K is the inverse of a lower triangular matrix
  /// as Bartlett's, whose degrees of freedom grow from n + 3 to n + d + 2 along the diagonal.
  public func drawPosterior<G: RandomNumberGenerator>(
    given data: MultivariateStatistics, using generator: inout G
  ) throws(EstimationError) -> Member {
    try check(data)
    let d = dimensions
    var (rows, diagonal) = ([Double](repeating: 0, count: d * d), [Double](repeating: 0, count: d))
    for i in 0..<d {
      for j in 0..<i { rows[i * d + j] = Normal.draw(using: &generator) }
      let shape = 0.5 * (data.count + 3 + Double(i))
      diagonal[i] = (2 * Gamma(shape: shape).draw(using: &generator)).squareRoot()
    }
    // K = (N diag(g))⁻¹ with N unit lower triangular.
    for i in 0..<d {
      for j in 0..<i { rows[i * d + j] /= diagonal[j] }
      rows[i * d + i] = 1
    }
    var inverse = invertedUnitTriangle(rows, dimension: d)
    for i in 0..<d {
      for j in 0...i { inverse[i * d + j] /= diagonal[i] }
    }
    let factor = data.scatter.times(inverse)
    let model = Member(mean: data.centre, factor: factor)
    return Member(
      mean: drawPoint(from: model, scale: 1 / data.count.squareRoot(), using: &generator),
      factor: factor)
  }
}
