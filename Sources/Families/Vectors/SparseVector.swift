/// A vector of many components of which few may differ from zero.
///
/// Models with one parameter per configuration have vectors far longer than any sample; what is stored
/// is the components that are not zero, in order, so that cost follows the sample.
public struct SparseVector: ParameterVector {
  /// Number of components, D; 0 for ``zero``, which fits any.
  public let dimension: Int
  /// Where the components differ from zero, in increasing order.
  public private(set) var indices: [Int]
  /// Their values, none of them zero.
  public private(set) var values: [Double]

  /// The vector with the given components, in increasing order of their indices.
  ///
  /// - Parameters:
  ///   - dimension: how many components the vector has, those of zero included.
  ///   - components: each with an index from 0 to `dimension` − 1; other orders or indices stop the
  ///     program.
  public init(dimension: Int, components: [(index: Int, value: Double)]) {
    self.dimension = dimension
    let kept = components.filter { $0.value != 0 }
    indices = kept.map(\.index)
    values = kept.map(\.value)
    precondition(
      zip(indices, indices.dropFirst()).allSatisfy { $0 < $1 } && (indices.first ?? 0) >= 0
        && (indices.last ?? -1) < dimension, "indices must increase from 0 to D − 1")
  }

  /// The vector with all the given components.
  public init(_ components: [Double]) {
    self.init(
      dimension: components.count,
      components: components.enumerated().map { (index: $0.offset, value: $0.element) })
  }

  /// The vector of zeros, of any dimension.
  public static var zero: SparseVector { SparseVector([]) }

  /// All D components.
  public var components: [Double] {
    var result = [Double](repeating: 0, count: dimension)
    for (index, value) in zip(indices, values) { result[index] = value }
    return result
  }

  /// Component `index`; to read or write one takes a search.
  public subscript(index: Int) -> Double {
    get {
      let place = lowerBound(of: index)
      return place < indices.count && indices[place] == index ? values[place] : 0
    }
    set {
      precondition(index >= 0 && index < dimension, "an index from 0 to D − 1 is needed")
      let place = lowerBound(of: index)
      let isStored = place < indices.count && indices[place] == index
      switch (isStored, newValue != 0) {
      case (true, true): values[place] = newValue
      case (true, false):
        indices.remove(at: place)
        values.remove(at: place)
      case (false, true):
        indices.insert(index, at: place)
        values.insert(newValue, at: place)
      case (false, false): break
      }
    }
  }

  /// The place of `index` among ``indices``, or where it would be.
  private func lowerBound(of index: Int) -> Int {
    var (low, high) = (0, indices.count)
    while low < high {
      let middle = (low + high) / 2
      if indices[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The sum.
  public static func + (a: Self, b: Self) -> Self { merge(a, b) { $0 + $1 } }

  /// The difference.
  public static func - (a: Self, b: Self) -> Self { merge(a, b) { $0 - $1 } }

  /// The vector scaled by `factor`.
  public static func * (factor: Double, vector: Self) -> Self {
    SparseVector(
      dimension: vector.dimension,
      components: zip(vector.indices, vector.values).map { (index: $0, value: factor * $1) })
  }

  /// The inner product.
  public func dot(_ other: Self) -> Double {
    var (i, j, sum) = (0, 0, 0.0)
    while i < indices.count, j < other.indices.count {
      if indices[i] < other.indices[j] {
        i += 1
      } else if indices[i] > other.indices[j] {
        j += 1
      } else {
        sum += values[i] * other.values[j]
        i += 1
        j += 1
      }
    }
    return sum
  }

  /// The vector whose components are those of this one after `transform`, all D of them.
  public func map(_ transform: (Int, Double) -> Double) -> Self {
    SparseVector(components.enumerated().map { transform($0.offset, $0.element) })
  }

  /// The components of two vectors joined by `operation`, which keeps zeros.
  private static func merge(_ a: Self, _ b: Self, _ operation: (Double, Double) -> Double) -> Self {
    precondition(
      a.dimension == b.dimension || a.dimension == 0 || b.dimension == 0, "dimensions must agree")
    var components: [(index: Int, value: Double)] = []
    components.reserveCapacity(a.indices.count + b.indices.count)
    var (i, j) = (0, 0)
    while i < a.indices.count || j < b.indices.count {
      let left = i < a.indices.count ? a.indices[i] : .max
      let right = j < b.indices.count ? b.indices[j] : .max
      components.append(
        (
          index: min(left, right),
          value: operation(left <= right ? a.values[i] : 0, right <= left ? b.values[j] : 0)
        ))
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    return SparseVector(dimension: max(a.dimension, b.dimension), components: components)
  }

  /// A symmetric matrix.
  public typealias Matrix = DiagonalAndOuterProduct
}

/// The symmetric matrix `diag(d) − c wwᵀ`: the covariance of a categorical variable is one.
public struct DiagonalAndOuterProduct: SymmetricMatrix {
  /// d, all D entries.
  public let diagonal: [Double]
  /// c.
  public let weight: Double
  /// w.
  public let vector: SparseVector

  /// The matrix `diag(diagonal) − weight · vector vectorᵀ`.
  public init(diagonal: [Double], weight: Double, vector: SparseVector) {
    self.diagonal = diagonal
    self.weight = weight
    self.vector = vector
  }

  /// The entry in row `i` and column `j`.
  public subscript(i: Int, j: Int) -> Double {
    (i == j ? diagonal[i] : 0) - weight * vector[i] * vector[j]
  }

  /// The matrix with `extra` added to its diagonal.
  public func addingDiagonal(_ extra: SparseVector) -> Self {
    Self(
      diagonal: zip(diagonal, extra.components).map { $0 + $1 }, weight: weight, vector: vector)
  }

  /// The solution of `A x = b` by the formula of Sherman and Morrison.
  ///
  /// It loses as many digits as `1 − c wᵀd⁻¹w`, for a covariance the probability of the symbol left out,
  /// is small.
  public func solve(_ b: SparseVector) -> SparseVector? {
    guard diagonal.allSatisfy({ $0 > 0 && $0 < .infinity }) else { return nil }
    func divided(_ v: SparseVector) -> SparseVector { v.map { $1 / diagonal[$0] } }
    let (x, y) = (divided(b), divided(vector))
    let rest = 1 - weight * vector.dot(y)
    guard rest > 1e-14 else { return nil }
    return x + (weight * vector.dot(x) / rest) * y
  }
}
