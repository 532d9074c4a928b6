import Foundation

/// A spin whose training sets are weighted by a function of the spin alone: the exact chain of counts.
///
/// With k of n up, and each up spin worth `odds` times a down one, the next frequency is
/// `odds·k/(odds·k + n − k)`. A weight `exp(tilt·φ)` on φ = ±1 makes the odds `exp(2·tilt)`.
public struct TiltedChain: SpinChain {
  /// n ≥ 1.
  public let size: Int
  /// What an up spin is worth, in down spins; > 0.
  public let odds: Double

  /// The chain of samples of n = `samples` points.
  public init(samples: Int, odds: Double) {
    precondition(samples >= 1 && odds > 0 && odds < .infinity, "samples and odds > 0 are needed")
    (size, self.odds) = (samples, odds)
  }

  /// The chain of samples weighted by `exp(field·φ)`, φ = ±1.
  public init(samples: Int, field: Double) { self.init(samples: samples, odds: exp(2 * field)) }

  /// The weighted frequency.
  public func frequency(_ k: Int) -> Double {
    let (ups, downs) = (odds * Double(k), Double(size - k))
    return ups / (ups + downs)
  }

  /// Binomial.
  public func countProbabilities(from p: Double) -> [Double] {
    WrightFisherChain(population: size).countProbabilities(from: p)
  }
}

/// A spin under weights that give both kinds of spins the truth's proportions, as long as both are there.
///
/// The best that weights can do; counts 0, 1 and 2 stand for down, the truth, and up. From frequency p a sample
/// of M points is all alike with the probability `p^M + (1 − p)^M`, whatever the weights, and then weights have
/// nothing to work on. That is `2^(1−M)` at least, so that no weights whatsoever last longer than `2^(M−1)`
/// generations on average; these do last that long, if the truth is ½.
public struct MatchedWeightsChain: SpinChain {
  /// M ≥ 1.
  public let samples: Int
  /// The truth's frequency, in (0, 1).
  public let truth: Double

  /// The chain of samples of M points.
  public init(samples: Int, truth: Double) {
    precondition(samples >= 1 && truth > 0 && truth < 1, "samples and a truth in (0, 1) are needed")
    (self.samples, self.truth) = (samples, truth)
  }

  /// Two.
  public var size: Int { 2 }

  /// 0, the truth, or 1.
  public func frequency(_ k: Int) -> Double { k == 1 ? truth : Double(k) / 2 }

  /// All down, both, all up.
  public func countProbabilities(from p: Double) -> [Double] {
    let (down, up) = (pow(1 - p, Double(samples)), pow(p, Double(samples)))
    return [down, 1 - down - up, up]
  }

  /// The least probability that a sample of M points of two kinds is all alike: `2^(1−M)`.
  public static func leastEndProbability(samples: Int) -> Double { exp2(1 - Double(samples)) }

  /// The mean number of generations from the truth on: `1/(p^M + (1 − p)^M)`.
  public var meanTime: Double {
    1 / (pow(1 - truth, Double(samples)) + pow(truth, Double(samples)))
  }

  /// A generation by which a run of a two-valued model has collapsed, whatever its weights, save with
  /// probability `probability`: `(1 − 2^(1−M))ᵗ` bounds that of being alive.
  public static func horizon(samples: Int, exceptWith probability: Double) -> Int {
    let end = leastEndProbability(samples: samples)
    return end == 1 ? 1 : max(1, Int((log(probability) / log1p(-end)).rounded(.up)))
  }
}
