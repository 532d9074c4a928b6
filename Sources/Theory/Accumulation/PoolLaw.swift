import BigInt

/// Numbers to compute with: doubles for figures, fractions for proofs.
public protocol ChainNumber: Comparable, Sendable {
  /// `numerator/denominator`.
  static func ratio(_ numerator: Int, _ denominator: Int) -> Self
  /// The sum.
  static func + (a: Self, b: Self) -> Self
  /// The difference.
  static func - (a: Self, b: Self) -> Self
  /// The product.
  static func * (a: Self, b: Self) -> Self
}

extension Double: ChainNumber {
  /// The double next to the fraction.
  public static func ratio(_ numerator: Int, _ denominator: Int) -> Double {
    Double(numerator) / Double(denominator)
  }
}

extension Rational: ChainNumber {
  /// The fraction.
  public static func ratio(_ numerator: Int, _ denominator: Int) -> Rational {
    Rational(BigInt(numerator), BigInt(denominator))
  }
}

/// The exact law of a growing pool of spins, and of the models fitted to it, generation by generation.
///
/// The pool of generation j holds jM spins, k of them up; M more come from a model that is the frequency of
/// up spins in the pool, or in M spins chosen from it.
public struct PoolLaw<Number: ChainNumber>: Sendable {
  /// M.
  public let samples: Int
  /// What models are fitted to.
  public let choice: Accumulation.Choice
  /// j ≥ 1.
  public private(set) var generation = 1
  /// The probabilities of 0 … jM spins up in the pool.
  public private(set) var pool: [Number]
  /// The laws of M spins from each model with a frequency of 0, 1/M, …, 1.
  private let draws: [[Number]]

  /// The pool of the first generation: M spins of the truth, up with probability `truth`.
  public init(samples: Int, choice: Accumulation.Choice, truth: Number) {
    (self.samples, self.choice) = (samples, choice)
    pool = Self.binomial(samples, truth)
    draws = choice == .all ? [] : (0...samples).map { Self.binomial(samples, .ratio($0, samples)) }
  }

  /// The models' frequencies and their probabilities.
  public var models: [(frequency: Number, probability: Number)] {
    let points = generation * samples
    let law = choice == .all ? pool : chosen(from: pool)
    let size = choice == .all ? points : samples
    return law.enumerated().map { (.ratio($0, size), $1) }
  }

  /// `E f(model)`.
  public func expectation(of f: (Number) -> Number) -> Number {
    models.reduce(.ratio(0, 1)) { $0 + $1.probability * f($1.frequency) }
  }

  /// The mean of the pool's frequency.
  public var poolMean: Number {
    pool.enumerated().reduce(.ratio(0, 1)) {
      $0 + .ratio($1.offset, generation * samples) * $1.element
    }
  }

  /// Goes on by one generation.
  public mutating func advance() {
    let points = generation * samples
    var next = [Number](repeating: .ratio(0, 1), count: points + samples + 1)
    for (k, probability) in pool.enumerated() where probability > .ratio(0, 1) {
      for (k2, weight) in added(to: k, of: points).enumerated() {
        next[k + k2] = next[k + k2] + probability * weight
      }
    }
    pool = next
    generation += 1
  }

  /// The law of the spins up among the next M, with k of `points` up in the pool.
  private func added(to k: Int, of points: Int) -> [Number] {
    if choice == .all { return Self.binomial(samples, .ratio(k, points)) }
    var law = [Number](repeating: .ratio(0, 1), count: samples + 1)
    for (up, probability) in chosen(k, of: points).enumerated() {
      for (j, weight) in draws[up].enumerated() {
        law[j] = law[j] + probability * weight
      }
    }
    return law
  }

  /// The law of the spins up among M chosen from a random pool.
  private func chosen(from pool: [Number]) -> [Number] {
    var law = [Number](repeating: .ratio(0, 1), count: samples + 1)
    for (k, probability) in pool.enumerated() {
      for (up, weight) in chosen(k, of: pool.count - 1).enumerated() {
        law[up] = law[up] + probability * weight
      }
    }
    return law
  }

  /// The law of the spins up among M chosen from a pool of `points`, k of them up.
  private func chosen(_ k: Int, of points: Int) -> [Number] {
    if choice == .bootstrap { return Self.binomial(samples, .ratio(k, points)) }
    // One after the other.
    var law: [Number] = [.ratio(1, 1)]
    for drawn in 0..<samples {
      var next = [Number](repeating: .ratio(0, 1), count: drawn + 2)
      for (up, probability) in law.enumerated() where probability > .ratio(0, 1) {
        let left = points - drawn
        next[up + 1] = next[up + 1] + probability * .ratio(k - up, left)
        next[up] = next[up] + probability * .ratio(left - (k - up), left)
      }
      law = next
    }
    return law
  }

  /// The binomial law of n trials, one after the other: nothing is ever subtracted but p from 1.
  private static func binomial(_ n: Int, _ p: Number) -> [Number] {
    let q = .ratio(1, 1) - p
    var law: [Number] = [.ratio(1, 1)]
    for _ in 0..<n {
      var next = [Number](repeating: .ratio(0, 1), count: law.count + 1)
      for (k, probability) in law.enumerated() {
        next[k + 1] = next[k + 1] + probability * p
        next[k] = next[k] + probability * q
      }
      law = next
    }
    return law
  }
}
