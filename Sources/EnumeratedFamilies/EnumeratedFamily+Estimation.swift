import Families

extension EnumeratedFamily {
  /// The maximum-likelihood estimate, on the smallest face that holds the mean statistic.
  ///
  /// Whole data, n points with any statistics from the table, are sums of integers, and their face is proved
  /// in exact arithmetic; where sums are not exact in doubles, if they were put together from those of drawn
  /// samples and ``statistic(of:)``, which carry what a double leaves. Where points count fractionally, a mean within 1e−12 of a face, relative to
  /// the size of the hull, is on it.
  ///
  /// - Throws: ``/Families/EstimationError`` if there are no data, if they cannot come from this family, or if a
  ///   problem of many states stays undecided.
  public func maximumLikelihood(
    _ data: SufficientStatistics<DenseVector>
  ) throws(EstimationError) -> Member {
    guard data.count > 0 else { throw .noData }
    let lattice = LatticeSum(data, in: table)
    guard lattice.isFinite else { throw outsideSupport(data) }
    let states: [Int]
    do throws(FaceError) {
      states = try lattice.smallestFace(in: table)
    } catch {
      if case .outside = error { throw outsideSupport(data) }
      throw .undecided(reason: error.description)
    }
    let model = table.model(of: states)
    let (parameter, logProbabilities) = try model.fit(lattice)
    if states.count < stateCount {
      return Member(
        table: table, θ: nil, states: states, logProbabilities: logProbabilities,
        isAbsorbed: model.isPoint)
    }
    // θ is per unit of φ, not of the lattice.
    let θ = zip(parameter, table.units).map { $1.units(in: $0) }
    return member(at: DenseVector(θ))
  }

  /// 0, the base measure itself.
  public func startingPoint(
    for data: SufficientStatistics<DenseVector>
  ) throws(EstimationError) -> DenseVector {
    guard data.count > 0 else { throw .noData }
    return DenseVector([Double](repeating: 0, count: dimension))
  }

  private func outsideSupport(_ data: SufficientStatistics<DenseVector>) -> EstimationError {
    .outsideSupport(
      mean: "(\(data.mean.components.map { "\($0)" }.joined(separator: ", ")))",
      allowed: "the convex hull of those of its \(stateCount) states")
  }
}
