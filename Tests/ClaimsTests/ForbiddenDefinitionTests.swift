import Claims
import Documents
import Foundation
import Simulation
import Testing

/// Definitions that are not allowed, because there is no such model, no stationary law, or no end to
/// the computation.
@Suite struct ForbiddenDefinitionTests {
  /// A setting, the field and the value that must be named, and words of what is allowed instead.
  struct Case: CustomTestStringConvertible {
    let id: String
    let settings: [String]
    let field: String
    let value: String
    let words: String

    /// `setting` is `field=value`, and the error names both.
    init(_ id: String, _ setting: String, says words: String) {
      let parts = setting.split(separator: "=").map(String.init)
      self.init(id, [setting], field: parts[0], value: parts[1], says: words)
    }

    init(
      _ id: String, _ settings: [String], field: String, value: String, says words: String
    ) {
      (self.id, self.settings, self.field) = (id, settings, field)
      (self.value, self.words) = (value, words)
    }

    var testDescription: String { "\(id) \(settings.joined(separator: " "))" }
  }

  static let least = "-9223372036854775808"

  static let levels = [
    Case("fig2", "iii.anchor=7", says: "-10, -8, …, 10"),
    Case("fig2", "ii.anchor=12", says: "-10, -8, …, 10"),
    Case("fig2", "i.anchor=\(least)", says: "from -10000 to 10000"),
    Case("fig2", ["ii.spins=3"], field: "ii.anchor", value: "0", says: "N = 3: -3, -1, …, 3"),
    Case("fig2", ["i.spins=2"], field: "i.anchor", value: "-6", says: "N = 2: -2, 0, 2"),
    Case("fixed-anchor", "anchors=-7", says: "-10, -8, …, 10"),
    Case("fixed-anchor", ["anchors=-6,11"], field: "anchors", value: "11", says: "-10, -8, …, 10"),
    Case("fixed-anchor", "anchors=\(least)", says: "from -10000 to 10000"),
    Case("equation-of-motion", "anchor=7", says: "-10, -8, …, 10"),
    Case(
      "equation-of-motion", ["spins=4"], field: "fieldAnchor", value: "-6", says: "-4, -2, …, 4"),
    Case("fixed-anchor", ["spins=1"], field: "anchors", value: "-6", says: "N = 1: -1, 1"),
  ]

  static let laws = [
    Case(
      "fig2", "i.anchor=-10", says: "-10 < S < 10, because otherwise there is no stationary law"),
    Case("fig2", "i.anchor=10", says: "onto it: all spins up"),
    Case(
      "fig2", "i.external=0", says: "from 1 to 1000000, because otherwise there is no stationary"),
    Case(
      "fig2", ["i.external=0", "i.anchor=10"], field: "i.external", value: "0",
      says: "nothing holds the parameter in place"),
    Case("fig2", "i.spins=1", says: "from 2 to 10000"),
    Case("fig3", "external=0", says: "from 1 to 1000000, because there is no stationary law"),
  ]

