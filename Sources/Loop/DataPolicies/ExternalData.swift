import Families
import Randomness

/// Every generation is trained on M fresh samples of the last model and m points from outside.
///
/// This is the anchored loop: whether this prevents collapse is decided by the mean statistic φ₀ of
/// the external points, not by their number.
@frozen
public struct ExternalData<Family: GenerativeFamily>: DataPolicy {
  /// Where the external points come from.
  public enum Source: Sendable {
    /// The same points in every generation, given by their statistics.
    case fixed(Family.Statistics)
    /// `count` ≥ 0 points, drawn anew from `truth` in every generation.
    case fresh(count: Int, truth: Family.Member)
    /// The same from a source that is not pure: each point is, with the probability `impurity`, the
    /// loop's own output.
    case impure(count: Int, truth: Family.Member, impurity: Double)
  }

  /// Where the external points come from.
  public let source: Source

  /// The policy with external points from `source`.
  @inlinable
  public init(_ source: Source) { self.source = source }

  /// Nothing is remembered.
  @inlinable public func initialMemory(for family: Family) {}

  /// The statistics of M samples of the current model and of the external points.
  ///
  /// Fresh points have a stream of their own, so that they leave the synthetic samples as they are.
  ///
  /// Specialised for callers whose compiler does not see it, as in debug builds.
  @inlinable
  @_specialize(where Family == IndependentSpins)
  @_specialize(where Family == CoupledSpins)
  public func trainingSet(
    samples: Int, from model: Family.Member, in family: Family, memory: inout Void,
    streams: GenerationStreams
  ) -> Family.Statistics {
    let synthetic = Replace().trainingSet(
      samples: samples, from: model, in: family, memory: &memory, streams: streams)
    switch source {
    case .fixed(let data):
      return synthetic + data
    case .fresh(let count, let truth):
      var stream = streams.stream(for: .external)
      return synthetic + family.drawStatistics(of: count, from: truth, using: &stream)
    case .impure(let count, let truth, let impurity):
      var choice = streams.stream(for: .choice)
      let own = Binomial(trials: count, probability: impurity, complement: 1 - impurity)
        .draw(using: &choice)
      var stream = streams.stream(for: .external)
      let ours = family.drawStatistics(of: own, from: model, using: &stream)
      return synthetic + ours
        + family.drawStatistics(of: count - own, from: truth, using: &stream)
    }
  }
}
