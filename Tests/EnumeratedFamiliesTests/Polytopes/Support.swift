import EnumeratedFamilies

/// SplitMix64, so that every run tests the same cases.
struct Generator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// All σᵢ and σᵢσⱼ of the states of some spins.
func ising(_ spins: Int) -> [[Int]] {
  (0..<1 << spins).map { y in
    let s = (0..<spins).map { y >> $0 & 1 == 1 ? 1 : -1 }
    return s + (0..<spins).flatMap { i in (i + 1..<spins).map { s[i] * s[$0] } }
  }
}

/// The sum of some of the points.
func sum(_ points: [[Int]], _ chosen: [Int]) -> [Int] {
  points[0].indices.map { a in chosen.reduce(0) { $0 + points[$1][a] } }
}

extension LatticePolytope {
  /// The smallest face, or nil outside; other errors are passed on.
  func face(_ sum: [Int], _ count: Int, among: [Int]? = nil) throws -> [Int]? {
    do { return try smallestFace(containing: sum, count: count, among: among) } catch {
      if error == .outside { return nil }
      throw error
    }
  }
}
