import Foundation

/// The span over the rationals of independent integer vectors, with proofs of membership.
///
/// Let r vectors B be independent. A vector q lies in their span if and only if every minor of r + 1
/// rows of (B, q) vanishes. Hadamard's inequality bounds such a minor; if it vanishes modulo primes
/// whose product exceeds the bound, it is zero.
package struct RationalSpan: Sendable {
  /// The spans modulo primes which keep the vectors independent.
  private let spans: [ModularSpan]
  /// A bound on the binary logarithm of the product of the norms of the vectors.
  private let bits: Double

  /// The span of some rows; nil if they are dependent.
  ///
  /// - Parameter extent: a bound on the binary logarithm of the norm of any vector to be tested.
  package init?(of rows: [Int], in points: HomogeneousPoints, extent: Double) {
    bits = rows.reduce(1) { $0 + Self.bits(points[$1]) }
    let needed = Self.primes(for: bits + extent)
    var spans: [ModularSpan] = []
    for field in PrimeField.all where spans.count < needed {
      var span = ModularSpan(width: points.width, field: field)
      if rows.allSatisfy({ span.insert(points[$0]) }) { spans.append(span) }
    }
    guard spans.count == needed else { return nil }
    self.spans = spans
  }

  /// Whether a vector of the extent given before lies in the span, exactly.
  package func contains(_ vector: ArraySlice<Int>) -> Bool {
    spans.prefix(Self.primes(for: bits + Self.bits(vector))).allSatisfy { $0.contains(vector) }
  }

  /// Whether a vector of the extent given before lies in the span, exactly.
  package func contains(_ vector: [Int128]) -> Bool {
    spans.allSatisfy { $0.contains(vector) }
  }

  /// The binary logarithm of a bound on the norm of a vector.
  package static func bits(_ vector: ArraySlice<Int>) -> Double {
    0.5 * log2(vector.reduce(0) { $0 + Double($1) * Double($1) }) + 1e-6
  }

  /// The same for large integers.
  package static func bits(_ vector: [Int128]) -> Double {
    0.5 * log2(vector.reduce(0) { $0 + Double($1) * Double($1) }) + 1e-6
  }

  private static func primes(for bits: Double) -> Int { Int(bits / PrimeField.bits) + 1 }
}
