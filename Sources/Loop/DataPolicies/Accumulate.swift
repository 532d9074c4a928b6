import Families
import Randomness

/// Every generation is trained on all that any generation was: nothing is thrown away.
///
/// The first generation's samples are real ones if the loop starts from the truth. Where the first model is
/// itself fitted to points, these stay, too.
@frozen
public struct Accumulate<Base: DataPolicy>: DataPolicy where Base.Family: ExponentialFamily {
  /// What each generation adds.
  public let base: Base

  /// The training sets of `base`, all taken together.
  @inlinable
  public init(_ base: Base) { self.base = base }

  /// What the base remembers, and all data so far.
  public struct Memory: Sendable {
    @usableFromInline var base: Base.Memory
    @usableFromInline var data: Base.Family.Statistics

    @inlinable
    init(base: Base.Memory, data: Base.Family.Statistics) {
      (self.base, self.data) = (base, data)
    }
  }

  /// No data.
  @inlinable
  public func initialMemory(for family: Base.Family) -> Memory {
    Memory(
      base: base.initialMemory(for: family), data: Base.Family.Statistics(sum: .zero, count: 0))
  }

  /// The points are the first of all data.
  @inlinable
  public func firstTrainingSet(
    of count: Int, from model: Base.Family.Member, in family: Base.Family,
    memory: inout Memory, streams: GenerationStreams
  ) -> Base.Family.Statistics {
    memory.data = base.firstTrainingSet(
      of: count, from: model, in: family, memory: &memory.base, streams: streams)
    return memory.data
  }

  /// The data so far with those of this generation.
  @inlinable @inline(__always)
  public func trainingSet(
    samples: Int, from model: Base.Family.Member, in family: Base.Family, memory: inout Memory,
    streams: GenerationStreams
  ) -> Base.Family.Statistics {
    let new = base.trainingSet(
      samples: samples, from: model, in: family, memory: &memory.base, streams: streams)
    memory.data = memory.data + new
    return memory.data
  }
}

extension Accumulate: ClosedDataPolicy where Base: ClosedDataPolicy {}
