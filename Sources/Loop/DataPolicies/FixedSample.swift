import Families
import Randomness

/// Every generation is trained on M fresh samples of the last model and on the same m external points,
/// which each replicate draws from the truth once.
@frozen
public struct FixedSample<Family: ExponentialFamily>: DataPolicy {
  /// Number of points, m ≥ 0.
  public let count: Int
  /// Where they come from.
  public let truth: Family.Member

  /// The policy with `count` ≥ 0 points from `truth`.
  @inlinable
  public init(count: Int, truth: Family.Member) {
    precondition(count >= 0, "a number of points ≥ 0 is needed")
    self.count = count
    self.truth = truth
  }

  /// Not drawn yet.
  @inlinable public func initialMemory(for family: Family) -> Family.Statistics? { nil }

  /// The statistics of M samples of the current model and of the points.
  @inlinable
  public func trainingSet(
    samples: Int, from model: Family.Member, in family: Family,
    memory points: inout Family.Statistics?, streams: GenerationStreams
  ) -> Family.Statistics {
    var nothing: Void = ()
    let synthetic = Replace().trainingSet(
      samples: samples, from: model, in: family, memory: &nothing, streams: streams)
    if let points { return synthetic + points }
    var stream = streams.stream(for: .external)
    let drawn = family.drawStatistics(of: count, from: truth, using: &stream)
    points = drawn
    return synthetic + drawn
  }
}
