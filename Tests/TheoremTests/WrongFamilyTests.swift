import Testing
import _TestSupport

/// Each law fails on families or programs with one thing wrong: the proof that it can see anything.
@Suite(.inTurn(.other)) struct WrongFamilyTests {
  /// Something wrong, and the laws that must fail on it, for every family they are about.
  struct Wrong: CustomTestStringConvertible, Sendable {
    let name: String
    let caughtBy: [String]
    let family: @Sendable (any TestedFamily) -> any TestedFamily
    let program: any TestedProgram

    init(_ change: some Alteration, _ caughtBy: [String]) {
      name = "\(type(of: change))"
      self.caughtBy = caughtBy
      family = { change.applied(to: $0) }
      program = Library()
    }

    init(_ program: some TestedProgram, _ caughtBy: [String]) {
      name = "\(type(of: program))"
      self.caughtBy = caughtBy
      family = { $0 }
      self.program = program
    }

    var testDescription: String { name }
  }

  static let moments = "moments are derivatives of A"
  static let expansion = "the expansion is made of the moments"

  static let all = [
    Wrong(RaisedPartition(), [moments, "entropy is A less its Legendre term"]),
    Wrong(
      ShiftedMean(),
      [
        moments, "entropy is A less its Legendre term",
        "divergence is positive between two models", "maximum likelihood inverts the mean map",
      ]),
    Wrong(ShiftedFisher(), [moments]),
    Wrong(
      StretchedDeterminant(), [moments, "the equation of motion has the drift of its potential"]),
    Wrong(MisplacedExpansion(), [expansion]),
    Wrong(
      ShiftedMember(), ["members know their parameters", "entropy is A less its Legendre term"]),
    Wrong(LessEntropy(), ["entropy is A less its Legendre term"]),
    Wrong(
      CancelledDivergence(),
      [
        "divergence is accurate, near and far",
        "divergence depends on neither origin nor unit",
      ]),
    Wrong(
      ShrunkEstimate(),
      [
        "maximum likelihood inverts the mean map", "data on a face are fitted on that face",
        "the mean is a martingale", "bounded loops are absorbed",
        "the anchored mean relaxes geometrically", "the anchored mean is correlated geometrically",
        "a conjugate prior is worth its pseudo-data",
        "maximum likelihood does not depend on the coordinate, and maximum a posteriori does",
      ]),
    Wrong(
      BoundaryTakenForInterior(),
      ["data on a face are fitted on that face", "bounded loops are absorbed"]),
    Wrong(CredulousEstimate(), ["impossible data are refused"]),
    Wrong(
      CopiedPoint(),
      [
        "sums have the mean Mμ and the covariance MJ", "sums follow their exact law",
        "sums and raw data have one law",
      ]),
    Wrong(
      TiltedSum(),
      [
        "sums have the mean Mμ and the covariance MJ", "sums follow their exact law",
        "sums and raw data have one law", "the mean is a martingale",
      ]),
    Wrong(TiltedPoint(), ["sums and raw data have one law"]),
    Wrong(RevivingSum(), ["faces are never left", "bounded loops are absorbed"]),
    Wrong(
      HalvedExternalData(),
      ["the anchored mean relaxes geometrically", "the anchored mean is correlated geometrically"]),
    Wrong(
      IgnoredPrior(),
      [
        "a conjugate prior is worth its pseudo-data",
        "the pull of a Gaussian prior balances the data",
      ]),
    Wrong(
      ReweightedData(),
      [
        "a flat prior is none", "a conjugate prior is worth its pseudo-data",
        "the pull of a Gaussian prior balances the data",
        "maximum likelihood does not depend on the coordinate, and maximum a posteriori does",
      ]),
    Wrong(
      HalvedExponent(),
      [
        "no probability flows in the stationary state",
        "the score of the stationary density has the mean 0",
      ]),
    Wrong(
      NoJacobian(),
      ["maximum likelihood does not depend on the coordinate, and maximum a posteriori does"]),
  ]

  @Test func everyLawIsShownToFail() {
    #expect(Set(Self.all.flatMap(\.caughtBy)) == Set(Laws.all.map(\.name)))
  }

  /// It is the alteration that is caught, not the wrapper that it comes in.
  @Test func unalteredFamiliesPass() {
    for law in Laws.all {
      let family = law.families[law.families.count / 2]
      let failures = law.failures(of: Unaltered().applied(to: family))
      #expect(failures.isEmpty, "\(failures)")
    }
  }

  @Test(arguments: all)
  func isCaught(_ wrong: Wrong) {
    for law in Laws.all where wrong.caughtBy.contains(law.name) {
      for family in law.families {
        #expect(
          law.fails(on: wrong.family(family), in: wrong.program), "\(law.name), \(family.name)")
      }
    }
  }
}
