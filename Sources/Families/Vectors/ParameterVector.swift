/// A vector of D real numbers: a natural parameter θ, a statistic φ or a mean parameter μ.
///
/// One-parameter families use `Double` itself and two-parameter ones `SIMD2<Double>`, so that their
/// loops carry no arrays.
public protocol ParameterVector: Sendable, Equatable {
  /// A symmetric D × D matrix, such as a Fisher information.
  associatedtype Matrix: SymmetricMatrix where Matrix.Vector == Self

  /// The vector of D zeros.
  static var zero: Self { get }
  /// Number of components, D.
  var dimension: Int { get }
  /// Component `index`, 0 ≤ index < D.
  subscript(index: Int) -> Double { get set }
  /// The sum of two vectors of equal dimension.
  static func + (a: Self, b: Self) -> Self
  /// The difference of two vectors of equal dimension.
  static func - (a: Self, b: Self) -> Self
  /// The vector scaled by `factor`.
  static func * (factor: Double, vector: Self) -> Self
  /// The inner product Σ aᵢbᵢ.
  func dot(_ other: Self) -> Double
  /// The vector whose components are those of this one after `transform`.
  func map(_ transform: (Int, Double) -> Double) -> Self
}

extension ParameterVector {
  /// Component by component.
  @inlinable
  public func map(_ transform: (Int, Double) -> Double) -> Self {
    var result = self
    for i in 0..<dimension { result[i] = transform(i, self[i]) }
    return result
  }
}

extension Double: ParameterVector {
  /// A 1 × 1 matrix.
  public typealias Matrix = SymmetricMatrix1

  /// 1.
  @inlinable public var dimension: Int { 1 }

  /// The number itself, whatever `index`.
  @inlinable public subscript(index: Int) -> Double {
    get { self }
    set { self = newValue }
  }

  /// The product of two numbers.
  @inlinable public func dot(_ other: Double) -> Double { self * other }
}

extension SIMD2: ParameterVector where Scalar == Double {
  /// A 2 × 2 matrix.
  public typealias Matrix = SymmetricMatrix2

  /// 2.
  @inlinable public var dimension: Int { 2 }

  /// The inner product.
  @inlinable public func dot(_ other: Self) -> Double { x * other.x + y * other.y }
}
