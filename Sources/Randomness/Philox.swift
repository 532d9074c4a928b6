/// Philox4x64-10: 256 random bits as a pure function of a 256-bit counter and a 128-bit key.
///
/// The generator of Salmon, Moraes, Dror and Shaw, *Parallel random numbers: as easy as 1, 2, 3*
/// (SC 2011, doi 10.1145/2063384.2063405). There is no state to advance: any block of any stream is
/// computed directly, which is what makes replicate 7 of 10 equal to replicate 7 of a million.
public enum Philox4x64 {
  /// Four 64-bit words: a counter, or the random block that belongs to it.
  public typealias Block = (UInt64, UInt64, UInt64, UInt64)

  /// The block at `counter` under `key`.
  ///
  /// - Parameters:
  ///   - counter: 256 bits, first word least significant.
  ///   - key: 128 bits.
  /// - Returns: 256 bits, uniform for all practical purposes.
  @inlinable
  public static func block(counter: Block, key: (UInt64, UInt64)) -> Block {
    var (x0, x1, x2, x3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let a = x0.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
      let b = x2.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
      (x0, x1, x2, x3) = (b.high ^ x1 ^ k0, b.low, a.high ^ x3 ^ k1, a.low)
      k0 &+= 0x9E37_79B9_7F4A_7C15  // the golden ratio
      k1 &+= 0xBB67_AE85_84CA_A73B  // √3 − 1
    }
    return (x0, x1, x2, x3)
  }
}
