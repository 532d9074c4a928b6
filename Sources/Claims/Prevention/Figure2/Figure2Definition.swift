import Documents
import Families
import Simulation
import Theory

/// Everything Figure 2 depends on: N spins held back by a data point, by a prior, and by both.
package struct Figure2Definition: ExperimentDefinition {
  /// Root of all random streams.
  package var seed = defaultSeed
  /// What each generation is trained on.
  package private(set) var policy = "replace, with fixed external points"
  /// Generations kept in each case, summed over its chains.
  package var generations = 10_000_000
  /// Independent chains of each case, ≥ 2.
  package var chains = 20
  /// Generations that each chain runs before the first that is kept.
  package var burnIn = 20_000
  /// The histograms reach from minus this to this.
  package var maximumParameter = 3.5
  /// Case i.
  package var i = AnchoredCase()
  /// Case ii.
  package var ii = PriorCase()
  /// Case iii.
  package var iii = PriorCase(external: 1)

  /// Case i: the coupling held at zero, maximum likelihood, fixed external points.
  package struct AnchoredCase: Codable, Sendable, Equatable {
    /// The exponential family.
    package private(set) var family = "independent-spins"
    /// How each generation is fitted.
    package private(set) var estimator = "maximum-likelihood"
    /// N.
    package var spins = 10
    /// Every M.
    package var samples = [50]
    /// m.
    package var external = 1
    /// S of the external points.
    package var anchor = -6
    /// Bins of the histogram.
    package var bins = 88
  }

  /// Cases ii and iii: Gaussian priors on both parameters, with fixed external points or without.
  package struct PriorCase: Codable, Sendable, Equatable {
    /// The exponential family.
    package private(set) var family = "coupled-spins"
    /// How each generation is fitted.
    package private(set) var estimator = "maximum-a-posteriori, gaussian"
    /// N.
    package var spins = 10
    /// Every M.
    package var samples = [50, 400]
    /// m.
    package var external = 0
    /// S of the external points.
    package var anchor = 0
    /// The variance of both priors; their mean is 0.
    package var variance = 2.0
    /// Bins of the histograms.
    package var bins = 70
  }

  /// The built-in definition.
  package init() {}

  /// Checks every field, and that there is a stationary law to be found.
  ///
  /// - Throws: ``DefinitionError`` naming the first field that is not allowed.
  package func validate() throws {
    try Validate.longRun(generations: generations, chains: chains, burnIn: burnIn)
    try Validate.number("maximumParameter", maximumParameter, in: 0.1...100)
    // One spin has no S inside the interval that an anchor must lie in.
    try Validate.spins("i", i.spins, samples: i.samples, atLeast: 2)
    if i.external != 0 { try Validate.count("i.external", i.external, atMost: 1_000_000) }
    try Validate.anchor("i.anchor", i.anchor, spins: i.spins)
    try Validate.count("i.bins", i.bins, atMost: 10_000)
    for (name, prior) in [("ii", ii), ("iii", iii)] {
      try Validate.spins(name, prior.spins, samples: prior.samples, atLeast: 2)
      // The narrower the law, the more its integrals suffer from the rounding of the likelihood.
      try Validate.count(
        "\(name).external", prior.external, atLeast: 0, atMost: 10_000 / prior.spins)
      try Validate.anchor("\(name).anchor", prior.anchor, spins: prior.spins)
      try Validate.number("\(name).variance", prior.variance, in: 1e-6...1e6)
      try Validate.count("\(name).bins", prior.bins, atMost: 10_000)
    }
    do {
      _ = try i.law()
    } catch {
      let (field, value, allowed) =
        i.external == 0
        ? ("i.external", i.external, "a whole number from 1 to 1000000")
        : ("i.anchor", i.anchor, "a value of S inside -\(i.spins) < S < \(i.spins)")
      throw DefinitionError(
        field: field, value: "\(value)", allowed: "\(allowed), because otherwise \(error)")
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
