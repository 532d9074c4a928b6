import PortableMath

/// Sums of scatters, in terms of their factors alone.
///
/// The squares of a factor have only half its digits. A sum is made of updates of rank one (Bennett, 1965; Gill,
/// Golub, Murray and Saunders, 1974), which never form them, with weights kept as logarithms.
extension CovarianceFactor {
  /// Adds `e^logWeight v vᵀ`.
  ///
  /// What is left of a component of v once the variables before it are accounted for, and is within rounding
  /// of what it is the difference of, is taken for 0: points on a plane stay on it.
  ///
  /// - Parameter sizes: what the components of v themselves are rounded beside.
  mutating func add(logWeight: Double, _ v: [Double], sizes: [Double]) {
    let d = dimension
    let negligible = Self.negligible(d)
    var logWeight = logWeight
    var rest = v
    var sizes = sizes
    var isRemainder = false
    for j in 0..<d {
      if logWeight == -.infinity { return }
      let p = rest[j]
      if abs(p) <= (isRemainder ? negligible * sizes[j] : 0) { continue }
      isRemainder = true
      let old = 2 * logScales[j]
      let gain = logWeight + 2 * log(abs(p))
      // What is new beside what was there, and what becomes of the sum of both.
      let excess = gain - old
      let (kept, share) = (1 / (1 + exp(excess)), 1 / (1 + exp(-excess)))
      if excess > 0 {
        let growth = log1p(exp(-excess))
        logScales[j] = 0.5 * (gain + growth)
        logWeight -= excess + growth
      } else {
        let growth = log1p(exp(excess))
        logScales[j] = 0.5 * (old + growth)
        logWeight -= growth
      }
      for i in j + 1..<max(d, j + 1) {
        let ratio = rows[i * d + j]
        rows[i * d + j] = kept * ratio + share * (rest[i] / p)
        sizes[i] += abs(p * ratio)
        rest[i] -= p * ratio
      }
    }
  }

  /// Adds another scatter.
  mutating func add(_ other: Self) {
    for k in 0..<dimension where other.logScales[k] != -.infinity {
      let column = (0..<dimension).map { other.rows[$0 * dimension + k] }
      add(logWeight: 2 * other.logScales[k], column, sizes: column.map { abs($0) })
    }
  }

  /// Adds `e^logWeight` to every variance.
  mutating func add(toDiagonal logWeight: Double) {
    for k in 0..<dimension {
      let axis = (0..<dimension).map { $0 == k ? 1.0 : 0 }
      add(logWeight: logWeight, axis, sizes: axis)
    }
  }
}
