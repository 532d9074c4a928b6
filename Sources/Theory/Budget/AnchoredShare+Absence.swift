import PortableMath

extension AnchoredShare {
  /// The probability that a whole training set, synthetic and real points, lacks a value.
  public struct Absence: Sendable, Equatable {
    /// The probability; what is below 1e−30 may be 0.
    public let probability: Double
    /// Whether it is exact, with an error below 1e−11, or the approximation for M > ``AnchoredShare/exactSamples``.
    public let isExact: Bool
  }

  /// Up to 2²⁰ samples a generation absences are exact; they cost up to some 20·M^(3/2) multiplications.
  public static let exactSamples = 1 << 20

  /// `P(x = 0)` in the stationary law: in what part of all generations the training set lacks the value.
  ///
  /// By the ancestors of its points. For more samples than ``exactSamples`` the number of ancestors is taken for its
  /// mean until 20000 are left, and chance counts from there on, which changes the probability by less than 1e−5.
  /// Without real points it is 1 − p, the probability that the value is lost in the end.
  public var absence: Absence {
    guard points > 0 else { return Absence(probability: 1 - truth, isExact: true) }
    guard realPointsMayLackIt else { return Absence(probability: 0, isExact: true) }
    if samples > Self.exactSamples {
      return Absence(probability: approximateAbsence, isExact: false)
    }
    var dual = AncestralDual(self)
    let probability = dual.stationaryAbsences()[samples] * dual.founders.none
    return Absence(probability: probability, isExact: true)
  }

  /// `P(x = 0)` in generation t = `generations` ≥ 0, exact for M up to ``exactSamples``; `nil` beyond.
  ///
  /// Costs up to some thousand multiplications a generation beyond those of ``absence``.
  ///
  /// - Parameters:
  ///   - generations: t ≥ 0.
  ///   - start: the share of the first model, which is generation 0, in [0, 1]; the truth's if `nil`.
  public func absence(after generations: Int, from start: Double? = nil) -> Absence? {
    let start = start ?? truth
    guard generations > 0 else {
      return Absence(probability: start == 0 ? 1 : 0, isExact: true)
    }
    guard samples <= Self.exactSamples else { return nil }
    guard realPointsMayLackIt else { return Absence(probability: 0, isExact: true) }
    var dual = AncestralDual(self)
    // Longer than this no ancestor goes without a real parent, but for 1e−17.
    let longest = log(1e-17 / Double(samples)) / log1p(-realShare)
    let depth = points > 0 && longest < Double(generations - 1) ? Int(longest) + 1 : generations - 1
    let before = dual.absence(after: depth, from: start)
    return Absence(probability: before * dual.founders.none, isExact: true)
  }

  /// Whether `(1 − p)ᴷ`, which no absence exceeds, is above 1e−30.
  private var realPointsMayLackIt: Bool { Double(points) * log1p(-truth) > -69 }

  /// `P(x = 0)` in the stationary law with as many ancestors as there are on average, down to 20000: in milliseconds,
  /// within 1e−5 of ``absence``, and the same up to 20000 samples.
  public var approximateAbsence: Double {
    guard points > 0 else { return 1 - truth }
    guard realPointsMayLackIt else { return 0 }
    let exact = 20_000
    var dual = AncestralDual(self)
    let b = realShare
    var (ancestors, logAbsence) = (Double(samples), log(dual.founders.none))
    while ancestors > Double(exact) {
      logAbsence += log(dual.founders.absence(choices: ancestors, realShare: b))
      ancestors = LineageBands.boxesHit(balls: (1 - b) * ancestors, boxes: Double(samples))
    }
    let whole = Int(ancestors)
    let absences = dual.stationaryAbsences(through: min(samples, whole + 1))
    guard whole + 1 < absences.count else { return exp(logAbsence) * absences[absences.count - 1] }
    guard absences[whole + 1] > 0 else { return 0 }
    // Between two whole numbers the logarithm is a straight line.
    let rest = ancestors - Double(whole)
    return exp(
      logAbsence + (1 - rest) * log(absences[whole]) + rest * log(absences[whole + 1]))
  }

  /// The stationary mean of `D(model‖truth)` of the one share in nats, exactly, where its chain is small: w = 1, up to
  /// 2000 points M + K and 10⁸ products MK(M + K); `nil` elsewhere.
  public var meanDivergence: Double? {
    let (m, k) = (Double(samples), Double(points))
    guard weight == 1, points > 0, m + k <= 2000, m * k * (m + k) <= 1e8 else { return nil }
    let chain = AnchoredSpinsChain(
      spins: 1, samples: samples, external: .fresh(points: points, frequency: truth))
    guard let law = try? chain.stationaryProbabilities() else { return nil }
    func part(_ x: Double, _ p: Double) -> Double { x > 0 ? x * log(x / p) : 0 }
    return law.enumerated().reduce(0) { sum, entry in
      let x = chain.frequency(entry.offset)
      return sum + entry.element * (part(x, truth) + part(1 - x, 1 - truth))
    }
  }
}
