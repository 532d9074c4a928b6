/// The expected heterozygosity `E p(1 − p)` of a frequency p, generation by generation, in units of the truth's.
///
/// It holds for any model whose frequency is that of its training set, whatever else it fits: the number of ones
/// among M independent draws is then binomial. A pixel of a picture is an example, and so is a symbol.
public struct HeterozygosityRecursion: Sendable {
  private let samples: Double
  private let external: Double
  /// Points of earlier generations that stay in the training set; `nil` where none does.
  private var pool: Double?
  /// `E(p − p*)²` in units of p*(1 − p*).
  private var distance = 0.0

  /// - Parameters:
  ///   - samples: M, synthetic points in each generation.
  ///   - external: m, points drawn anew from the truth in each generation.
  ///   - pool: where training sets add up, how many points the first model learnt from; its frequency is then
  ///     the truth. `nil` where each generation replaces the last.
  public init(samples: Int, external: Int = 0, pool: Int? = nil) {
    (self.samples, self.external) = (Double(samples), Double(external))
    self.pool = pool.map(Double.init)
  }

  /// 1 at first.
  public var value: Double { 1 - distance }

  /// Goes on by one generation.
  ///
  /// Of n points that stay, M with variance p(1 − p) each and m with the truth's, the mean is at a squared distance
  /// from the truth of `[(n + M)² s + M(1 − s) + m]/(n + M + m)²`.
  public mutating func advance() {
    let kept = pool ?? 0
    let total = kept + samples + external
    distance =
      ((kept + samples) * (kept + samples) * distance + samples * (1 - distance) + external)
      / (total * total)
    if pool != nil { pool = total }
  }
}
