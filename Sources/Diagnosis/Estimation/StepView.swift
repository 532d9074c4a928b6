import PortableMath

/// One step of a path, as the sums see it.
struct StepView {
  let symbols: Int
  let from: UnsafePointer<Double>
  let to: UnsafePointer<Double>
  let truth: UnsafePointer<Double>
  let rows: Double
  let moments: StepMoments
}

extension PathSums {
  /// The directions in their order.
  static let directionNames: [SystematicMove] = [.temperature, .tail(0.01), .tail(0.05), .uniform]

  mutating func prepare(symbols: Int) {
    directions = Array(repeating: DirectionSum(), count: Self.directionNames.count)
    moves = Array(repeating: 0, count: symbols)
    (moveVariances, distances) = (moves, moves)
  }

  /// Adds a step.
  ///
  /// `C⁻ = diag(1/u) + c (d/u)(d/u)ᵀ/(1 − c Σd²/u)` on vectors of sum zero, by Sherman and Morrison.
  @inline(__always)
  mutating func add(_ step: StepView, directions: Bool) {
    let m = step.moments
    let scale = step.rows / m.noise
    let half = 0.5 / scale
    var (dd, dr, weighted, expected) = (0.0, 0.0, 0.0, 0.0)
    for s in 0..<step.symbols {
      let x = step.from[s]
      let d = step.truth[s] - x
      let u = step.truth[s] - m.distance * d
      let r = step.to[s] - x - m.pull * d
      if u > 0 {
        let inverse = 1 / u
        let w = 1 / (u + half)
        dd += d * d * inverse
        dr += d * r * inverse
        weighted += r * r * w
        expected += (u * (1 - u) - m.correction * d * d) * w
      } else if r > 0 {
        isImpossible = true
      }
    }
    let rest = max(1 - m.correction * dd, 0.05)
    score += scale * m.slope * dr / rest
    information += scale * m.slope * m.slope * dd / rest
    squares += scale * weighted
    expectedSquares += expected
    if directions { addDirections(step, scale: scale) }
  }

  /// How far a share belongs to those of at most `limit`: wholly up to half of it, not at all from one and a half times.
  ///
  /// A sharp limit would fall on multiples of 1/N for the rows, and beside them for n_e.
  private static func belongs(_ share: Double, below limit: Double) -> Double {
    min(1, max(0, 1.5 - share / limit))
  }

  /// Moves along each direction g, as `Σ g r/(u + h/2N)`: a symbol that comes back where next to nothing was expected
  /// counts as one row, not as many times its expectation.
  @inline(never)
  private mutating func addDirections(_ step: StepView, scale: Double) {
    let m = step.moments
    var (entropy, rare, seldom) = (0.0, 0.0, 0.0)
    for s in 0..<step.symbols where step.from[s] > 0 {
      let x = step.from[s]
      entropy += x * log(x)
      rare += x * Self.belongs(x, below: 0.01)
      seldom += x * Self.belongs(x, below: 0.05)
    }
    let half = 0.5 / scale
    var (gg, gu, gr, gd) = (
      SIMD4<Double>(), SIMD4<Double>(), SIMD4<Double>(), SIMD4<Double>()
    )
    for s in 0..<step.symbols {
      let x = step.from[s]
      let d = step.truth[s] - x
      let u = step.truth[s] - m.distance * d
      guard u > 0 else { continue }
      let r = step.to[s] - x - m.pull * d
      let g = SIMD4(
        x > 0 ? x * (log(x) - entropy) : 0, x * (Self.belongs(x, below: 0.01) - rare),
        x * (Self.belongs(x, below: 0.05) - seldom), 1 / Double(step.symbols) - x)
      let weighted = g / (u + half)
      gg += weighted * weighted * u
      gu += weighted * u
      gr += weighted * r
      gd += weighted * d
      moves[s] += scale * r
      moveVariances[s] += scale * max(u * (1 - u) - m.correction * d * d, 0)
      distances[s] += scale * m.slope * d
    }
    for k in 0..<4 {
      directions[k].score += scale * gr[k]
      directions[k].information += scale * (gg[k] - gu[k] * gu[k] - m.correction * gd[k] * gd[k])
      directions[k].covariance += scale * m.slope * gd[k]
    }
  }
}
