import PortableMath

/// A lower triangular factor L of a covariance or a scatter, `S = L Lᵀ`, with scales of any size.
///
/// `L = U·diag(e^ℓ)` with U unit lower triangular. In a closed loop of maximum likelihood a covariance shrinks
/// forever, in some directions faster than in others: the logarithms ℓ are of moderate size where neither
/// the variances nor their ratios are doubles any more, and U settles.
public struct CovarianceFactor: Sendable, Equatable {
  /// Number of rows, d.
  public let dimension: Int
  /// U, row after row, with zeros above the diagonal.
  public internal(set) var rows: [Double]
  /// ℓ; −∞ where S is singular, and not a number where there is no S.
  public internal(set) var logScales: [Double]

  init(dimension: Int, rows: [Double], logScales: [Double]) {
    (self.dimension, self.rows, self.logScales) = (dimension, rows, logScales)
  }

  /// The factor of the zero matrix.
  @usableFromInline
  init(zero dimension: Int) {
    self.dimension = dimension
    rows = [Double](repeating: 0, count: dimension * dimension)
    for i in 0..<dimension { rows[i * dimension + i] = 1 }
    logScales = [Double](repeating: -.infinity, count: dimension)
  }

  /// The factor of a positive semidefinite matrix, row after row.
  ///
  /// - Parameter resolution: for each variable, the pivot up to which it is taken for a combination of those
  ///   before it. A pivot below minus that, or one of 0 whose column is not, makes its scale not a number.
  init(of matrix: [Double], resolution: [Double]) {
    let d = resolution.count
    self.init(zero: d)
    var rest = matrix
    for j in 0..<d {
      let pivot = rest[j * d + j]
      if abs(pivot) <= resolution[j] {
        for i in j + 1..<max(d, j + 1) {
          // An entry is at most the geometric mean of its pivots, here with room for rounding.
          let isNegligible =
            abs(rest[i * d + j]) <= 1e6 * (resolution[i] * resolution[j]).squareRoot()
          if !isNegligible { logScales[j] = .nan }
        }
        continue
      }
      logScales[j] = 0.5 * log(pivot)
      for i in j + 1..<max(d, j + 1) {
        let ratio = rest[i * d + j] / pivot
        rows[i * d + j] = ratio
        for k in j + 1...i { rest[i * d + k] -= ratio * rest[k * d + j] }
      }
    }
  }

  /// `½ ln det S`.
  public var halfLogDeterminant: Double { logScales.reduce(0, +) }

  /// Whether S is regular.
  var isRegular: Bool { logScales.allSatisfy { abs($0) < .infinity } }

  /// S, row after row; entries may be smaller than any double.
  public var matrix: [Double] {
    let d = dimension
    let scales = logScales.map { exp($0) }
    var scaled = rows
    for i in 0..<d {
      for k in 0...i { scaled[i * d + k] *= scales[k] }
    }
    var result = [Double](repeating: 0, count: d * d)
    for i in 0..<d {
      for j in 0...i {
        var sum = 0.0
        for k in 0...j { sum += scaled[i * d + k] * scaled[j * d + k] }
        result[i * d + j] = sum
        result[j * d + i] = sum
      }
    }
    return result
  }

  /// `L z · scale`.
  @usableFromInline
  func applied(to z: [Double], scale: Double) -> [Double] {
    let d = dimension
    var steps = z
    for k in 0..<d { steps[k] *= scale * exp(logScales[k]) }
    var result = steps
    for i in 0..<d {
      for k in 0..<i { result[i] += rows[i * d + k] * steps[k] }
    }
    return result
  }

  /// The rounding of a difference beside the sum of its terms, below which it is taken for 0.
  static func negligible(_ dimension: Int) -> Double { 2 * Double(dimension) * .ulpOfOne }

  /// `U⁻¹ v`, what the variables do not tell of one another; 0 where it is within rounding, since the scale
  /// it is measured on may be far below.
  func residuals(of v: [Double]) -> [Double] {
    let d = dimension
    var y = v
    for i in 0..<d {
      var size = abs(y[i])
      for k in 0..<i {
        let term = rows[i * d + k] * y[k]
        y[i] -= term
        size += abs(term)
      }
      if abs(y[i]) <= Self.negligible(d) * size { y[i] = 0 }
    }
    return y
  }

  /// `U⁻¹`, row after row.
  var inverseRows: [Double] { invertedUnitTriangle(rows, dimension: dimension) }

  /// The factor of `e^(2·logFactor) S`.
  @usableFromInline
  func scaled(by logFactor: Double) -> Self {
    var result = self
    for k in 0..<dimension { result.logScales[k] += logFactor }
    return result
  }

  /// The factor L B of `L B Bᵀ Lᵀ`, B lower triangular with a diagonal ≥ 0, and a column of zeros where
  /// that is 0.
  ///
  /// `L B = U C diag(e^ℓ′)` with `C_ij = e^(ℓ_i − ℓ_j) B_ij/B_jj` and `ℓ′_j = ℓ_j + ln B_jj`: a ratio of scales
  /// below e⁻⁶⁰⁰ is taken for 0, and one above e⁶⁰⁰ for that, so that U stays finite:
  /// the variable that has all but stopped to vary then no longer tells of the one after it.
  @usableFromInline
  func times(_ b: [Double]) -> Self {
    let d = dimension
    var (product, scales) = (b, logScales)
    for j in 0..<d { scales[j] += log(b[j * d + j]) }
    rows.withUnsafeBufferPointer { u in
      product.withUnsafeMutableBufferPointer { c in
        for i in 0..<d {
          for j in 0..<i where c[i * d + j] != 0 {
            let ratio = logScales[i] - logScales[j]
            // Below, products would be subnormal, and slow.
            c[i * d + j] *= ratio < -600 ? 0 : exp(min(600, ratio)) / b[j * d + j]
          }
          c[i * d + i] = 1
        }
        // From the last row up, so that the rows above are still those of C.
        for i in stride(from: d - 1, to: 0, by: -1) {
          let row = c.baseAddress! + i * d
          for k in 0..<i {
            let (factor, other) = (u[i * d + k], UnsafePointer(c.baseAddress! + k * d))
            for j in 0...k { row[j] += factor * other[j] }
          }
        }
      }
    }
    return Self(dimension: d, rows: product, logScales: scales)
  }
}

/// The inverse of a unit lower triangular matrix, row after row.
func invertedUnitTriangle(_ rows: [Double], dimension d: Int) -> [Double] {
  var inverse = [Double](repeating: 0, count: d * d)
  for i in 0..<d {
    inverse[i * d + i] = 1
    for k in 0..<i {
      let factor = rows[i * d + k]
      for j in 0...k { inverse[i * d + j] -= factor * inverse[k * d + j] }
    }
  }
  return inverse
}
