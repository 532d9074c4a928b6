import Foundation

/// The loop of the draft's Proposition on faces, as long as all samples have φ₁ = 0: D = 2, M = 1.
///
/// Values (0, y), y uniform on (0, 1], and (±1, h(n)), n = 1, 2, …, of weight 2⁻ⁿ each. The estimate from a sample
/// (0, y) is (0, −κ) with the mean y.
private struct LoopTowardsAnEdge {
  /// The height h of a pair of values; 1/n, so that none of them is on the edge y = 0.
  var height: (Double) -> Double = { 1 / $0 }

  /// The probability of φ₁ ≠ 0, and the mean of φ₂, of the model at κ.
  func model(at κ: Double) -> (outside: Double, mean: Double) {
    // In units of exp(−κ) where that is large.
    let unit = max(0, -κ)
    let (weight, moment): (Double, Double) =
      abs(κ) < 1e-4
      ? (1 - κ / 2, 0.5 - κ / 3)
      : (
        (exp(-unit) - exp(-κ - unit)) / κ,
        (exp(-unit) - (1 + κ) * exp(-κ - unit)) / (κ * κ)
      )
    var (outside, height) = (0.0, 0.0)
    for n in 1...50 {
      let y = self.height(Double(n))
      let pair = 2 * pow(2, -Double(n)) * exp(-κ * y - unit)
      outside += pair
      height += pair * y
    }
    return (outside / (weight + outside), (moment + height) / (weight + outside))
  }

  private func parameter(atMean y: Double) -> Double {
    var (low, high) = (-1e4, 4 / y)
    for _ in 0..<70 {
      let middle = (low + high) / 2
      if model(at: middle).mean > y { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The probability to come from θ = 0 to y < 10⁻⁴ with φ₁ = 0 in all samples, and then to have φ₁ = 0 again.
  ///
  /// On a lattice in the logarithm of y/(1 − y); samples beyond its upper end are taken for lost.
  func probabilityOfTheEdge() -> Double {
    let cells = 200
    let (first, last) = (log(1e-4), log(1e3))
    let edges = (0...cells).map { i -> Double in
      let u = first + (last - first) * Double(i) / Double(cells)
      return 1 / (1 + exp(-u))
    }
    // Row by row: the probabilities of the cells, and of the edge y = 0.
    func row(_ κ: Double) -> (cells: [Double], edge: Double) {
      let inside = 1 - model(at: κ).outside
      let below = edges.map { y -> Double in
        if abs(κ) < 1e-6 { return y }
        // (1 − e^(−κy))/(1 − e^(−κ)), without overflow.
        return κ > 0
          ? expm1(-κ * y) / expm1(-κ) : (exp(κ * (1 - y)) - exp(κ)) / (1 - exp(κ))
      }
      return (zip(below, below.dropFirst()).map { inside * ($1 - $0) }, inside * below[0])
    }
    let rows = (0..<cells).map { i -> (cells: [Double], edge: Double) in
      let (a, b) = (edges[i], edges[i + 1])
      let odds = (a * b / ((1 - a) * (1 - b))).squareRoot()
      return row(parameter(atMean: odds / (1 + odds)))
    }
    let start = row(0)
    func arrival(_ row: (cells: [Double], edge: Double), _ from: [Double]) -> Double {
      zip(row.cells, from).reduce(row.edge) { $0 + $1.0 * $1.1 }
    }
    var values = [Double](repeating: 0, count: cells)
    for _ in 0..<120 { values = rows.map { arrival($0, values) } }
    return arrival(start, values) * (1 - model(at: parameter(atMean: 1e-4)).outside)
  }
}

extension Counterexample {
  static let faces = [
    Counterexample(
      "P2: a loop with bounded statistics ends at an extreme point of the convex support", says: 0,
      // By an independent program, on finer lattices.
      insteadOf: 0.0662, tolerance: 0.001, bug: "the other values lie on the edge"
    ) {
      LoopTowardsAnEdge().probabilityOfTheEdge()
    } withBug: {
      LoopTowardsAnEdge(height: { _ in 0 }).probabilityOfTheEdge()
    }
  ]
}
