/// Fowler, Noll and Vo's hash 1a of bytes as they come: it guards against mistakes, not against intent.
struct RunningChecksum {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes in more bytes.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    var hash = hash
    let done: Void? = bytes.withContiguousStorageIfAvailable { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    if done == nil { for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    self.hash = hash
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// That of some bytes.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    var checksum = RunningChecksum()
    checksum.add(bytes)
    return checksum.text
  }
}
