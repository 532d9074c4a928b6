import Claims
import Families
import Testing
import _TestSupport

/// P7: the equation of motion.
@Suite("P7 equation of motion", .inTurn(.theorem)) struct P7EquationOfMotionTests: ClaimSuite {
  typealias Tested = EquationOfMotionClaim

  static let bugs = [
    withoutExternalData(caughtBy: ["mean change of θ₁ times M", "mean change of θ₂ times M"]),
    anchored(
      "the prior is twenty times too narrow", .narrowPrior,
      caughtBy: ["drift of θ₁", "drift of θ₂"]),
    anchored(
      "every fourth estimate is taken for one on the boundary",
      WrongAnchoredProgram(external: { $0 }, fit: { HastyBoundary(prior: $0) }),
      caughtBy: ["fraction of finite estimates"]),
    anchored(
      "every synthetic sample counts twice", DoubledAnchoredProgram(),
      caughtBy: ["variance of θ₁", "variance of θ₂", "covariance of θ₁ and θ₂"]),
  ]

  @Test("P7 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("P7 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
