/// Two classes of F binary features each, all independent, that collapse feature by feature.
///
/// With as many points of either class in every generation, each frequency of each class is a
/// Wright–Fisher chain by itself and ends at 0 or 1: each class at one point of {0, 1}^F, which it hits
/// with the probability that the truth gives it.
public struct TwoClasses: Sendable {
  /// The truth's frequency of each feature in class 0.
  public let zero: [Double]
  /// The same in class 1.
  public let one: [Double]

  /// Classes with the given frequencies, in [0, 1], of as many features.
  public init(zero: [Double], one: [Double]) {
    precondition(zero.count == one.count && !zero.isEmpty, "both classes need the same features")
    self.zero = zero
    self.one = one
  }

  /// Classes alike in all F = `features` features, with the frequencies (1 ± `difference`)/2.
  public init(features: Int, difference: Double) {
    self.init(
      zero: [Double](repeating: (1 - difference) / 2, count: features),
      one: [Double](repeating: (1 + difference) / 2, count: features))
  }

  /// Number of features, F.
  public var features: Int { zero.count }

  /// The probabilities of all 2^F points in a class with the given frequencies; bit j is feature j.
  private static func law(_ frequencies: [Double]) -> [Double] {
    (0..<(1 << frequencies.count)).map { x in
      frequencies.enumerated().reduce(1) {
        $0 * ($1.offset.bit(of: x) ? $1.element : 1 - $1.element)
      }
    }
  }

  /// The probabilities of all points in both classes.
  public var laws: (zero: [Double], one: [Double]) { (Self.law(zero), Self.law(one)) }

  /// `½ Σ_x min(P₀, P₁)`: the least possible error in telling the classes apart.
  public var bayesError: Double {
    0.5 * zip(laws.zero, laws.one).reduce(0) { $0 + min($1.0, $1.1) }
  }

  /// `Π_j [p_j q_j + (1 − p_j)(1 − q_j)]`: the probability that both classes end at the same point.
  public var probabilityOfOnePoint: Double {
    zip(zero, one).reduce(1) { $0 * ($1.0 * $1.1 + (1 - $1.0) * (1 - $1.1)) }
  }

  /// `½ − ¼ Σ_x (P₀ − P₁)²`: the error in the end, on points of the truth, of a classifier that picks the
  /// likelier class and tosses a coin where both are equally likely.
  ///
  /// At the end each class has one point. The classifier is right above chance there alone, and only as
  /// far as the truth has more of that class there.
  public var finalError: Double {
    0.5 - 0.25 * zip(laws.zero, laws.one).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  /// The law of one frequency in the given generations, as probabilities of counts, where each generation
  /// has `samples` points of the last model and `fresh` ones of the truth in this class.
  ///
  /// - Parameters:
  ///   - frequency: the truth's, of which the first generation has all its points.
  ///   - samples: points of the last model in a generation, ≥ 1.
  ///   - fresh: points of the truth in a generation, ≥ 0.
  ///   - times: ascending, from 1 on.
  public static func countLaws(
    of frequency: Double, samples: Int, fresh: Int, at times: [Int]
  ) -> [[Double]] {
    let chain = AnchoredSpinsChain(
      spins: 1, samples: samples,
      external: fresh > 0
        ? .fresh(points: fresh, frequency: frequency) : .fixed(points: 0, up: 0))
    let transitions = chain.transitions
    var law = chain.countProbabilities(from: frequency)
    var generation = 1
    return times.map { time in
      while generation < time {
        law = transitions.next(law)
        generation += 1
      }
      return law
    }
  }

  /// `E f` over independent counts with the given laws, by enumeration.
  ///
  /// - Returns: the expectations of both numbers that `measure` gives.
  public static func expectations(
    over laws: [[Double]], _ measure: ([Int]) -> SIMD2<Double>
  ) -> SIMD2<Double> {
    var counts = [Int](repeating: 0, count: laws.count)
    func sum(_ place: Int, _ weight: Double) -> SIMD2<Double> {
      if place == laws.count { return weight * measure(counts) }
      var total = SIMD2<Double>()
      for (count, probability) in laws[place].enumerated() where weight * probability > 1e-18 {
        counts[place] = count
        total += sum(place + 1, weight * probability)
      }
      return total
    }
    return sum(0, 1)
  }
}

extension Int {
  /// Whether the bit with this index is set.
  fileprivate func bit(of number: Int) -> Bool { (number >> self) & 1 == 1 }
}
