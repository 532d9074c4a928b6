/// A vector of D real numbers: a natural parameter θ, a statistic φ or a mean parameter μ.
///
/// One-parameter families use `Double` itself, so that their loops carry no arrays.
public protocol ParameterVector: Sendable, Equatable {
  /// Number of components, D.
  var dimension: Int { get }
  /// Component `index`, 0 ≤ index < D.
  subscript(index: Int) -> Double { get }
  /// The sum of two vectors of equal dimension.
  static func + (a: Self, b: Self) -> Self
  /// The difference of two vectors of equal dimension.
  static func - (a: Self, b: Self) -> Self
  /// The vector scaled by `factor`.
  static func * (factor: Double, vector: Self) -> Self
  /// The inner product Σ aᵢbᵢ.
  func dot(_ other: Self) -> Double
}

extension Double: ParameterVector {
  /// 1.
  @inlinable public var dimension: Int { 1 }

  /// The number itself, whatever `index`.
  @inlinable public subscript(index: Int) -> Double { self }

  /// The product of two numbers.
  @inlinable public func dot(_ other: Double) -> Double { self * other }
}

/// A symmetric D × D matrix, such as a Fisher information.
public struct SymmetricMatrix: Sendable, Equatable {
  /// Number of rows, D.
  public let dimension: Int
  private var entries: [Double]

  /// A matrix from its entries `entry(i, j)` with `j ≤ i`.
  public init(dimension: Int, entry: (Int, Int) -> Double) {
    self.dimension = dimension
    entries = (0..<dimension).flatMap { i in (0...i).map { j in entry(i, j) } }
  }

  /// The entry in row `i` and column `j`.
  public subscript(i: Int, j: Int) -> Double {
    let (row, column) = i >= j ? (i, j) : (j, i)
    return entries[row * (row + 1) / 2 + column]
  }
}
