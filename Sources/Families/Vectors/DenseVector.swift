/// A vector of D numbers, for families whose number of parameters is known at run time only.
public struct DenseVector: ParameterVector {
  /// The components; none for ``zero``, which fits any dimension.
  public var components: [Double]

  /// What the doubles leave of each component, for sums that are exact to twice as many bits; else none.
  @usableFromInline var rests: [Double] = []

  /// The vector with the given components.
  @inlinable
  public init(_ components: [Double]) { self.components = components }

  /// The vector whose components are sums of two doubles, which are kept in its sums and multiples.
  package init(parts: [(value: Double, rest: Double)]) {
    components = parts.map(\.value)
    rests = parts.map(\.rest)
  }

  /// A component as a sum of two doubles; 0 in a vector without components.
  package func parts(_ index: Int) -> (value: Double, rest: Double) {
    components.isEmpty ? (0, 0) : (components[index], rests.isEmpty ? 0 : rests[index])
  }

  /// The vector of zeros, of any dimension.
  public static var zero: DenseVector { DenseVector([]) }

  /// Number of components, D.
  @inlinable public var dimension: Int { components.count }

  /// Component `index`.
  @inlinable public subscript(index: Int) -> Double {
    get { components[index] }
    set {
      components[index] = newValue
      if !rests.isEmpty { rests[index] = 0 }
    }
  }

  /// The sum.
  @inlinable
  public static func + (a: Self, b: Self) -> Self {
    if a.components.isEmpty { return b }
    if b.components.isEmpty { return a }
    precondition(a.dimension == b.dimension, "dimensions must agree")
    guard a.rests.isEmpty, b.rests.isEmpty else { return longSum(a, b) }
    var sum = a
    for i in a.components.indices { sum.components[i] += b.components[i] }
    return sum
  }

  /// The difference.
  @inlinable
  public static func - (a: Self, b: Self) -> Self { a + (-1 * b) }

  /// The vector scaled by `factor`.
  @inlinable
  public static func * (factor: Double, vector: Self) -> Self {
    guard vector.rests.isEmpty else { return longMultiple(factor, vector) }
    return DenseVector(vector.components.map { factor * $0 })
  }

  /// The sum with all that doubles leave (Møller and Knuth's exact sum of two).
  @usableFromInline
  static func longSum(_ a: Self, _ b: Self) -> Self {
    DenseVector(
      parts: a.components.indices.map { i in
        let (x, y) = (a.parts(i), b.parts(i))
        let sum = x.value + y.value
        let shifted = sum - x.value
        let rest = (x.value - (sum - shifted)) + (y.value - shifted)
        return renormalised(sum, rest + (x.rest + y.rest))
      })
  }

  /// The multiple with all that doubles leave.
  @usableFromInline
  static func longMultiple(_ factor: Double, _ vector: Self) -> Self {
    DenseVector(
      parts: vector.components.indices.map { i in
        let (value, rest) = vector.parts(i)
        let product = factor * value
        return renormalised(product, (-product).addingProduct(factor, value) + factor * rest)
      })
  }

  private static func renormalised(_ value: Double, _ rest: Double) -> (value: Double, rest: Double)
  {
    let sum = value + rest
    return (sum, rest - (sum - value))
  }

  /// The inner product.
  @inlinable
  public func dot(_ other: Self) -> Double {
    if components.isEmpty || other.components.isEmpty { return 0 }
    precondition(dimension == other.dimension, "dimensions must agree")
    var sum = 0.0
    for i in components.indices { sum += components[i] * other.components[i] }
    return sum
  }

  /// A symmetric matrix.
  public typealias Matrix = DenseSymmetricMatrix
}

/// A symmetric D × D matrix with all its entries.
public struct DenseSymmetricMatrix: SymmetricMatrix {
  /// D.
  public let dimension: Int
  /// D × D entries, row after row.
  public private(set) var entries: [Double]

  /// The matrix whose entry in row i and column j ≤ i is `entry(i, j)`.
  public init(dimension: Int, entry: (Int, Int) -> Double) {
    self.dimension = dimension
    entries = [Double](repeating: 0, count: dimension * dimension)
    for i in 0..<dimension {
      for j in 0...i {
        let value = entry(i, j)
        entries[i * dimension + j] = value
        entries[j * dimension + i] = value
      }
    }
  }

  /// The entry in row `i` and column `j`.
  public subscript(i: Int, j: Int) -> Double { entries[i * dimension + j] }

  /// The matrix with `diagonal` added to its diagonal.
  public func addingDiagonal(_ diagonal: DenseVector) -> Self {
    var sum = self
    for i in 0..<dimension { sum.entries[i * dimension + i] += diagonal[i] }
    return sum
  }

  /// The solution of `A x = b` by Cholesky's decomposition, in which rows of any scale lose no accuracy.
  public func solve(_ b: DenseVector) -> DenseVector? {
    guard let factor = CholeskyFactor(self) else { return nil }
    return DenseVector(factor.solve(b.components))
  }
}

/// `A = L Lᵀ` with L lower triangular.
struct CholeskyFactor {
  let dimension: Int
  /// L, row after row; above the diagonal nothing of meaning.
  private(set) var entries: [Double]

  /// The factor of a matrix; `nil` unless it is positive definite to working accuracy.
  init?(_ matrix: DenseSymmetricMatrix) {
    let d = matrix.dimension
    dimension = d
    entries = matrix.entries
    for j in 0..<d {
      let scale = matrix[j, j]
      var pivot = scale
      for k in 0..<j { pivot -= entries[j * d + k] * entries[j * d + k] }
      guard scale > 0, pivot > 1e-15 * scale, pivot < .infinity else { return nil }
      let root = pivot.squareRoot()
      entries[j * d + j] = root
      for i in stride(from: j + 1, to: d, by: 1) {
        var sum = entries[i * d + j]
        for k in 0..<j { sum -= entries[i * d + k] * entries[j * d + k] }
        entries[i * d + j] = sum / root
      }
    }
  }

  /// The solution of `A x = b`.
  func solve(_ b: [Double]) -> [Double] {
    let d = dimension
    var x = b
    for i in 0..<d {
      for k in 0..<i { x[i] -= entries[i * d + k] * x[k] }
      x[i] /= entries[i * d + i]
    }
    for i in stride(from: d - 1, through: 0, by: -1) {
      for k in stride(from: i + 1, to: d, by: 1) { x[i] -= entries[k * d + i] * x[k] }
      x[i] /= entries[i * d + i]
    }
    return x
  }
}
