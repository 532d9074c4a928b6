/// Texts near a given one, as damage or a slip of the pen would leave it.
public struct Mutations: Sequence, IteratorProtocol {
  private let seeds: [[UInt8]]
  private var generator: SplitMix64
  private var left: Int

  /// `count` mutations of the texts, the same for the same seed.
  public init(of seeds: [String], count: Int, seed: UInt64) {
    self.seeds = seeds.map { Array($0.utf8) }
    (left, generator) = (count, SplitMix64(state: seed))
  }

  /// Bytes that mean something to the formats we read.
  private static let telling =
    Array("{}[]\",:.-+eE0919\n\r\t \\#\0/;'".utf8) + [0xff, 0xc3, 0xa9, 0x80]

  /// The next text; bytes that are no UTF-8 are put right, as by an editor.
  public mutating func next() -> String? {
    guard left > 0 else { return nil }
    left -= 1
    var bytes = seeds.randomElement(using: &generator)!
    for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let end = Swift.min(bytes.count, place + Int.random(in: 0...8, using: &generator))
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: bytes.insert(Self.telling.randomElement(using: &generator)!, at: place)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 3:
      if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator) }
    case 4: bytes.removeSubrange(place...)
    case 5:
      bytes.replaceSubrange(
        place..<end, with: Array(Self.numbers.randomElement(using: &generator)!.utf8))
    default:
      let other = seeds.randomElement(using: &generator)!
      let start = Int.random(in: 0...other.count, using: &generator)
      bytes.insert(contentsOf: other[start..<Swift.min(other.count, start + 12)], at: place)
    }
  }

  /// Numbers at the ends of what there is.
  private static let numbers = [
    "0", "-1", "1e308", "1e999", "-1e-320", "9223372036854775807", "-9223372036854775808",
    "18446744073709551615", "18446744073709551616", "9007199254740993", "nan", "inf", "0x10", "1e",
    "null", "true", "\"\"", "[]", "{}", String(repeating: "[", count: 3000),
  ]
}

/// Steele, Lea and Flood's generator, apart from those under test.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