  static let ranges = [
    Case("fig1", "d.spins=1", says: "from 2 to 10000"),
    Case("fig1", "d.samples=0", says: "a whole number from 1 to"),
    Case("fig1", "d.fields=-20.5", says: "from -20 to 20"),
    Case("fig2", "ii.variance=0", says: "from 1e-06 to 1000000"),
    Case("fig2", "ii.variance=-1", says: "from 1e-06 to 1000000"),
    Case("fig2", "i.external=-1", says: "from 1 to 1000000"),
    Case("fig2", "ii.external=-1", says: "from 0 to 5000"),
    Case("fig2", "iii.external=1001", says: "from 0 to 1000"),
    Case("fig2", "maximumParameter=0", says: "from 0.1 to 100"),
    Case("fig3", "rates=-1", says: "from 0 to 1000000"),
    Case("fig3", "external=-1", says: "a whole number from 1 to"),
    Case("fig3", "truths=0", says: "from 1e-06 to 1000000"),
    Case("fixed-anchor", "truth=0", says: "from 0.0001 to 0.9999"),
    Case("fixed-anchor", "external=0", says: "from 1 to 1000"),
    Case("infinite-synthetic", "external=0", says: "from 1 to 1000"),
    Case("infinite-synthetic", "generations=-5", says: "from 1 to 1000000000000"),
    Case("infinite-synthetic", "truth=1", says: "from 0.001 to 0.999"),
    Case("rem", "spins=21", says: "from 1 to 20"),
    Case("rem", "samples=1", says: "from 2 to 2000"),
    Case("rem", "temperatures=0", says: "from 0.05 to 1000"),
    Case("rem", "generationsShown=0", says: "from 1 to 100000"),
    Case("equation-of-motion", "spins=1", says: "from 2 to 10000"),
    Case("equation-of-motion", "samples=99", says: "from 100 to 1000000"),
    Case("equation-of-motion", "replicates=1", says: "from 2 to"),
    Case("equation-of-motion", "grid=1", says: "from 2 to 100"),
    Case("equation-of-motion", "variance=0", says: "from 0.001 to 1000000"),
    Case("entropy", "samples=19", says: "from 20 to 2000"),
    Case("entropy", "symbols=1", says: "from 2 to 10000"),
    Case("entropy", "timeShown=4.5", says: "from 0.01 to 4"),
    Case("coordinates", "exponent=0", says: "from 0.01 to 100"),
    Case("coordinates", "start=1", says: "from 0.001 to 0.999"),
    Case("coordinates", "samples=1001", says: "from 3 to 1000"),
    Case("dose", "samples=9", says: "from 10 to 10000"),
    Case("dose", "external=0", says: "from 1 to 1000"),
    Case("dose", "exactSamples=1501", says: "from 1 to 1500"),
    Case("dose", "shape=0", says: "from 0.05 to 100"),
    Case("tails", "symbols=1", says: "from 2 to 10000"),
    Case("tails", "minority=1", says: "from 0.001 to 0.999"),
    Case("tails", "samples=2001", says: "from 2 to 2000"),
    Case("tails", "exponent=-1", says: "from 0 to 5"),
    Case("remedies", "truth=1", says: "from 0.01 to 0.99"),
    Case("remedies", "samples=2", says: "from 3 to 300"),
    Case("remedies", "impurity=1", says: "from 0 to 0.99"),
    Case("remedies", "penalty=0", says: "from 0.001 to 1000"),
    Case("errors", "samples=61", says: "from 2 to 60"),
    Case("errors", "rate=0.3", says: "from 0.001 to 0.25"),
    Case("errors", "coupling=4", says: "from -3 to 3"),
    Case("errors", "generationsShown=1", says: "from 2 to 100000"),
    Case("libraries", "floorSamples=2", says: "from 3 to 1000"),
    Case("libraries", "constants=0", says: "from 0.05 to 10"),
    Case("libraries", "poolGenerations=201", says: "from 1 to 200"),
    Case("blur", "samples=1", says: "from 2 to 90"),
    Case("blur", "features=9", says: "from 1 to 8"),
    Case("blur", "difference=1.5", says: "from 0 to 1"),
    Case("blur", "fresh=0", says: "from 1 to 10"),
    Case("families", "counts=0", says: "from 0.001 to 1000000"),
    Case("families", "dimensions=1", says: "from 2 to 10"),
    Case("families", "samples=5", says: "from 6 to 10000"),
    Case("families", "generationsShown=1", says: "from 2 to 1000000"),
    Case("families", "timeShown=0", says: "from 0.01 to 100"),
    Case("families", "covarianceReplicates=1", says: "from 2 to 100000"),
    Case("families", "confidence=1", says: "from 0.5 to 0.999999"),
    Case("accumulate", "samples=1", says: "from 2 to 1000"),
    Case("accumulate", "truth=1", says: "from 0.001 to 0.999"),
    Case("accumulate", "generations=0", says: "from 1 to 10000"),
    Case("accumulate", "gaussianGenerations=10001", says: "from 1 to 10000"),
    Case("weights", "samples=31", says: "from 2 to 30"),
    Case("weights", "timeSamples=17", says: "from 2 to 16"),
    Case("weights", "largestSamples=9", says: "from 10 to 30"),
  ]

  /// Chains keep as long as they burn in.
  static let horizons = [
    Case("fig2", "generations=1000", says: "chains × burnIn = 20 × 20000 = 400000"),
    Case("fig2", "chains=1", says: "from 2 to"),
    Case(
      "fig2", ["generations=7", "burnIn=0"], field: "generations", value: "7",
      says: "at least 20, one for each of the chains"),
    Case("fig3", "generations=99999", says: "20 × 5000 = 100000"),
    Case(
      "fixed-anchor", ["burnIn=1000000"], field: "generations", value: "2000000", says: "20000000"),
    Case(
      "infinite-synthetic", ["samples=100", "burnInTimes=1000", "generations=70"],
      field: "generations", value: "70",
      says: "burnInTimes × 100 / external = 16 × 100000 = 1600000"),
    Case(
      "infinite-synthetic", ["samples=1000000000", "burnInTimes=2"],
      field: "burnInTimes × 1000000000 / external", value: "2000000000", says: "1000000000"),
    Case(
      "infinite-synthetic", ["samples=1000000000", "burnInTimes=0", "relaxations=1e6"],
      field: "relaxations × 1000000000 / external", value: "1000000000000000",
      says: "1000000000000"),
  ]

