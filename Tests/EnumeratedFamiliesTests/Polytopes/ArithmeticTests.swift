import BigInt
import EnumeratedFamilies
import Testing
import _TestSupport

/// The exact arithmetic under the proofs.
@Suite struct ArithmeticTests {
  @Test func primeFields() {
    #expect(PrimeField.all.count == 64)
    #expect(PrimeField.all[0].p == (1 << 61) - 1)
    var generator = Generator(state: 1)
    for field in PrimeField.all {
      #expect(BigInt(field.p).isPrime())
      #expect(field.p > 1 << 60)
      let one = field.representative(of: 1)
      for _ in 0..<10 {
        let a = Int128.random(in: -(1 << 100)...(1 << 100), using: &generator)
        let b = Int128.random(in: -(1 << 26)...(1 << 26), using: &generator)
        let (x, y) = (field.representative(of: a), field.representative(of: b))
        #expect(field.multiply(x, y) == field.representative(of: a * b))
        #expect(field.subtract(x, y) == field.representative(of: a - b))
        if x != 0 { #expect(field.multiply(x, field.inverse(of: x)) == one) }
      }
    }
  }

  /// A vector that is in the span modulo the first prime only.
  @Test func spansOverTheRationals() throws {
    let p = 1 << 31
    let rows = [[0, 0, 0], [1, 0, 0], [0, 1, p - 1], [1, 1, p - 1], [1, 1, p]]
    let points = HomogeneousPoints(rows)
    let span = try #require(RationalSpan(of: [0, 1, 2], in: points, extent: 90))
    #expect(span.contains(points[3]))
    #expect(!span.contains(points[4]))
    #expect(span.contains([1 << 53, 5, 1 << 50, Int128(p - 1) << 50]))
    let prime = Int128(PrimeField.all[0].p)
    let missed: [Int128] = [1, 0, 0, prime]
    var modular = ModularSpan(width: 4, field: PrimeField.all[0])
    for y in 0..<3 { modular.insert(points[y]) }
    #expect(modular.contains(missed))
    #expect(!span.contains(missed))
    #expect(RationalSpan(of: [0, 1, 2, 3], in: points, extent: 90) == nil)
  }

  @Test func boundsOfInverses() throws {
    let inverse = try #require(
      BoundedInverse(of: [2, 1, 1, 1], approximately: [1, -1, -1, 2], size: 2))
    // With the first column halved the inverse is (2, −2; −1, 2).
    #expect(inverse.exponents == [1, 0])
    #expect((4...5).contains(inverse.rowBound) && (4...5).contains(inverse.columnBound))
    #expect(BoundedInverse(of: [2, 1, 1, 1], approximately: [1, 1, -1, 2], size: 2) == nil)
    #expect(BoundedInverse(of: [1, 1, 1, 1], approximately: [1, -1, -1, 2], size: 2) == nil)
    #expect(BoundedInverse(of: [1], approximately: [.nan], size: 1) == nil)
  }

  /// The exact simplex method, on problems which the proposals settle too.
  @Test func exactProgram() throws {
    var generator = Generator(state: 5)
    for _ in 0..<200 {
      let dimension = Int.random(in: 1...3, using: &generator)
      let points = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        (0..<dimension).map { _ in Int.random(in: -2...2, using: &generator) }
      }
      let mean = (0..<dimension).map { _ in Int.random(in: -4...4, using: &generator) }
      let homogeneous = HomogeneousPoints(points)
      var program = ExactProgram(homogeneous, target: homogeneous.vector(sum: mean, count: 3))
      let expected = FacetEnumeration(points).smallestFace(mean, 3)
      #expect(program.support() == expected, "\(points) \(mean)")
    }
  }
}
