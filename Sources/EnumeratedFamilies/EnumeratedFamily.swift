import Families
import PortableMath

/// An exponential family over a finite set of states, given by a table.
///
/// `f(x|θ) = h_x exp(θ·φ_x − A(θ))` over n states x, each with a base measure h_x > 0 and D statistics φ_x. The
/// convex support is the hull of the points φ_x. Its faces are found in exact arithmetic: statistics are
/// decimal numbers, and each is counted in units of its own last decimal. States with the same φ are told
/// apart by samples of points alone; to φ they are one state, of the sum of their base measures.
public struct EnumeratedFamily: ExponentialFamily {
  /// The largest number of states.
  public static let maximumStates = 4096
  /// The largest number of statistics.
  public static let maximumStatistics = 80

  let table: StateTable

  /// The family of a table.
  ///
  /// - Parameters:
  ///   - names: a name for each state, all different; "0", "1" and so on unless given.
  ///   - statisticNames: a name for each statistic, all different; "φ1", "φ2" and so on unless given.
  ///   - baseMeasure: h, a finite number above 0 for each state.
  ///   - statistics: φ, a row of finite numbers for each state. Each number is taken for the shortest
  ///     decimal that stands for it; a column may need integers of 22 digits in units of its last
  ///     decimal.
  /// - Throws: ``TableError``, also where a statistic is constant or follows linearly from others.
  public init(
    names: [String]? = nil, statisticNames: [String]? = nil, baseMeasure: [Double],
    statistics: [[Double]]
  ) throws(TableError) {
    table = try StateTable(
      names: names, statisticNames: statisticNames, baseMeasure: baseMeasure,
      statistics: statistics)
  }

  /// The index of a state, from 0 to n − 1.
  public typealias DataPoint = Int

  /// Number of states, n.
  public var stateCount: Int { table.names.count }
  /// A name for each state.
  public var names: [String] { table.names }
  /// A name for each statistic.
  public var statisticNames: [String] { table.statisticNames }
  /// h.
  public var baseMeasure: [Double] { table.baseMeasure }
  /// D.
  public var dimension: Int { table.sums.width }

  // MARK: - Primitives

  /// `A(θ) = ln Σ h exp(θ·φ)`.
  public func logPartition(at θ: DenseVector) -> Double {
    table.sums.logProbabilities(at: parameter(θ), about: origin).logPartition
  }

  /// `μ(θ) = Σ p φ`.
  public func meanParameter(at θ: DenseVector) -> DenseVector {
    DenseVector(table.sums.mean(probabilities(at: θ), about: origin))
  }

  /// `J(θ) = Σ p (φ − μ)(φ − μ)ᵀ`.
  public func fisherInformation(at θ: DenseVector) -> DenseSymmetricMatrix {
    let p = probabilities(at: θ)
    return table.sums.covariance(p, about: table.sums.mean(p, about: origin))
  }

  /// `∂_c ln det J = Σ_ab (J⁻¹)_ab ∂_c J_ab = E[(d·J⁻¹d) d_c]`, d = φ − μ, from third moments.
  ///
  /// Not numbers where J is singular to working accuracy.
  public func logDeterminantGradient(at θ: DenseVector) -> DenseVector {
    let p = probabilities(at: θ)
    let mean = table.sums.mean(p, about: origin)
    let fisher = table.sums.covariance(p, about: mean)
    var inverse: [DenseVector] = []
    for a in 0..<dimension {
      guard let column = fisher.solve(DenseVector(origin.indices.map { $0 == a ? 1 : 0 })) else {
        return DenseVector(origin.map { _ in .nan })
      }
      inverse.append(column)
    }
    var gradient = DenseVector(origin)
    for x in 0..<stateCount where p[x] > 0 {
      let d = DenseVector(zip(table.statistic(of: x), mean).map { $0 - $1 })
      let length = inverse.indices.reduce(0) { $0 + d[$1] * inverse[$1].dot(d) }
      gradient = gradient + (p[x] * length) * d
    }
    return gradient
  }

  /// φ_x.
  ///
  /// - Parameter point: from 0 to n − 1.
  public func statistic(of point: Int) -> DenseVector {
    guard !table.isShort else { return DenseVector(Array(table.statistic(of: point))) }
    return DenseVector(
      parts: zip(table.integers(of: point), table.units).map { $1.parts(of: $0) })
  }

  /// `ln h_x`.
  public func logBaseMeasure(of point: Int) -> Double { table.sums.logBase[point] }

  /// `A(θ) − θ·φ̄`, `μ(θ) − φ̄` and J(θ), in one evaluation of the probabilities.
  public func expansion(
    at θ: DenseVector, about statistic: DenseVector
  ) -> ConvexExpansion<DenseVector> {
    table.sums.expansion(at: parameter(θ), about: parameter(statistic))
  }

  /// One over the range of each statistic.
  public var parameterScales: DenseVector { DenseVector(table.ranges.map { 1 / $0 }) }

  // MARK: - Probabilities

  private var origin: [Double] { [Double](repeating: 0, count: dimension) }

  /// The components, also of the zero of any dimension.
  private func parameter(_ vector: DenseVector) -> [Double] {
    if vector.components.isEmpty { return origin }
    precondition(vector.dimension == dimension, "a vector of D components is needed")
    return vector.components
  }

  private func probabilities(at θ: DenseVector) -> [Double] {
    logProbabilities(at: θ).map { exp($0) }
  }

  /// `ln p_x`.
  func logProbabilities(at θ: DenseVector) -> [Double] {
    table.sums.logProbabilities(at: parameter(θ), about: origin).logProbabilities
  }
}