  /// What is solved for exactly has to fit.
  static let sizes = [
    Case(
      "fixed-anchor", ["samples=400"], field: "spins × (samples + external)",
      value: "10 × (400 + 1)", says: "a product of at most 4000"),
    Case("fixed-anchor", "samples=9223372036854775807", says: "a whole number from 1 to"),
    Case("infinite-synthetic", "exactSamples=100000", says: "from 1 to 4000"),
    Case(
      "infinite-synthetic", ["truth=0.3", "exactSamples=2001"], field: "exactSamples",
      value: "2001", says: "from 1 to 2000"),
    Case(
      "coordinates", ["samples=3", "timeShown=0.1"], field: "timeShown × samples",
      value: "0.1 × 3", says: "a product of at least 1"),
    Case(
      "families", ["samples=50", "timeShown=0.01"], field: "timeShown × samples",
      value: "0.01 × 50", says: "a product of at least 1"),
    Case(
      "entropy", ["samples=50", "discreteTimeShown=0.01"], field: "discreteTimeShown × samples",
      value: "0.01 × 50", says: "a product of at least 1"),
    Case("fig3", "samples=2001", says: "from 1 to 2000"),
    Case("digits-machine", "loop.samples=1", says: "from 2 to 100000"),
    Case("digits-machine", "retraining.biasRate=1.5", says: "from 0 to 1"),
    Case("digits-network", "loop.rareClass=10", says: "from 0 to 9"),
    Case("digits-network", "start.updates=0", says: "from 1 to 1000000"),
    Case("digits-network", "noise=0", says: "from 0.0001 to 0.5"),
    Case("fig3", "truths=25.6", says: "values up to 25.5 with"),
    Case(
      "fig3", ["external=1000000"], field: "truths", value: "1", says: "values up to 0.00545 with"),
    Case("fig3", "maximumValue=1000", says: "a number up to 990, or more binSteps"),
    Case("fig3", ["rates=1e6"], field: "maximumValue", value: "3", says: "a number up to 0.199"),
  ]

  @Test(arguments: [levels, laws, ranges, horizons, sizes].joined())
  func oneSentenceNamesFieldValueAndWhatIsAllowed(_ forbidden: Case) throws {
    func definition<E: Experiment>(_ experiment: E.Type) throws -> any ExperimentDefinition {
      try E.definition(.paper, seed: 1, settings: forbidden.settings)
    }
    let experiment = allExperiments.first { $0.id == forbidden.id }!
    let error = try #require(throws: DefinitionError.self) { try definition(experiment) }
    #expect(error.field == forbidden.field)
    #expect(error.value == forbidden.value)
    #expect(error.allowed.contains(forbidden.words), "\(error)")
    let sentence = "\(error)"
    #expect(
      sentence.hasPrefix("\(error.field) = \(error.value) is not allowed: use \(error.allowed)"))
    #expect(!sentence.unicodeScalars.contains { CharacterSet.controlCharacters.contains($0) })
    #expect(!sentence.contains("  ") && !sentence.contains("--") && !sentence.hasSuffix(" "))
  }

  /// Just inside of what is said to be allowed.
  @Test func theBoundsThatAreNamedAreAllowed() throws {
    _ = try Figure2.definition(.paper, seed: 1, settings: ["generations=400000", "i.anchor=-8"])
    _ = try Figure2.definition(.paper, seed: 1, settings: ["i.spins=2", "i.anchor=0"])
    _ = try Figure2.definition(.paper, seed: 1, settings: ["generations=20", "burnIn=0"])
    _ = try Figure3.definition(.paper, seed: 1, settings: ["truths=25.5", "maximumValue=990"])
    _ = try Figure3.definition(
      .paper, seed: 1,
      settings: [
        "external=1000000", "truths=0.00545",
        "maximumValue=0.199",
      ])
    _ = try FixedAnchor.definition(.paper, seed: 1, settings: ["samples=399", "anchors=-10,10"])
    _ = try InfiniteSynthetic.definition(
      .paper, seed: 1, settings: ["samples=100", "burnInTimes=1000", "generations=1600000"])
  }

  /// A definition without sections does not speak of any.
  @Test func anUnknownNameListsTheFieldsThatThereAre() {
    func sentence<E: Experiment>(_ experiment: E.Type) -> String {
      let error = #expect(throws: DefinitionError.self) {
        try E.definition(.paper, seed: 1, settings: ["nonsense=1"])
      }
      return "\(error!)"
    }
    #expect(sentence(Figure2.self).contains("or in one section only: i.anchor, i.bins"))
    #expect(
      sentence(Figure3.self).hasSuffix(
        "use one of binSteps, burnIn, chains, external, generations, maximumValue, rates, samples,"
          + " seed, truths"))
  }
}
