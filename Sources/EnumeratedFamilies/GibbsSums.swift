import Families
import PortableMath

/// Sums over rows x of numbers y with the weights `h_x exp(λ·y_x)`.
struct GibbsSums: Sendable {
  /// Number of rows.
  let count: Int
  /// Numbers in a row.
  let width: Int
  /// `count × width` numbers, row after row.
  let entries: [Double]
  /// `ln h`.
  let logBase: [Double]

  init(width: Int, entries: [Double], logBase: [Double]) {
    (self.width, self.entries, self.logBase) = (width, entries, logBase)
    count = logBase.count
  }

  /// `ln Σ h exp(λ·(y − origin))`, and the logarithms of the probabilities.
  func logProbabilities(
    at λ: [Double], about origin: [Double]
  ) -> (logPartition: Double, logProbabilities: [Double]) {
    var exponents = logBase
    entries.withUnsafeBufferPointer { y in
      λ.withUnsafeBufferPointer { λ in
        origin.withUnsafeBufferPointer { origin in
          for x in 0..<count {
            var sum = 0.0
            for a in 0..<width { sum += λ[a] * (y[x * width + a] - origin[a]) }
            exponents[x] += sum
          }
        }
      }
    }
    let largest = exponents.max() ?? 0
    let logPartition = largest + log(exponents.reduce(0) { $0 + exp($1 - largest) })
    for x in 0..<count { exponents[x] -= logPartition }
    return (logPartition, exponents)
  }

  /// `Σ p (y − origin)`.
  func mean(_ probabilities: [Double], about origin: [Double]) -> [Double] {
    var mean = [Double](repeating: 0, count: width)
    entries.withUnsafeBufferPointer { y in
      for x in 0..<count where probabilities[x] > 0 {
        for a in 0..<width { mean[a] += probabilities[x] * (y[x * width + a] - origin[a]) }
      }
    }
    return mean
  }

  /// `Σ p (y − mean)(y − mean)ᵀ`.
  func covariance(_ probabilities: [Double], about mean: [Double]) -> DenseSymmetricMatrix {
    var sums = [Double](repeating: 0, count: width * width)
    var row = mean
    sums.withUnsafeMutableBufferPointer { sums in
      row.withUnsafeMutableBufferPointer { row in
        entries.withUnsafeBufferPointer { y in
          for x in 0..<count where probabilities[x] > 0 {
            for a in 0..<width { row[a] = y[x * width + a] - mean[a] }
            for a in 0..<width {
              let weighted = probabilities[x] * row[a]
              for b in 0...a { sums[a * width + b] += weighted * row[b] }
            }
          }
        }
      }
    }
    return DenseSymmetricMatrix(dimension: width) { sums[$0 * width + $1] }
  }

  /// `ln Σ h exp(λ·(y − origin))` to second order.
  func expansion(at λ: [Double], about origin: [Double]) -> ConvexExpansion<DenseVector> {
    let (value, logProbabilities) = logProbabilities(at: λ, about: origin)
    let probabilities = logProbabilities.map { exp($0) }
    let gradient = mean(probabilities, about: origin)
    let mean = zip(gradient, origin).map { $0 + $1 }
    return ConvexExpansion(
      value: value, gradient: DenseVector(gradient),
      curvature: covariance(probabilities, about: mean))
  }
}
