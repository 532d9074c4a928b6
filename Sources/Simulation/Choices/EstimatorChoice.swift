import Documents
import Families
import Loop

/// The estimator of a definition.
struct EstimatorChoice<Family: SimulatedFamily> {
  let estimator: any Estimator<Family>
  /// The pseudo-data that the prior is worth in the expectation of the mean statistic, or `nil` if it
  /// cannot be put so.
  let pseudoData: SufficientStatistics<Family.Vector>?
  /// Whether the model is drawn from the posterior.
  let isDrawn: Bool
  /// Whether it needs as many points as maximum likelihood does.
  let needsEstimate: Bool
  /// Whether it is maximum likelihood.
  let isMaximumLikelihood: Bool
  /// Whether it is a bug.
  let isTampered: Bool

  static var kinds: [String] { ["ml", "map", "posterior"] }
  private static var others: [String: String] {
    [
      "mle": "ml", "maximum-likelihood": "ml", "maximum-a-posteriori": "map", "mode": "map",
      "bayes": "posterior",
    ]
  }
  static var faults: [String] {
    ["none", "unbiased-variance", "jittered-variance", "reused-seed"]
  }

  /// Reads `estimator`, `prior` and, of the faults, those that replace the fit.
  init(
    _ fields: inout Fields, fault: String, jitter: Double, family: Family
  ) throws(DefinitionError) {
    var choice = try fields.object("estimator")
    let kind = try choice?.word("kind", from: Self.kinds, others: Self.others) ?? "ml"
    try choice?.finish()
    isDrawn = kind == "posterior"
    if isDrawn { try Self.checkCoordinate(fields) }
    let given = try PriorChoice(&fields, in: family)
    let prior = given ?? PriorChoice(flatIn: family)
    isTampered = fault == "unbiased-variance" || fault == "jittered-variance"
    if kind == "ml", given != nil {
      throw fields.error(
        "prior", prior.kind,
        allowed: "none with the estimator ml, or the estimator map or posterior")
    }
    if kind != "ml", isTampered {
      throw fields.error("fault", fault, allowed: "the estimator ml with it")
    }
    switch kind {
    case "ml" where isTampered:
      estimator = try Self.fault(fault, jitter, in: family, fields)
    case "ml": estimator = MaximumLikelihood<Family>()
    case "map": estimator = Self.mode(of: prior.prior)
    default: estimator = try Self.drawing(prior, in: family, fields)
    }
    isMaximumLikelihood = kind == "ml" && !isTampered
    pseudoData =
      isTampered
      ? nil : prior.pseudoData.map { SufficientStatistics(sum: $0.sum, count: $0.count) }
    needsEstimate = pseudoData.map { $0.count == 0 } ?? !prior.confines
  }

  private static func mode<P: Prior>(of prior: P) -> any Estimator<P.Family> {
    MaximumAPosteriori(prior: prior)
  }

  // MARK: - Draws from the posterior

  private static func checkCoordinate(_ fields: Fields) throws(DefinitionError) {
    var copy = fields
    guard var prior = try copy.object("prior") else { return }
    let coordinate = try Simulation.coordinate(&prior)
    guard coordinate == .natural else {
      throw prior.error(
        "coordinate", coordinate.rawValue,
        allowed:
          "natural with the estimator posterior: a mode depends on the coordinate, a posterior"
          + " does not")
    }
  }

  private static func drawing(
    _ prior: PriorChoice<Family>, in family: Family, _ fields: Fields
  ) throws(DefinitionError) -> any Estimator<Family> {
    guard let conjugate = family as? any ConjugateFamily else {
      throw fields.error(
        "estimator", "posterior",
        allowed: "ml or map for the family \(Family.kind), whose posterior cannot be drawn from")
    }
    guard prior.isConjugate, let pseudo = prior.pseudoData,
      let found = sampling(conjugate, pseudo) as? any Estimator<Family>
    else {
      throw fields.error(
        "prior", prior.kind, allowed: "flat, conjugate or beta with the estimator posterior")
    }
    return found
  }

  // MARK: - Known faults

  private static func fault(
    _ kind: String, _ jitter: Double, in family: Family, _ fields: Fields
  ) throws(DefinitionError) -> any Estimator<Family> {
    guard let family = family as? any VarianceFamily,
      let found = tampering(kind, jitter, family) as? any Estimator<Family>
    else {
      throw fields.error(
        "fault", kind, allowed: "a family with a free variance, which \(Family.kind) is not")
    }
    return found
  }
}

private func sampling<F: ConjugateFamily>(_ family: F, _ pseudoData: Any) -> Any? {
  (pseudoData as? F.Statistics).map { PosteriorSampling<F>(prior: ConjugatePrior($0)) }
}

private func tampering<F: VarianceFamily>(_ kind: String, _ jitter: Double, _ family: F) -> Any {
  kind == "unbiased-variance" ? UnbiasedVariance<F>() as Any : JitteredVariance<F>(jitter: jitter)
}
