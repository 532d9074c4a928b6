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
/// nothing to work on. That is `2^(1−M)` at least, so that no weights on one spin whatsoever last longer than
/// `2^(M−1)` generations on average; these do last that long, if the truth is ½.
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

  /// The least probability, over all models, that a sample of M points of N spins ends a loop whatever its
  /// weights: that all of its NM spins are alike, `2^(1−NM)`.
  public static func leastEndProbability(spins: Int = 1, samples: Int) -> Double {
    exp2(1 - Double(spins * samples))
  }

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

/// N spins under weights that bring S to 0 whenever a sample has levels on both sides of it or there, and else
/// as close as its levels come.
///
/// A level inside (−N, N) shared by all points is no end: only S = ±N is. A sample ends the loop with the
/// probability `p^(NM) + (1 − p)^(NM) ≥ 2^(1−NM)`; for N = 2 these weights attain the bound, for more spins
/// the way out is shorter.
public struct CentredWeightsChain: SpinChain {
  /// N, even.
  public let spins: Int
  /// M ≥ 1.
  public let samples: Int

  /// The chain of M = `samples` points of N = `spins` spins.
  public init(spins: Int, samples: Int) {
    precondition(spins >= 2 && spins.isMultiple(of: 2) && samples >= 1, "an even number of spins")
    (self.spins, self.samples) = (spins, samples)
  }

  /// N: a state is the number of spins up at the level that the weights choose.
  public var size: Int { spins }

  /// k/N.
  public func frequency(_ k: Int) -> Double { Double(k) / Double(spins) }

  /// The level closest to the middle, in the hull of M independent points.
  public func countProbabilities(from p: Double) -> [Double] {
    let levels = WrightFisherChain(population: spins).samplingProbabilities(at: p)
    let middle = spins / 2
    // The probability that all points lie beyond a level, seen from the middle.
    func all(_ beyond: some Sequence<Double>) -> Double {
      pow(beyond.reduce(0, +), Double(samples))
    }
    var law = levels.indices.map { k in
      k > middle
        ? all(levels[k...]) - all(levels[(k + 1)...])
        : k < middle ? all(levels[...k]) - all(levels[..<k]) : 0
    }
    law[middle] = max(0, 1 - law.reduce(0, +))
    return law
  }
}
