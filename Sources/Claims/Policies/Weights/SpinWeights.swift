import Families
import Loop
import Theory

/// Weights on the samples of one spin whose truth is ½, and what theory says of each.
package enum SpinWeights: String, CaseIterable, Sendable {
  /// All alike.
  case none
  /// An up spin counts more, by a preference that does not know the truth.
  case tilt
  /// `p*(s)/p(s)`, of truth and model.
  case oracle
  /// `p*(s)/k(s)`, of truth and sample.
  case matched

  /// The field of the tilt: a weight of `exp(±¼)`.
  static let field = 0.25

  /// The loop's policy; without weights, all weights are 1.
  var policy: ImportanceWeights<IndependentSpins> {
    switch self {
    case .none: .tilt(0)
    case .tilt: .tilt(Self.field)
    case .oracle: .oracle(0)
    case .matched: .matching(0)
    }
  }

  /// The exact chain of counts, if there is one.
  private func chain(samples: Int) -> (any SpinChain)? {
    switch self {
    case .none: WrightFisherChain(population: samples)
    case .tilt: TiltedChain(samples: samples, field: Self.field)
    case .matched: MatchedWeightsChain(samples: samples, truth: 0.5)
    case .oracle: nil
    }
  }

  /// The probability to be alive after t = 0 … `generations` from the truth.
  func alive(samples: Int, generations: Int) -> [Double] {
    chain(samples: samples)?.alive(from: 0.5, generations: generations)
      ?? OracleWeights(samples: samples).alive(from: 0.5, generations: generations)
  }

  /// The mean time to collapse from the truth, in generations.
  ///
  /// - Throws: errors of the linear solvers.
  func meanTime(samples: Int) throws -> Double {
    try chain(samples: samples)?.meanTimeToBoundary(from: 0.5)
      ?? OracleWeights(samples: samples).meanTime(from: 0.5)
  }

  /// A generation by which a run has collapsed, except with probability `probability`, whatever its weights.
  static func horizon(samples: Int, exceptWith probability: Double) -> Int {
    MatchedWeightsChain.horizon(samples: samples, exceptWith: probability)
  }
}
