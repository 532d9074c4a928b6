/// A short name for some bytes: other bytes have, except for an accident of 1 in 2⁶⁴, another.
package func fingerprint(_ text: some StringProtocol) -> String {
  RunningChecksum.text(of: text.utf8)
}

/// Fowler, Noll and Vo's hash 1a of bytes as they come: it guards against mistakes, not against intent.
package struct RunningChecksum: Sendable {
  @usableFromInline var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Of no bytes yet.
  package init() {}

  /// Takes in more bytes.
  @inlinable package mutating func add(_ bytes: some Sequence<UInt8>) {
    var hash = hash
    let done: Void? = bytes.withContiguousStorageIfAvailable { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    if done == nil { for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    self.hash = hash
  }

  /// Sixteen hexadecimal digits.
  package var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// That of some bytes.
  @inlinable package static func text(of bytes: some Sequence<UInt8>) -> String {
    var checksum = RunningChecksum()
    checksum.add(bytes)
    return checksum.text
  }
}
