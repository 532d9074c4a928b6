import Families
import Randomness

/// All points ever drawn are kept, and every generation is trained on M of them chosen at random.
///
/// The budget of training stays the same while the pool grows. Points are kept one by one, so memory grows
/// by M in every generation. Points that the first model is fitted to are the first of the pool.
@frozen
public struct AccumulateAndSubsample<Family: ExponentialFamily>: DataPolicy {
  /// Whether a point may be chosen more than once.
  public let replacement: Bool

  /// The policy with or without replacement.
  @inlinable
  public init(replacement: Bool) { self.replacement = replacement }

  /// An empty pool.
  @inlinable public func initialMemory(for family: Family) -> [Family.DataPoint] { [] }

  /// The points go into the pool, drawn one by one.
  public func firstTrainingSet(
    of count: Int, from model: Family.Member, in family: Family,
    memory pool: inout [Family.DataPoint], streams: GenerationStreams
  ) -> Family.Statistics {
    var (stream, data) = (streams.stream(for: .start), Family.Statistics(sum: .zero, count: 0))
    for _ in 0..<count {
      let point = family.drawPoint(from: model, using: &stream)
      pool.append(point)
      data = data + family.statistics(of: point)
    }
    return data
  }

  /// The statistics of M points of the pool, to which M of the current model have been added.
  public func trainingSet(
    samples: Int, from model: Family.Member, in family: Family,
    memory pool: inout [Family.DataPoint], streams: GenerationStreams
  ) -> Family.Statistics {
    var (synthetic, choice) = (streams.stream(for: .synthetic), streams.stream(for: .choice))
    for _ in 0..<samples { pool.append(family.drawPoint(from: model, using: &synthetic)) }
    var data = Family.Statistics(sum: .zero, count: 0)
    for i in 0..<samples {
      // Points chosen without replacement gather at the front; the order of the others does not matter.
      let first = replacement ? 0 : i
      let j = first + choice.nextIndex(below: pool.count - first)
      if !replacement { pool.swapAt(i, j) }
      data = data + family.statistics(of: pool[replacement ? j : i])
    }
    return data
  }
}
