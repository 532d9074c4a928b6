/// A generator over consecutive Philox blocks of one (replicate, generation, purpose).
public struct RandomStream: RandomNumberGenerator, Sendable {
  @usableFromInline let key: (UInt64, UInt64)
  @usableFromInline let generation: UInt64
  @usableFromInline let replicate: UInt64
  @usableFromInline let purpose: UInt64
  @usableFromInline var nextBlock: UInt64 = 1
  @usableFromInline var words: Philox4x64.Block
  @usableFromInline var remaining = 4

  /// The stream of one purpose in one generation of one replicate.
  ///
  /// - Parameters:
  ///   - key: the configuration's key.
  ///   - replicate: index of the replicate, ≥ 0.
  ///   - generation: index of the generation, ≥ 0.
  ///   - purpose: what the numbers are for.
  @inlinable @inline(__always)
  public init(
    key: StreamKey, replicate: Int = 0, generation: Int = 0, purpose: StreamPurpose = .synthetic
  ) {
    self.key = key.words
    self.generation = UInt64(truncatingIfNeeded: generation)
    self.replicate = UInt64(truncatingIfNeeded: replicate)
    self.purpose = purpose.word
    words = Philox4x64.block(
      counter: (0, self.generation, self.replicate, self.purpose), key: self.key)
  }

  /// The next 64 random bits.
  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    if remaining == 0 {
      words = Self.block(counter: (nextBlock, generation, replicate, purpose), key: key)
      nextBlock &+= 1
      remaining = 4
    }
    remaining &-= 1
    // The words stay where they are: moving them up would make each read wait for the last write.
    let first = remaining & 1 == 1 ? words.0 : words.1
    let last = remaining & 1 == 1 ? words.2 : words.3
    return remaining & 2 == 2 ? first : last
  }

  /// A block after the first: seldom needed where a generation is one draw, and so kept out of the loop.
  ///
  /// By value, so that the stream can live in registers.
  @inlinable @inline(never)
  static func block(counter: Philox4x64.Block, key: (UInt64, UInt64)) -> Philox4x64.Block {
    Philox4x64.block(counter: counter, key: key)
  }
}

/// A copy of a generator that counts the words it uses, for the original to pass over.
///
/// A generator whose address is never shown lives in registers throughout a loop. What seldom happens in that
/// loop is therefore a function of its own, and has the generator by value.
@usableFromInline
struct CountingGenerator<Base: RandomNumberGenerator>: RandomNumberGenerator {
  @usableFromInline var base: Base
  @usableFromInline var count = 0

  @inlinable
  init(_ base: Base) { self.base = base }

  @inlinable
  mutating func next() -> UInt64 {
    count += 1
    return base.next()
  }
}

extension RandomNumberGenerator {
  /// Passes over words that a ``CountingGenerator`` has used.
  @inlinable @inline(__always)
  mutating func skip(_ count: Int) {
    for _ in 0..<count { _ = next() }
  }

  /// A uniform variate on [0, 1): a multiple of 2⁻⁵³, each equally likely.
  @inlinable @inline(__always)
  public mutating func nextUnit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A uniform integer from 0 to `bound − 1`, each equally likely; `bound` ≥ 1.
  @inlinable
  public mutating func nextIndex(below bound: Int) -> Int {
    precondition(bound >= 1, "a bound of at least one is needed")
    let width = UInt64(bound)
    // The high word of a product is fair once the 2⁶⁴ mod bound lowest products are left out.
    var product = next().multipliedFullWidth(by: width)
    if product.low < width {
      let excess = (0 &- width) % width
      while product.low < excess { product = next().multipliedFullWidth(by: width) }
    }
    return Int(product.high)
  }

  /// A uniform variate on (−½, ½): an odd multiple of 2⁻⁵⁴, symmetric, never an end point.
  @inlinable @inline(__always)
  public mutating func nextCentredUnit() -> Double {
    (Double(Int64(next() >> 11) - (1 << 52)) + 0.5) * 0x1p-53
  }
}

/// All streams of one replicate.
public struct ReplicateStreams: Sendable {
  /// The configuration's key.
  public let key: StreamKey
  /// Index of the replicate.
  public let replicate: Int

  /// The streams of replicate `replicate` under `key`.
  @inlinable
  public init(key: StreamKey, replicate: Int) {
    self.key = key
    self.replicate = replicate
  }

  /// The streams of one generation.
  @inlinable
  public func generation(_ generation: Int) -> GenerationStreams {
    GenerationStreams(replicate: self, generation: generation)
  }
}

/// All streams of one generation of one replicate.
public struct GenerationStreams: Sendable {
  /// All streams of the replicate.
  public let replicate: ReplicateStreams
  /// Index of the generation.
  public let generation: Int

  @inlinable
  init(replicate: ReplicateStreams, generation: Int) {
    self.replicate = replicate
    self.generation = generation
  }

  /// The stream that serves `purpose` in this generation.
  @inlinable @inline(__always)
  public func stream(for purpose: StreamPurpose) -> RandomStream {
    RandomStream(
      key: replicate.key, replicate: replicate.replicate, generation: generation, purpose: purpose)
  }
}
