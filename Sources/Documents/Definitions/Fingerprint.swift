/// A short name for some bytes: other bytes have, except for an accident of 1 in 2⁶⁴, another.
///
/// Fowler, Noll and Vo's hash 1a: it guards against mistakes, not against intent.
package func fingerprint(_ text: some StringProtocol) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
