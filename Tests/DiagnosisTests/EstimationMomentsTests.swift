import NumericalMethods
import Testing
import Theory

import Diagnosis

/// What the estimator takes for granted of a step, against chains and matrices.
@Suite struct EstimationMomentsTests {
  /// Mean and variance of one share some generations on, against the exact chain.
  @Test(arguments: [(1, 3), (2, 3), (5, 1), (4, 20)])
  func stepsAreThoseOfTheChain(gap: Int, fresh: Int) {
    let (own, truth, start) = (20, 0.3, 0.75)
    let chain = AnchoredSpinsChain(
      spins: 1, samples: own, external: .fresh(points: fresh, frequency: truth))
    let law = chain.law(from: start, generations: gap)
    let mean = law.indices.reduce(0) { $0 + law[$1] * chain.frequency($1) }
    let variance = law.indices.reduce(0) {
      $0 + law[$1] * (chain.frequency($1) - mean) * (chain.frequency($1) - mean)
    }
    let rows = Double(own + fresh)
    let moments = StepMoments(gap: gap, rows: rows, pull: Double(fresh) / rows)
    let d = truth - start
    let u = truth - moments.distance * d
    #expect(abs(start + moments.pull * d - mean) < 1e-12)
    #expect(
      abs(moments.noise / rows * (u * (1 - u) - moments.correction * d * d) - variance) < 1e-12)
  }

  /// The covariance of four shares, by its recursion as a matrix.
  @Test func covarianceIsThatOfTheRecursion() {
    let (x, truth) = ([0.4, 0.1, 0.5, 0.0], [0.1, 0.2, 0.3, 0.4])
    let (rows, a, gap) = (30.0, 0.2, 3)
    var (mean, covariance) = (x, [[Double]](repeating: [0, 0, 0, 0], count: 4))
    func variance(_ p: [Double], _ i: Int, _ j: Int) -> Double { (i == j ? p[i] : 0) - p[i] * p[j] }
    for _ in 0..<gap {
      covariance = (0..<4).map { i in
        (0..<4).map { j in
          let own = variance(mean, i, j) - covariance[i][j]
          return (1 - a) * (1 - a) * covariance[i][j]
            + ((1 - a) * own + a * variance(truth, i, j)) / rows
        }
      }
      mean = zip(mean, truth).map { (1 - a) * $0 + a * $1 }
    }
    let moments = StepMoments(gap: gap, rows: rows, pull: a)
    let d = zip(truth, x).map { $0 - $1 }
    let u = zip(truth, d).map { $0 - moments.distance * $1 }
    for i in 0..<4 {
      for j in 0..<4 {
        let claimed = moments.noise / rows * (variance(u, i, j) - moments.correction * d[i] * d[j])
        #expect(abs(claimed - covariance[i][j]) < 1e-14)
      }
    }
  }

  /// Score and information use the inverse of the covariance, which a dense solve confirms.
  @Test func scoreIsThatOfTheInverse() throws {
    let history = SymbolHistory(
      column: "c", symbols: ["a", "b", "c", "d"], truth: [100_000, 200_000, 300_000, 400_000],
      generations: [0, 1], counts: [[16, 4, 18, 2], [14, 7, 16, 3]])
    let (a, rows) = (0.3, 40.0)
    let sums = LoopPath(history).sums(at: a)
    let x = history.counts[0].map { Double($0) / rows }
    let truth = [0.1, 0.2, 0.3, 0.4]
    let d = zip(truth, x).map { $0 - $1 }
    let r = zip(history.counts[1], zip(x, d)).map { Double($0) / rows - $1.0 - a * $1.1 }
    // Three of the four shares carry everything.
    let matrix = (0..<3).map { i in
      (0..<3).map { j in
        ((1 - a) * ((i == j ? x[i] : 0) - x[i] * x[j])
          + a * ((i == j ? truth[i] : 0) - truth[i] * truth[j])) / rows
      }
    }
    let solved = solve(matrix, Array(d.prefix(3)))
    #expect(abs(zip(solved, r).reduce(0) { $0 + $1.0 * $1.1 } - sums.score) < 1e-9)
    #expect(abs(zip(solved, d).reduce(0) { $0 + $1.0 * $1.1 } - sums.information) < 1e-9)
  }

  /// Gauss's elimination of a positive definite system.
  private func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var (m, b) = (matrix, right)
    for i in b.indices {
      for k in (i + 1)..<max(i + 1, b.count) {
        let factor = m[k][i] / m[i][i]
        for j in i..<b.count { m[k][j] -= factor * m[i][j] }
        b[k] -= factor * b[i]
      }
    }
    for i in b.indices.reversed() {
      for j in (i + 1)..<max(i + 1, b.count) { b[i] -= m[i][j] * b[j] }
      b[i] /= m[i][i]
    }
    return b
  }
}
