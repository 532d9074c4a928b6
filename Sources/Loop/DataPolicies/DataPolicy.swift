import Families
import Randomness

/// What a generation is trained on.
public protocol DataPolicy<Family>: Sendable {
  /// The family the data belong to.
  associatedtype Family: GenerativeFamily
  /// What the policy keeps from one generation to the next.
  associatedtype Memory: Sendable

  /// The memory before the first generation.
  func initialMemory(for family: Family) -> Memory

  /// The statistics of `count` points of `model`, which the first model of a loop is fitted to.
  ///
  /// There is a default that draws them and forgets them; a policy that throws nothing away keeps them in its
  /// memory, for they are data, too.
  ///
  /// - Parameters:
  ///   - count: the number of points.
  ///   - model: what they are drawn from, a member of `family`.
  ///   - family: the family of the loop.
  ///   - memory: that of ``initialMemory(for:)``.
  ///   - streams: those of generation 0.
  func firstTrainingSet(
    of count: Int, from model: Family.Member, in family: Family, memory: inout Memory,
    streams: GenerationStreams
  ) -> Family.Statistics

  /// The statistics of one generation's training set.
  ///
  /// - Parameters:
  ///   - samples: M, the number of synthetic points drawn from `model`.
  ///   - model: the current model, a member of `family`.
  ///   - family: the family of the loop.
  ///   - memory: what earlier generations left behind.
  ///   - streams: this generation's random streams, one per purpose.
  func trainingSet(
    samples: Int, from model: Family.Member, in family: Family, memory: inout Memory,
    streams: GenerationStreams
  ) -> Family.Statistics

  /// A faster road to generation `last`, or to the first one whose model is absorbed for good.
  ///
  /// There is a default that knows none.
  ///
  /// - Parameters:
  ///   - model: that of `generation`.
  ///   - generation: where the road begins; then, where it ends.
  ///   - last: the generation to reach.
  ///   - loop: the loop whose policy this is.
  ///   - streams: those of the replicate.
  /// - Returns: what the model there is fitted to, the same as by ``trainingSet(samples:from:in:memory:streams:)``
  ///   one generation after the other; or `nil`, if there is no such road.
  func leap<Fit: Estimator<Family>>(
    from model: Family.Member, _ generation: inout Int, to last: Int,
    in loop: RetrainingLoop<Self, Fit>, streams: ReplicateStreams
  ) -> Family.Statistics?
}

extension DataPolicy {
  /// They are not kept.
  @inlinable
  public func firstTrainingSet(
    of count: Int, from model: Family.Member, in family: Family, memory: inout Memory,
    streams: GenerationStreams
  ) -> Family.Statistics {
    var stream = streams.stream(for: .start)
    return family.drawStatistics(of: count, from: model, using: &stream)
  }

  /// No faster road.
  @inlinable @inline(__always)
  public func leap<Fit: Estimator<Family>>(
    from model: Family.Member, _ generation: inout Int, to last: Int,
    in loop: RetrainingLoop<Self, Fit>, streams: ReplicateStreams
  ) -> Family.Statistics? { nil }
}

/// A policy that brings in nothing but the loop's own output, so that a model with a single value
/// of φ is absorbing.
public protocol ClosedDataPolicy<Family>: DataPolicy {}

/// Every generation is trained on M fresh samples of the last model and nothing else (m = 0).
@frozen
public struct Replace<Family: GenerativeFamily>: ClosedDataPolicy {
  /// The policy without external data.
  @inlinable public init() {}

  /// Nothing is remembered.
  @inlinable public func initialMemory(for family: Family) {}

  /// The statistics of M samples of the current model.
  ///
  /// Specialised for callers whose compiler does not see it, as in debug builds.
  @inlinable @inline(__always)
  @_specialize(where Family == IndependentSpins)
  @_specialize(where Family == CoupledSpins)
  public func trainingSet(
    samples: Int, from model: Family.Member, in family: Family, memory: inout Void,
    streams: GenerationStreams
  ) -> Family.Statistics {
    var stream = streams.stream(for: .synthetic)
    return family.drawStatistics(of: samples, from: model, using: &stream)
  }
}
