import Experiments
import Foundation
import Testing
import _TestSupport

/// The suite of each claim, in the order in which claims are listed.
let claimSuites: [any ClaimSuite.Type] = [
  P1MartingaleTests.self, P2AbsorptionTests.self, P3FixationTests.self, P4ScalingTests.self,
  P5FinalLevelTests.self, P6RandomEnergyTests.self, P7EquationOfMotionTests.self,
  P7aIsingDiffusionTests.self, P7bTransitionDensityTests.self, P8MeanDiffusionTests.self,
  P9EntropyTests.self, P10StationaryLawTests.self, P11NormalisabilityTests.self,
  P12OnePointTests.self, P13PriorTests.self, P14PriorAndPointTests.self,
  P15SquareRootProcessTests.self, P16PoissonTests.self, P17InfiniteSyntheticTests.self,
  P18ReparametrisationTests.self, X4ConservationTests.self, X6ConjugateLimitTests.self,
  X7FreshOrFixedTests.self, X8CoordinateTests.self,
]

/// What holds for the claims as a whole.
@Suite struct EveryClaimTests {
  @Test func theBudgetCoversAllClaims() {
    let spent = claimTests.reduce(0) { $0 + Double(claimSeeds.count) * $1.falseAlarm }
    #expect(spent <= FalseAlarmBudget.share(of: "claims at two seeds") * (1 + 1e-12))
  }

  @Test func everyClaimHasASuiteWithPlantedBugs() {
    #expect(claimSuites.map { $0.claim.id } == claimTests.map { $0.id })
    #expect(claimSuites.allSatisfy { !$0.bugs.isEmpty })
  }

  /// The names of the file, of the suite and of its tests begin with the claim's id, so that a failing
  /// run says which claim broke; `Scripts/mutants` reads them, too.
  @Test(arguments: claimSuites.indices)
  func everyClaimHasAFileOfItsOwn(index: Int) throws {
    let (suite, id) = (claimSuites[index], claimSuites[index].claim.id)
    #expect("\(suite)".prefixMatch(of: /[A-Z]\d+[a-z]?(?=[A-Z])/)?.output ?? "" == id)
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "\(suite).swift")
    #expect(claimTests[index].testFile == "Tests/TheoremTests/\(suite).swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    for line in [
      "@Suite(\"\(id) ", "struct \(suite): ClaimSuite",
      "@Test(\"\(id) comes out as on record\", arguments: claimSeeds)",
      "@Test(\"\(id) would notice a bug\", arguments: bugs)",
    ] {
      #expect(text.contains(line))
    }
  }
}
