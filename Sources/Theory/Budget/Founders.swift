import PortableMath

/// The K real points of a training set as parents: whether those chosen lack a value of the true share p.
///
/// With B ~ Bin(K, p) of them having it, r choices miss it with the probability `h(r) = E(1 − B/K)ʳ`.
struct Founders {
  /// `P(B = j)`, j = 0, 1, 2, …; those below 1e−25 behind the mode are left out.
  private let counts: [Double]
  private let points: Double
  /// What is left of `P(B = j)(1 − j/K)ʳ` for the next r.
  private var terms: [Double]
  /// `h(r)` for r = 0, 1, 2, … as far as it was asked for.
  private(set) var absences: [Double] = []

  /// `(1 − p)ᴷ`, that no real point has the value.
  let none: Double

  /// `points` ≥ 0 points of a truth with the share `truth`.
  ///
  /// ``none`` must not be below 1e−300.
  init(points: Int, truth: Double) {
    self.points = Double(points)
    none = exp(Double(points) * log1p(-truth))
    var (law, probability, j) = ([none], none, 0.0)
    while j < self.points {
      probability *= (self.points - j) / (j + 1) * (truth / (1 - truth))
      j += 1
      if probability < 1e-25, j > self.points * truth { break }
      law.append(probability)
    }
    (counts, terms) = (law, law)
  }

  /// Has `h(0) … h(r)`.
  mutating func prepare(through r: Int) {
    while absences.count <= r {
      absences.append(terms.reduce(0, +))
      for j in terms.indices.dropFirst() { terms[j] *= 1 - Double(j) / points }
    }
  }

  /// The probability that none of `choices` choices of a parent is a real point that has the value, if each is a real
  /// point with the probability `realShare`: `E(1 − bB/K)ⁿ`, for any n ≥ 0.
  func absence(choices: Double, realShare: Double) -> Double {
    guard points > 0 else { return 1 }
    return counts.enumerated().reduce(0) {
      $0 + $1.element * exp(choices * log1p(-realShare * Double($1.offset) / points))
    }
  }
}
