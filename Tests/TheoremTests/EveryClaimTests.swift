import Claims
import Foundation
import Testing
import _TestSupport

/// What holds for the claims as a whole.
@Suite struct EveryClaimTests {
  @Test func theBudgetCoversAllClaims() {
    let spent = claimTests.reduce(0) { $0 + Double(claimSeeds.count) * $1.falseAlarm }
    #expect(spent <= FalseAlarmBudget.share(of: "claims at two seeds") * (1 + 1e-12))
  }

  /// The names of the file, of the suite and of its tests begin with the claim's id, so that a failing
  /// run says which claim broke; `Scripts/mutants` reads them, too.
  ///
  /// That no suite is without planted bugs is seen to by the suite itself: it wants one for every kind of
  /// random check.
  @Test(arguments: claimTests.map { $0.id })
  func everyClaimHasAFileOfItsOwn(id: String) throws {
    let claim = claimTests.first { $0.id == id }!
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: claim.testFile)
    let text = try String(contentsOf: file, encoding: .utf8)
    let suite = file.deletingPathExtension().lastPathComponent
    for line in [
      "@Suite(\"\(id) ", "struct \(suite): ClaimSuite", "typealias Tested = \(claim)",
      "@Test(\"\(id) comes out as on record\", arguments: claimSeeds)",
      "@Test(\"\(id) would notice a bug\", arguments: bugs)",
    ] {
      #expect(text.contains(line))
    }
  }
}
