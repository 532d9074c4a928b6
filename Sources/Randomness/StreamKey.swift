/// A node in the tree of random streams: root seed, experiment, configuration, and so on.
///
/// Children are derived by Philox itself, so that a name, however long, reaches all 128 bits and
/// the same path of names gives the same key on every machine and in every version.
public struct StreamKey: Hashable, Sendable {
  @usableFromInline let words: (UInt64, UInt64)

  @inlinable
  init(words: (UInt64, UInt64)) { self.words = words }

  /// The root of the tree.
  ///
  /// - Parameter rootSeed: any 64-bit number; different seeds give unrelated trees.
  public init(rootSeed: UInt64) {
    self.init(words: (rootSeed, 0))
  }

  /// The key of the branch called `name`.
  ///
  /// - Parameter name: any text. Names that differ in one byte, or in length only, give unrelated
  ///   keys.
  public func child(_ name: String) -> StreamKey {
    var key = words
    let bytes = Array(name.utf8)
    // Absorb 24 bytes at a time; the last word of the counter tells the length, so that no two
    // names share their sequence of counters. Zero is left to the streams' own counters.
    for start in stride(from: 0, through: max(bytes.count - 1, 0), by: 24) {
      var chunk: [UInt64] = [0, 0, 0]
      for (offset, byte) in bytes[start..<min(start + 24, bytes.count)].enumerated() {
        chunk[offset / 8] |= UInt64(byte) << UInt64(8 * (offset % 8))
      }
      let counter = (chunk[0], chunk[1], chunk[2], ~UInt64(bytes.count))
      let block = Philox4x64.block(counter: counter, key: key)
      key = (block.0, block.1)
    }
    return StreamKey(words: key)
  }

  /// Equality of all 128 bits.
  public static func == (a: StreamKey, b: StreamKey) -> Bool { a.words == b.words }

  /// Feeds all 128 bits to `hasher`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

/// What the random numbers of a generation are for; each purpose has a stream of its own.
///
/// Adding draws for one purpose therefore never shifts those of another.
public struct StreamPurpose: Hashable, Sendable {
  @usableFromInline let word: UInt64

  @inlinable
  init(_ word: UInt64) { self.word = word }

  /// Drawing the synthetic samples of a generation.
  @inlinable public static var synthetic: StreamPurpose { StreamPurpose(0) }
  /// Drawing external data from the truth.
  @inlinable public static var external: StreamPurpose { StreamPurpose(1) }
  /// Choosing a random start.
  @inlinable public static var start: StreamPurpose { StreamPurpose(2) }
  /// Choosing among data that are there already.
  @inlinable public static var choice: StreamPurpose { StreamPurpose(3) }
  /// Drawing a model from its posterior.
  @inlinable public static var estimation: StreamPurpose { StreamPurpose(4) }
}
