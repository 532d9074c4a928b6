/// Whether bytes are text in UTF-8 without NUL.
enum TextCheck {
  /// What is wrong with a text.
  struct Flaw: Equatable {
    /// Where the byte stands.
    var offset: Int
    /// The byte.
    var byte: UInt8
  }

  /// The first byte that text cannot have, or `nil` if there is none.
  static func flaw(in bytes: UnsafePointer<UInt8>, count: Int) -> Flaw? {
    var offset = 0
    while true {
      offset = endOfPlain(bytes, from: offset, count: count)
      guard offset < count else { return nil }
      guard let length = length(of: bytes + offset, left: count - offset) else {
        return Flaw(offset: offset, byte: bytes[offset])
      }
      offset += length
    }
  }

  /// Where the first byte stands that is 0 or above 127; `count` if there is none.
  @inline(__always)
  private static func endOfPlain(_ bytes: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int
  {
    let (ones, highs) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    var offset = start
    while offset + 32 <= count {
      var seen: UInt64 = 0
      for k in 0..<4 {
        let word = UnsafeRawPointer(bytes + offset + 8 * k).loadUnaligned(as: UInt64.self)
        // A high bit, or a borrow from a byte that is 0.
        seen |= word | (word &- ones)
      }
      if seen & highs != 0 { break }
      offset += 32
    }
    while offset < count, bytes[offset] != 0, bytes[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// The length of the character at `bytes`, or `nil` if that is none (Unicode, table 3-7).
  private static func length(of bytes: UnsafePointer<UInt8>, left: Int) -> Int? {
    func follows(_ k: Int, _ allowed: ClosedRange<UInt8> = 0x80...0xbf) -> Bool {
      k < left && allowed.contains(bytes[k])
    }
    switch bytes[0] {
    case 0x01...0x7f: return 1
    case 0xc2...0xdf: return follows(1) ? 2 : nil
    case 0xe0: return follows(1, 0xa0...0xbf) && follows(2) ? 3 : nil
    case 0xed: return follows(1, 0x80...0x9f) && follows(2) ? 3 : nil
    case 0xe1...0xef: return follows(1) && follows(2) ? 3 : nil
    case 0xf0: return follows(1, 0x90...0xbf) && follows(2) && follows(3) ? 4 : nil
    case 0xf1...0xf3: return follows(1) && follows(2) && follows(3) ? 4 : nil
    case 0xf4: return follows(1, 0x80...0x8f) && follows(2) && follows(3) ? 4 : nil
    default: return nil
    }
  }
}
