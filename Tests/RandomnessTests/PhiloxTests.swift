import Randomness
import Testing
import _TestSupport

@Suite struct PhiloxTests {
  /// Random123's published vectors, and more from its reference implementation.
  @Test func knownAnswers() throws {
    let rows = try Golden("philox4x64-10", in: .module).rows
    #expect(rows.count > 100)
    for row in rows {
      func word(_ name: String) -> UInt64 { UInt64(row[name]!, radix: 16)! }
      let block = Philox4x64.block(
        counter: (word("c0"), word("c1"), word("c2"), word("c3")), key: (word("k0"), word("k1")))
      #expect(block == (word("r0"), word("r1"), word("r2"), word("r3")), "\(row)")
    }
  }
}
