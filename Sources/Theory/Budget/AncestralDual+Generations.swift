import PortableMath

extension AncestralDual {
  /// `E(1 − x)ᴹ` of the model of generation t = `generations` ≥ 0, whose first model has the share `start`: that M
  /// points drawn from it lack the value.
  ///
  /// Backwards through t generations, in one pass over the numbers of balls: a level for each generation, and each
  /// needs only smaller numbers of the level before it.
  package mutating func absence(after generations: Int, from start: Double) -> Double {
    let bands = LineageBands(samples: samples, realShare: realShare, generations: generations)
    let (children, balls) = (bands.children, bands.balls)
    guard generations > 0 else { return power(1 - start, samples) }
    let row = OccupancyRow(
      boxes: samples, balls: balls[..<generations].map(\.upperBound).max() ?? 0)
    // absence[u][n] of n points u generations back, and its mean over the boxes that m balls hit.
    var absence = children.map { [Double](repeating: 0, count: $0.count) }
    var mean = balls.map { [Double](repeating: 0, count: $0.count) }
    // The levels that a number of children concerns are neighbours.
    var (oldest, newest) = (generations, generations)
    for n in 0...samples {
      while newest > 0, children[newest - 1].lowerBound <= n || balls[newest - 1].lowerBound <= n {
        newest -= 1
      }
      while oldest >= newest, children[oldest].upperBound < n { oldest -= 1 }
      if n > 0, n <= balls[0].upperBound { row.advance() }
      guard oldest >= newest else { continue }
      // Most numbers are of balls alone.
      let hasChildren = (newest...oldest).contains { children[$0].contains(n) }
      let choices = hasChildren ? Choices(children: n, realShare: realShare) : nil
      founders.prepare(through: choices?.most ?? 0)
      for level in stride(from: oldest, through: newest, by: -1) {
        if level == generations {
          if children[level].contains(n) {
            absence[level][n - children[level].lowerBound] = power(1 - start, n)
          }
          continue
        }
        if balls[level].contains(n) {
          mean[level][n - balls[level].lowerBound] = row.mean(
            of: absence[level + 1], first: children[level + 1].lowerBound,
            over: children[level + 1])
        }
        if let choices, children[level].contains(n) {
          absence[level][n - children[level].lowerBound] = choices.mean(
            mean[level], founders.absences, offset: balls[level].lowerBound)
        }
      }
    }
    return absence[0][0]
  }

  private func power(_ base: Double, _ n: Int) -> Double {
    base == 0 ? (n == 0 ? 1 : 0) : exp(Double(n) * log(base))
  }
}
