import PortableMath

/// The probability that a value is absent, by following the ancestors of points backwards in time.
///
/// Of n synthetic points each has a parent in the training set before: one of its K real points with the probability
/// `b`, else one of its M synthetic points, uniformly and independently. Real parents are founders, who have the value
/// with probability p each; the distinct synthetic parents go on. The value is absent among the n points if no founder
/// has it:
///
/// `G(n) = Σ_m Bin(n, 1 − b; m) h(n − m) Σ_d Occ(m, M; d) G(d)`, `G(0) = 1`,
///
/// with ``Founders`` for h and ``OccupancyRow`` for Occ. So `G(n) = E(1 − x)ⁿ` of the stationary law, and a whole
/// training set lacks the value with the probability `G(M)(1 − p)ᴷ`. This is the coalescent with immigration of
/// population genetics, exact for finite M: parents of more than two points are allowed for. Needed are those n alone
/// that a path of ancestors reaches, and these are few: n falls like 2M/t.
package struct AncestralDual {
  let samples: Int
  let realShare: Double
  var founders: Founders

  /// - Parameter share: with at least one real point for the stationary law.
  package init(_ share: AnchoredShare) {
    samples = share.samples
    realShare = share.realShare
    founders = Founders(points: share.points, truth: share.truth)
  }

  /// One that counts every path of ancestors: what is missing to 1 in its answers is neglected in those of others.
  package static func neglected(_ share: AnchoredShare) -> AncestralDual {
    var dual = AncestralDual(share)
    dual.founders = Founders(points: share.points, truth: 0)
    return dual
  }

  /// `G(n)` in the stationary law for 0 … `largest`, or, without it, what is needed for n = M and nothing else.
  package mutating func stationaryAbsences(through largest: Int? = nil) -> [Double] {
    let top = largest ?? samples
    let bands =
      largest.map { (children: [0...$0], balls: [0...$0]) }
      ?? {
        let bands = LineageBands(samples: samples, realShare: realShare, generations: nil)
        return (bands.children.reversed(), bands.balls.reversed())
      }()
    let lastBalls = bands.balls.last!.upperBound
    let row = OccupancyRow(boxes: samples, balls: lastBalls)
    var (absence, mean) = (
      [Double](repeating: 0, count: top + 1), [Double](repeating: 0, count: top + 1)
    )
    (absence[0], mean[0]) = (1, 1)
    // ln of the probability that m balls hit m boxes.
    var logDistinct = 0.0
    var (nextChildren, nextBalls) = (0, 0)
    for n in 1...top {
      logDistinct += n <= samples ? log1p(-Double(n - 1) / Double(samples)) : -.infinity
      while nextChildren < bands.children.count - 1, bands.children[nextChildren].upperBound < n {
        nextChildren += 1
      }
      while nextBalls < bands.balls.count - 1, bands.balls[nextBalls].upperBound < n {
        nextBalls += 1
      }
      if n <= lastBalls { row.advance() }
      let isBall = bands.balls[nextBalls].contains(n)
      if isBall { mean[n] = row.mean(of: absence, over: 0...(n - 1)) }
      guard bands.children[nextChildren].contains(n) else { continue }
      let choices = Choices(children: n, realShare: realShare)
      founders.prepare(through: choices.most)
      // Those that all go on apart are the equation's left side again.
      let apart = Double(n) * log1p(-realShare) + logDistinct
      absence[n] = choices.mean(mean, founders.absences) / -expm1(apart)
      if isBall { mean[n] += row[n] * absence[n] }
    }
    return absence
  }
}

/// How many of n children have real parents: the law Bin(n, b), from its mode outward.
struct Choices {
  private let children: Int
  private let first: Int
  /// The probabilities, in units of their sum.
  private let law: [Double]

  init(children n: Int, realShare b: Double) {
    children = n
    let mode = min(n, Int(Double(n + 1) * b))
    let odds = b / (1 - b)
    var (below, above): ([Double], [Double]) = ([], [1])
    var (term, r) = (1.0, mode)
    while r < n, odds > 0 {
      term *= Double(n - r) / Double(r + 1) * odds
      if term < 1e-22 { break }
      above.append(term)
      r += 1
    }
    (term, r) = (1.0, mode)
    while r > 0 {
      term *= Double(r) / (Double(n - r + 1) * odds)
      if term < 1e-22 { break }
      below.append(term)
      r -= 1
    }
    first = r
    let all = below.reversed() + above
    // From the ends, where they are small, to the middle.
    let sum = below.reversed().reduce(0, +) + above.reversed().reduce(0, +)
    law = all.map { $0 / sum }
  }

  /// The largest number of real parents that is kept.
  var most: Int { first + law.count - 1 }

  /// `Σ_r P(r) h(r) values[n − r − offset]`, of values with places from `offset` on; others are left out.
  func mean(_ values: [Double], _ h: borrowing [Double], offset: Int = 0) -> Double {
    var sum = 0.0
    let low = max(first, children - offset - values.count + 1)
    let high = min(most, children - offset)
    guard low <= high else { return 0 }
    for r in low...high { sum += law[r - first] * h[r] * values[children - r - offset] }
    return sum
  }
}
