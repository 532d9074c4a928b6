import PortableMath

/// What a training set tells a Gaussian of several variables: its mean, and how it scatters about it.
///
/// The scatter is kept as a factor with the logarithms of its scales, which neither underflow nor lose the
/// narrow directions beside the wide ones, as `Σ ssᵀ` would.
public struct MultivariateStatistics: TrainingStatistics {
  /// Number of points.
  public let count: Double
  /// Their mean.
  public let centre: [Double]
  /// The factor of `Σ (s − centre)(s − centre)ᵀ`.
  public let scatter: CovarianceFactor

  /// The statistics of `count` points about their mean.
  public init(count: Double, centre: [Double], scatter: CovarianceFactor) {
    precondition(
      centre.count == scatter.dimension, "a centre and a scatter of d variables are needed")
    (self.count, self.centre, self.scatter) = (count, centre, scatter)
  }

  /// The statistics of no points.
  @usableFromInline
  init(noneOf dimensions: Int) {
    self.init(
      count: 0, centre: [Double](repeating: 0, count: dimensions),
      scatter: CovarianceFactor(zero: dimensions))
  }

  /// The statistics of one point.
  public init(point: [Double]) {
    self.init(count: 1, centre: point, scatter: CovarianceFactor(zero: point.count))
  }

  /// The statistics with the given sums of `s_i` and `s_i s_j`.
  ///
  /// A variance below 10⁻¹² of the sum of squares, what the variables before it explain being left out, is
  /// taken for 0: a sum no longer tells it.
  public init(sum: DenseVector, count: Double) {
    let d = Self.dimensions(of: sum)
    let first = sum.components[0..<d]
    let centre = first.map { count > 0 ? $0 / count : 0 }
    var matrix = [Double](repeating: 0, count: d * d)
    var squares = [Double](repeating: 0, count: d)
    var place = d
    for i in 0..<d {
      squares[i] = sum[place]
      for j in i..<d {
        matrix[j * d + i] = sum[place] - first[j] * centre[i]
        place += 1
      }
    }
    self.init(
      count: count, centre: centre,
      scatter: CovarianceFactor(of: matrix, resolution: squares.map { 1e-12 * $0 }))
  }

  /// d, from the number of components `d(d + 3)/2`.
  static func dimensions(of vector: DenseVector) -> Int {
    let d = Int(((Double(9 + 8 * vector.dimension).squareRoot() - 3) / 2).rounded())
    precondition(d * (d + 3) / 2 == vector.dimension, "d(d + 3)/2 components are needed")
    return d
  }

  /// The vector of `first(i)`, and `second(i, j)` for i ≤ j row by row.
  static func vector(
    dimensions d: Int, first: (Int) -> Double, second: (Int, Int) -> Double
  ) -> DenseVector {
    var components: [Double] = []
    components.reserveCapacity(d * (d + 3) / 2)
    for i in 0..<d { components.append(first(i)) }
    for i in 0..<d {
      for j in i..<d { components.append(second(i, j)) }
    }
    return DenseVector(components)
  }

  /// `(Σ s_i, Σ s_i s_j)`.
  public var sum: DenseVector {
    let (d, matrix) = (centre.count, scatter.matrix)
    return Self.vector(
      dimensions: d, first: { count * centre[$0] },
      second: { count * centre[$0] * centre[$1] + matrix[$0 * d + $1] })
  }

  /// The statistics of two training sets taken together.
  public static func + (a: Self, b: Self) -> Self {
    if a.count == 0 { return b }
    if b.count == 0 { return a }
    precondition(a.centre.count == b.centre.count, "dimensions must agree")
    let count = a.count + b.count
    let share = b.count / count
    let distance = zip(a.centre, b.centre).map { $1 - $0 }
    var scatter = a.scatter
    scatter.add(b.scatter)
    scatter.add(
      logWeight: log(a.count * share), distance,
      sizes: zip(a.centre, b.centre).map { abs($0) + abs($1) })
    return Self(
      count: count, centre: zip(a.centre, distance).map { $0 + share * $1 }, scatter: scatter)
  }

  /// The statistics of points that count `weight` times each.
  public static func * (weight: Double, data: Self) -> Self {
    Self(
      count: weight * data.count, centre: data.centre,
      scatter: data.scatter.scaled(by: 0.5 * log(weight)))
  }
}
