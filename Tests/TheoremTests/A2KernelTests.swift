import Claims
import Testing
import _TestSupport

/// A2: kernel density estimates.
@Suite("A2 kernel", .inTurn(.theorem)) struct A2KernelTests: ClaimSuite {
  typealias Tested = KernelClaim

  static let bugs = [
    bug(
      "the bandwidth is squared once too often",
      caughtBy: [
        "mean variance over h² with a fixed bandwidth",
        "distance of the difference of two points to its law",
        "distance of the squared length of a difference in the plane to its law",
        "mean variance with a relative bandwidth",
        "distance of the ratio of differences to its law",
        "distance of a new point of a pool to its law",
      ]
    ) { programs in
      programs.fit = { fit in
        switch fit.bandwidth {
        case .fixed(let h): KernelFit(.fixed(h * h))
        case .relative(let h): KernelFit(.relative(h * h))
        }
      }
    },
    bug(
      "a bandwidth that should be relative is fixed",
      caughtBy: ["distance of the ratio of differences to its law"]
    ) { programs in
      programs.fit = { fit in
        if case .relative(let h) = fit.bandwidth { KernelFit(.fixed(h)) } else { fit }
      }
    },
  ]

  @Test("A2 comes out as on record", arguments: claimSeeds)
  func comesOutAsOnRecord(seed: UInt64) throws {
    try expectRecordedVerdict(seed: seed)
  }

  @Test("A2 would notice a bug", arguments: bugs)
  func bugIsCaught(_ bug: Bug) throws {
    try expectCaught(bug)
  }
}
