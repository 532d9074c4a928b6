import Families
import Foundation
import NumericalMethods
import Randomness

/// `L D Lᵀ` of a symmetric matrix, by rows: L and the diagonal of D.
private func decomposition(_ matrix: [[Jet]]) -> (rows: [[Jet]], pivots: [Jet]) {
  var (rows, pivots) = (matrix, [Jet]())
  for i in matrix.indices {
    for j in 0..<i {
      let sum = (0..<j).reduce(matrix[i][j]) { $0 - rows[i][$1] * pivots[$1] * rows[j][$1] }
      rows[i][j] = sum / pivots[j]
    }
    pivots.append((0..<i).reduce(matrix[i][i]) { $0 - rows[i][$1] * rows[i][$1] * pivots[$1] })
  }
  return (rows, pivots)
}

extension MultivariateGaussian: TestedFamily {
  package static var instances: [MultivariateGaussian] { [2, 3].map(MultivariateGaussian.init) }
  package var name: String { "Gaussian, d = \(dimensions)" }

  package var hasSymmetry: Bool { true }
  package func movedModels<G: RandomNumberGenerator>(
    using generator: inout G
  ) -> [(p: Member, q: Member)] {
    func model() -> (mean: [Double], covariance: [[Double]]) {
      let covariance = matrix { i, j in i == j ? generator.uniform(1, 2) : 0.25 }
      return ((0..<dimensions).map { _ in generator.coarse(-2, 2) }, covariance)
    }
    let (p, q) = (model(), model())
    return [(0, 1), (0x1p30, 1), (-0x1p30, 0x1p10), (0, 0x1p-10)].map { origin, unit in
      func moved(_ model: (mean: [Double], covariance: [[Double]])) -> Member {
        member(
          mean: model.mean.map { unit * (origin + $0) },
          covariance: model.covariance.map { $0.map { unit * unit * $0 } })
      }
      return (moved(p), moved(q))
    }
  }

  /// The place of the component of `s_i s_j`.
  private func place(_ i: Int, _ j: Int) -> Int {
    let (low, high) = (min(i, j), max(i, j))
    return dimensions + (0..<low).reduce(0) { $0 + dimensions - $1 } + high - low
  }

  /// A symmetric matrix from the components of pairs.
  private func matrix<T>(_ entry: (Int, Int) -> T) -> [[T]] {
    (0..<dimensions).map { i in (0..<dimensions).map { entry(i, $0) } }
  }

  /// The precision at θ.
  private func precision(_ θ: [Jet]) -> [[Jet]] {
    matrix { i, j in i == j ? -2 * θ[place(i, i)] : -θ[place(i, j)] }
  }

  /// `½ θ₁ᵀΛ⁻¹θ₁ − ½ ln det Λ + (d/2) ln 2π`.
  package func automaticLogPartition(_ θ: [Jet]) -> Jet {
    let (rows, pivots) = decomposition(precision(θ))
    var (sum, rest) = (Jet(0.5 * Double(dimensions) * Foundation.log(2 * .pi)), [Jet]())
    for i in 0..<dimensions {
      rest.append((0..<i).reduce(θ[i]) { $0 - rows[i][$1] * rest[$1] })
      sum = sum + 0.5 * (rest[i] * rest[i] / pivots[i]) - 0.5 * log(pivots[i])
    }
    return sum
  }

  /// Widths over two decades, correlations of either sign, and means of the size of the widths or larger.
  package func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> DenseVector {
    while true {
      let widths = (0..<dimensions).map { _ in generator.logUniform(0.1, 10) }
      // Rows of a triangular factor.
      let factor = matrix { i, j in
        i == j ? widths[i] : j < i ? widths[i] * generator.uniform(-0.7, 0.7) : 0
      }
      let covariance = matrix { i, j in
        (0..<dimensions).reduce(0) { $0 + factor[i][$1] * factor[j][$1] }
      }
      let mean = widths.map { $0 * generator.signed(0.5, 4) }
      let θ = member(mean: mean, covariance: covariance).naturalParameter!
      if isInside(θ) { return θ }
    }
  }

