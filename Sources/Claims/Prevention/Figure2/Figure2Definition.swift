import Documents
import Families
import Simulation
import Theory

/// Everything Figure 2 depends on: N spins held back by a data point, by a prior, and by both.
package struct Figure2Definition: ExperimentDefinition {
  @Field("Root of all random streams.") package var seed = defaultSeed
  package let policy = "replace, with fixed external points"
  @Field("Generations kept in each case, summed over its chains.", in: Validate.generations)
  package var generations = 10_000_000
  @Field("Independent chains of each case.", in: 2...1000) package var chains = 20
  @Field(
    "Generations that each chain runs before the first that is kept.",
    in: Validate.burnIn)
  package var burnIn = 20_000
  @Field("The histograms reach from minus this to this.", in: 0.1...100)
  package var maximumParameter = 3.5
  /// Case i.
  package var i = AnchoredCase()
  /// Case ii.
  package var ii = PriorCase()
  /// Case iii.
  package var iii = PriorCase(external: 1)

  /// Case i: the coupling held at zero, maximum likelihood, fixed external points.
  package struct AnchoredCase: FieldGroup {
    package let family = "independent-spins"
    package let estimator = "maximum-likelihood"
    @Field(
      "N.", in: 2...10_000,
      because: "one spin has no S inside the interval that external points must lie in")
    package var spins = 10
    @Field("Every M.", in: Validate.exact) package var samples = [50]
    @Field(
      "m.", in: 1...1_000_000,
      because: "otherwise there is no stationary law: without external data nothing holds the"
        + " parameter in place")
    package var external = 1
    @Field("S of the external points.", in: Validate.levels) package var anchor = -6
    @Field("Bins of the histogram.", in: 1...10_000) package var bins = 88
  }

  /// Cases ii and iii: Gaussian priors on both parameters, with fixed external points or without.
  package struct PriorCase: FieldGroup {
    package let family = "coupled-spins"
    package let estimator = "maximum-a-posteriori, gaussian"
    @Field("N.", in: 2...10_000) package var spins = 10
    @Field("Every M.", in: Validate.exact) package var samples = [50, 400]
    @Field("m.", in: 0...5000) package var external = 0
    @Field("S of the external points.", in: Validate.levels) package var anchor = 0
    @Field("The variance of both priors; their mean is 0.", in: 1e-6...1e6)
    package var variance = 2.0
    @Field("Bins of the histograms.", in: 1...10_000) package var bins = 70
  }

  /// Checks that there is a stationary law to be found, too.
  package func validate() throws {
    try Validate.longRun(generations: generations, chains: chains, burnIn: burnIn)
    try Validate.byLevel("i.samples", i.samples, spins: i.spins)
    try Validate.anchor("i.anchor", [i.anchor], spins: i.spins)
    for (name, prior) in [("ii", ii), ("iii", iii)] {
      try Validate.byLevel("\(name).samples", prior.samples, spins: prior.spins)
      // The narrower the law, the more its integrals suffer from the rounding of the likelihood.
      try Validate.count(
        "\(name).external", [prior.external], from: 0, to: 10_000 / prior.spins)
      try Validate.anchor("\(name).anchor", [prior.anchor], spins: prior.spins)
    }
    do {
      _ = try i.law()
    } catch {
      throw DefinitionError(
        field: "i.anchor", value: "\(i.anchor)",
        allowed: "a value of S inside -\(i.spins) < S < \(i.spins), because otherwise \(error)")
    }
  }
}

extension Figure2Definition.AnchoredCase {
  /// mφ₀ and m.
  var externalData: SufficientStatistics<Double> {
    SufficientStatistics(sum: Double(external * anchor), count: Double(external))
  }

  /// The stationary law for M → ∞.
  func law() throws(NoStationaryLaw) -> StationaryLaw<FlatPrior<IndependentSpins>> {
    try StationaryLaw(family: IndependentSpins(spins: spins), external: externalData)
  }
}

extension Figure2Definition.PriorCase {
  init(external: Int) {
    self.init()
    self.external = external
  }

  /// The model's family.
  var coupledSpins: CoupledSpins { CoupledSpins(spins: spins) }

  /// Both priors.
  var prior: GaussianPrior<CoupledSpins> {
    GaussianPrior(mean: SIMD2(0, 0), variance: SIMD2(variance, variance))
  }

  /// mφ₀ and m.
  var externalData: SufficientStatistics<SIMD2<Double>> {
    SufficientStatistics(
      sum: Double(external) * coupledSpins.statistic(ofLevel: anchor), count: Double(external))
  }

  /// The stationary law for M → ∞.
  func law() throws(NoStationaryLaw) -> StationaryLaw<GaussianPrior<CoupledSpins>> {
    try StationaryLaw(family: coupledSpins, prior: prior, external: externalData)
  }
}
