/// One 64-bit word for each generation of a replicate, four generations to a Philox block.
///
/// For loops that need no more in a generation: a block for each would take longer than all else. A word is a
/// function of key, replicate, purpose and generation, in whatever order they are asked for. The
/// blocks are none of a ``RandomStream``.
@frozen
public struct GenerationWords: Sendable {
  @usableFromInline let replicate: ReplicateStreams
  @usableFromInline let purpose: StreamPurpose
  /// The last block, since the next generation is likely to need it, too.
  @usableFromInline var block: Philox4x64.Block = (0, 0, 0, 0)
  @usableFromInline var index = -1

  /// The words of a replicate that serve `purpose`.
  @inlinable
  public init(replicate: ReplicateStreams, purpose: StreamPurpose) {
    (self.replicate, self.purpose) = (replicate, purpose)
  }

  /// The word of a generation, ≥ 0.
  @inlinable @inline(__always)
  public mutating func word(of generation: Int) -> UInt64 {
    if generation >> 2 != index {
      index = generation >> 2
      block = Self.block(index, replicate, purpose)
    }
    let first = generation & 1 == 1 ? block.1 : block.0
    let last = generation & 1 == 1 ? block.3 : block.2
    return generation & 2 == 2 ? last : first
  }

  @inlinable @inline(never)
  static func block(
    _ index: Int, _ replicate: ReplicateStreams, _ purpose: StreamPurpose
  ) -> Philox4x64.Block {
    Philox4x64.block(
      counter: (
        .max, UInt64(truncatingIfNeeded: index), UInt64(truncatingIfNeeded: replicate.replicate),
        purpose.word
      ), key: replicate.key.words)
  }
}
