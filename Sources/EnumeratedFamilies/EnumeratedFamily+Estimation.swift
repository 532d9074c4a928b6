import ConvexFaces
import ExponentialFamilies

extension EnumeratedFamily {
  /// The maximum-likelihood estimate, on the smallest face that holds the mean statistic.
  ///
  /// Whole data, n points with any statistics from the table, are sums of integers, and their face is proved
  /// in exact arithmetic. Where points count fractionally, a mean within 1e−12 of a face, relative to
  /// the size of the hull, is on it.
  ///
  /// - Throws: ``EstimationError`` if there are no data, if they cannot come from this family, or if a
  ///   problem of many states stays undecided.
  public func maximumLikelihood(
    _ data: SufficientStatistics<DenseVector>
  ) throws(EstimationError) -> Member {
    guard data.count > 0 else { throw .noData }
    let lattice = LatticeSum(data, table)
    guard lattice.isFinite else { throw outsideSupport(data) }
    let states: [Int]
    do throws(FaceError) {
      states = try lattice.smallestFace(in: table)
    } catch {
      if case .outside = error { throw outsideSupport(data) }
      throw .undecided(reason: error.description)
    }
    let model = table.model(of: states)
    let (parameter, logProbabilities) = try model.fit(sum: lattice.sum, count: data.count)
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

/// A sum of statistics in units of the lattice.
private struct LatticeSum {
  /// Integers, if the data are whole.
  let sum: [Double]
  private let count: Double
  private let isWhole: Bool

  init(_ data: SufficientStatistics<DenseVector>, _ table: StateTable) {
    let components = data.sum.components
    precondition(
      components.isEmpty || components.count == table.units.count, "a sum of D components")
    let units = table.units.enumerated().map { a, unit in
      components.isEmpty ? 0 : unit.units(in: components[a])
    }
    // Sums of decimals carry rounding, of the size of their terms.
    let size = data.count * Double(table.largest)
    let rounding = min(0.25, 0x1p-48 * size)
    let nearest = units.map { $0.rounded() }
    isWhole =
      size < 0x1p51 && data.count == data.count.rounded()
      && zip(units, nearest).allSatisfy { abs($0 - $1) <= rounding && abs($1) <= size }
    sum = isWhole ? nearest : units
    count = data.count
  }

  var isFinite: Bool { count < .infinity && sum.allSatisfy(\.isFinite) }

  /// Proved, or within reach of the mean.
  func smallestFace(in table: StateTable) throws(FaceError) -> [Int] {
    if isWhole {
      let sum = sum.map { Int($0) }
      if let face = table.faces.smallestFace(containing: sum, count: Int(count)) { return face }
      return try table.whole.polytope.smallestFace(containing: sum, count: Int(count))
    }
    let isBalanced = table.balance.allSatisfy { $0 == 1 }
    let mean = sum.indices.map { a in
      isBalanced
        ? sum[a] / count
        : (sum[a] / count - Double(table.integers[a])) * Double(table.balance[a])
    }
    return try table.balanced.smallestFace(near: mean, tolerance: 1e-12)
  }
}
