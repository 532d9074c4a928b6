import PortableMath

/// How many fresh real points a loop needs: the least K for a goal, beside M synthetic points in each generation.
///
/// Each goal is met by all numbers from some K on, which is found by bisection.
public struct RealDataBudget: Sendable {
  /// M ≥ 1.
  public let samples: Int
  /// What a real point counts for.
  public let weighting: Weighting

  /// What a real point counts for, in synthetic ones.
  public enum Weighting: Sendable, Equatable {
    /// So many, whatever K; 1 is the plain loop.
    case each(Double)
    /// What keeps the most diversity at that K, ``RealWeight/best(samples:points:)``.
    case best
  }

  /// Numbers of points from 1 to this are tried.
  public static let mostPoints = 1_000_000_000

  /// Real points beside `samples` = M ≥ 1 synthetic ones.
  public init(samples: Int, weighting: Weighting = .each(1)) {
    precondition(samples >= 1, "there are samples")
    (self.samples, self.weighting) = (samples, weighting)
  }

  /// The loop with K = `points` ≥ 0 real points.
  public func share(points: Int, truth: Double) -> AnchoredShare {
    let weight =
      switch weighting {
      case .each(let weight): weight
      case .best: points > 0 ? RealWeight.best(samples: samples, points: points) : 1
      }
    return AnchoredShare(samples: samples, points: points, weight: weight, truth: truth)
  }

  /// The least K that keeps `diversity` in (0, 1) of every share's `x(1 − x)`, exact at every M.
  ///
  /// - Returns: `nil` if ``mostPoints`` are not enough.
  public func leastPoints(keepingDiversity diversity: Double) -> Int? {
    least { share(points: $0, truth: 0.5).relativeVariance <= 1 - diversity }
  }

  /// The least K with which a value of the true share `truth` is in a part `part` in (0, 1) of all training sets.
  ///
  /// `1 − (1 − p)ᴷ ≥ q` is enough, which bounds the search. Exact for M up to ``AnchoredShare/exactSamples``.
  ///
  /// - Returns: `nil` if ``mostPoints`` are not enough.
  public func leastPoints(truth: Double, presentIn part: Double) -> Int? {
    let enough = (log1p(-part) / log1p(-truth)).rounded(.up) + 1
    return least(upTo: Int(min(enough, Double(Self.mostPoints)))) { points in
      let share = share(points: points, truth: truth)
      // Wherever that is off by less, it tells the same in milliseconds.
      let approximate = share.approximateAbsence
      let isSure = samples > 20_000 && abs(approximate - (1 - part)) > 2e-5
      return (isSure ? approximate : share.absence.probability) <= 1 - part
    }
  }

  /// The least K with which `E[D(p*‖p) + D(p‖p*)]` of a model with D parameters is at most `nats` > 0, by the limit law
  /// for large M.
  ///
  /// Of points that count once each it is the least K with D/(2K) ≤ nats (X13). Of others it is that of
  /// ``AnchoredShare/price(parameters:)``: their own noise, which that limit leaves out, is as large as the other.
  ///
  /// - Returns: `nil` if ``mostPoints`` are not enough.
  public func leastPoints(within nats: Double, parameters: Int) -> Int? {
    least { points in
      let price =
        weighting == .each(1)
        ? PriceOfPoints.limit(parameters: parameters, points: Double(points))
        : share(points: points, truth: 0.5).price(parameters: parameters)
      return price <= nats
    }
  }

  /// The least number from 1 to `most` from which on `isMet` holds.
  private func least(upTo most: Int = mostPoints, _ isMet: (Int) -> Bool) -> Int? {
    // No number up to `low` meets the goal, and `high` does.
    var (low, high) = (0, 1)
    while !isMet(high) {
      guard high < most else { return nil }
      (low, high) = (high, min(most, 2 * high))
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isMet(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