  /// Whether all θ within three tenths of a standard deviation of φ, in every component, belong to the family:
  /// planted bugs tilt by that.
  private func isInside(_ θ: DenseVector) -> Bool {
    let J = fisherInformation(at: θ)
    let tilted = (0..<dimension).map { Jet(θ[$0] + 0.3 / J[$0, $0].squareRoot()) }
    return decomposition(precision(tilted)).pivots.allSatisfy { $0.value > 0 }
  }

  package var faces: [[[Double]]] { [] }
  package func vertices(of face: Member.Face) -> [[Double]] {}

  /// Less than no variance, none, that of one combination of two variables, and more correlation than there
  /// can be.
  package var impossibleMeans: [[Double]] {
    func mean(_ m: Double, _ second: (Int, Int) -> Double) -> [Double] {
      var components = [Double](repeating: m, count: dimension)
      for i in 0..<dimensions {
        for j in i..<dimensions { components[place(i, j)] = m * m + second(i, j) }
      }
      return components
    }
    return [
      mean(1) { _, _ in 0 }, mean(2) { _, _ in 1 }, mean(1) { $0 == $1 ? 1 : -1.001 },
      mean(0) { i, j in i == j ? (i == dimensions - 1 ? -0.001 : 1) : 0 },
      mean(0) { i, j in i == j ? (i == 0 ? 0 : 1) : 0.1 },
      mean(0) { i, j in i == j ? .infinity : 0 },
    ]
  }
  package var bounds: [StatisticBound]? { nil }

  /// Fewer may by chance be too close to a plane.
  package var safeSampleCount: Int { dimensions + 3 }

  /// Means are normal and scatters χ²; that of the last variable given the others has d − 1 degrees of freedom
  /// less; that mean and scatter are independent shows in the sum of their probability transforms.
  package func exactLaws(ofSumOf count: Int, at θ: DenseVector) -> [ExactLaw<DenseVector>] {
    let (n, d) = (Double(count), dimensions)
    let member = member(at: θ)
    let (mean, covariance) = (member.mean, member.covariance)
    func normal(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }
    func deviation(_ i: Int, _ sum: DenseVector) -> Double {
      (sum[i] - n * mean[i]) / (n * covariance[i][i]).squareRoot()
    }
    func scatter(_ sum: DenseVector) -> [[Double]] {
      matrix { i, j in sum[place(i, j)] - sum[i] * sum[j] / n }
    }
    func remainder(_ matrix: [[Double]]) -> Double {
      decomposition(matrix.map { $0.map { Jet($0) } }).pivots[d - 1].value
    }
    func chiSquared(
      _ name: String, degreesOfFreedom: Double, _ value: @escaping (DenseVector) -> Double
    ) -> ExactLaw<DenseVector> {
      ExactLaw(
        name, value: value,
        below: {
          ContinuousLaw.gammaCumulative(shape: 0.5 * degreesOfFreedom, rate: 0.5, at: $0)
        },
        above: {
          ContinuousLaw.chiSquaredSurvival(max(0, $0), degreesOfFreedom: degreesOfFreedom)
        })
    }
    var laws = (0..<d).map { i in
      ExactLaw<DenseVector>(
        "mean \(i)", value: { deviation(i, $0) }, below: normal, above: { normal(-$0) })
    }
    if count == 1 { return laws }
    laws += (0..<d).map { i in
      chiSquared("scatter \(i)", degreesOfFreedom: n - 1) { scatter($0)[i][i] / covariance[i][i] }
    }
    if count <= d { return laws }
    let last = remainder(covariance)
    let given = chiSquared("last given the others", degreesOfFreedom: n - Double(d)) {
      remainder(scatter($0)) / last
    }
    func triangle(_ u: Double) -> Double { u < 1 ? 0.5 * u * u : 1 - 0.5 * (2 - u) * (2 - u) }
    return laws + [
      given,
      ExactLaw(
        "mean and scatter",
        value: { normal(deviation(0, $0)) + given.below(given.value($0)) },
        below: triangle, above: { triangle(2 - $0) }),
    ]
  }
}
