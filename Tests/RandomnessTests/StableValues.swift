// First values of streams and variates, written down once. They are not correct in any sense of
// their own: they are what published results were made with.

extension StreamTests {
  static let stableWords: [UInt64] = [
    10_144_092_725_700_573_725, 6_092_460_226_051_009_649, 18_155_497_224_308_030_394,
    8_184_203_266_411_566_324, 10_801_113_638_792_758_337, 15_979_190_809_361_297_537,
  ]
  static let stableUnit = 0.16135921180066504
}

extension BinomialTests {
  static let stableDraws = [
    [501, 510, 491, 508], [8, 3, 1, 5], [3719, 3709, 3730, 3712],
    [
      2_251_799_817_005_538, 2_251_799_840_440_182, 2_251_799_789_583_777, 2_251_799_833_327_920,
    ],
  ]
}

extension PoissonTests {
  static let stableDraws = [
    [0, 0, 1, 0], [5, 4, 9, 6], [22, 18, 31, 23], [999_285, 998_551, 1_001_071, 999_544],
  ]
}

extension ContinuousVariateTests {
  static let stableNormals = [
    -0.7379192712524973, 0.18142766720796857, 0.21696613975341705, 0.5555360987789058,
  ]
  static let stableGammas = [0.0015217730338323722, 1.2518768303905323, 92.47980046661174]
}

extension BinomialTablesTests {
  static let stableDraws = [482, 4, 895, 255, 997, 47]
}
