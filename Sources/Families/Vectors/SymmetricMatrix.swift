/// A symmetric D × D matrix: a Fisher information, or the curvature of a log-likelihood.
public protocol SymmetricMatrix: Sendable, Equatable {
  /// Vectors of D components.
  associatedtype Vector

  /// The entry in row `i` and column `j`.
  subscript(i: Int, j: Int) -> Double { get }
  /// The matrix with `diagonal` added to its diagonal.
  func addingDiagonal(_ diagonal: Vector) -> Self
  /// The solution x of `A x = b`; `nil` unless the matrix is positive definite to working accuracy.
  func solve(_ b: Vector) -> Vector?
}

/// A 1 × 1 matrix.
@frozen
public struct SymmetricMatrix1: SymmetricMatrix {
  /// The entry.
  public let value: Double

  /// The matrix with the given entry.
  @inlinable
  public init(_ value: Double) { self.value = value }

  /// The entry, whatever the indices.
  @inlinable public subscript(i: Int, j: Int) -> Double { value }

  /// The sum of the entry and `diagonal`.
  @inlinable
  public func addingDiagonal(_ diagonal: Double) -> Self { Self(value + diagonal) }

  /// `b/A`, or `nil` unless A is a positive number.
  @inlinable
  public func solve(_ b: Double) -> Double? { value > 0 && value < .infinity ? b / value : nil }
}

/// A 2 × 2 symmetric matrix.
@frozen
public struct SymmetricMatrix2: SymmetricMatrix {
  /// The entries on the diagonal.
  public let diagonal: SIMD2<Double>
  /// The entry off the diagonal.
  public let offDiagonal: Double

  /// The matrix with the given entries.
  @inlinable
  public init(diagonal: SIMD2<Double>, offDiagonal: Double) {
    self.diagonal = diagonal
    self.offDiagonal = offDiagonal
  }

  /// The entry in row `i` and column `j`.
  @inlinable public subscript(i: Int, j: Int) -> Double { i == j ? diagonal[i] : offDiagonal }

  /// The matrix with `extra` added to its diagonal.
  @inlinable
  public func addingDiagonal(_ extra: SIMD2<Double>) -> Self {
    Self(diagonal: diagonal + extra, offDiagonal: offDiagonal)
  }

  /// The solution of `A x = b` by elimination, in which rows of any scale lose no accuracy.
  @inlinable
  public func solve(_ b: SIMD2<Double>) -> SIMD2<Double>? {
    guard diagonal.x > 0, diagonal.y > 0 else { return nil }
    let ratio = offDiagonal / diagonal.x
    let pivot = diagonal.y - ratio * offDiagonal
    guard pivot > 1e-15 * diagonal.y, pivot < .infinity, diagonal.x < .infinity else { return nil }
    let y = (b.y - ratio * b.x) / pivot
    return SIMD2((b.x - offDiagonal * y) / diagonal.x, y)
  }
}
