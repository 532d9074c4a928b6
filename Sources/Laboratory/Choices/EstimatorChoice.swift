import Definitions
import ExponentialFamilies
import Retraining

/// The estimator and the prior of a definition.
struct EstimatorChoice<Family: LaboratoryFamily> {
  let estimator: any Estimator<Family>
  /// The pseudo-data that the prior is worth in the expectation of the mean statistic, or `nil` if it
  /// cannot be put so.
  let pseudoData: SufficientStatistics<Family.Vector>?
  /// Whether the model is drawn from the posterior.
  let isDrawn: Bool
  /// Whether it needs as many points as maximum likelihood does.
  let needsEstimate: Bool
  /// Whether it is maximum likelihood, the only one whose loop is absorbed for good.
  let isMaximumLikelihood: Bool

  static var kinds: [String] { ["ml", "map", "posterior"] }
  static var impostors: [String] {
    ["none", "unbiased-variance", "jittered-variance", "reused-seed"]
  }

  /// Reads `estimator`, `prior` and, of the impostors, those that replace the fit.
  init(_ fields: inout Fields, impostor: String, jitter: Double, family: Family)
    throws(DefinitionError)
  {
    var choice = try fields.object("estimator")
    let kind = try choice?.word("kind", from: Self.kinds) ?? "ml"
    try choice?.finish()
    let prior = try Self.prior(&fields, isDrawn: kind == "posterior", in: family)
    let chosen: any Prior<Family> = prior ?? FlatPrior<Family>()
    switch kind {
    case "ml":
      if prior != nil {
        throw fields.error(
          "prior", "a prior",
          allowed: "none with the estimator ml, or the estimator map or posterior")
      }
      isMaximumLikelihood = impostor != "unbiased-variance" && impostor != "jittered-variance"
      isDrawn = false
      needsEstimate = true
      pseudoData =
        isMaximumLikelihood ? SufficientStatistics(sum: .zero, count: 0) : nil
      estimator =
        isMaximumLikelihood
        ? MaximumLikelihood<Family>()
        : try Self.impostor(impostor, jitter, in: family, fields)
      return
    case "map":
      estimator = Self.mode(of: chosen)
      isDrawn = false
    default:
      estimator = try Self.drawing(chosen, in: family, fields)
      isDrawn = true
    }
    if impostor == "unbiased-variance" || impostor == "jittered-variance" {
      throw fields.error("impostor", impostor, allowed: "the estimator ml with it")
    }
    isMaximumLikelihood = false
    pseudoData = Self.pseudoData(of: chosen, in: family)
    needsEstimate = pseudoData.map { $0.count == 0 } ?? !Self.confines(chosen, in: family)
  }

  // MARK: - Priors

  /// Reads `prior`; `nil` if there is none.
  private static func prior(
    _ fields: inout Fields, isDrawn: Bool, in family: Family
  ) throws(DefinitionError) -> (any Prior<Family>)? {
    guard var choice = try fields.object("prior") else { return nil }
    var copy = choice
    let seenIn = try Laboratory.coordinate(&copy)
    if isDrawn, seenIn != .natural {
      throw choice.error(
        "coordinate", seenIn.rawValue,
        allowed:
          "natural with the estimator posterior: a mode depends on the coordinate, a posterior"
          + " does not")
    }
    let kinds = ["flat", "gaussian", "laplace", "conjugate"] + Family.namedPriors
    let kind = try choice.word("kind", from: kinds)
    let result: any Prior<Family>
    switch kind {
    case "flat": result = FlatPrior<Family>()
    case "gaussian":
      let centre = try vector("mean", &choice, in: family)
      let isPenalty = choice.has("penalty")
      let width = try choice.number(
        isPenalty ? "penalty" : "variance", in: 1e-100...1e100, standard: 1)
      result =
        isPenalty
        ? GaussianPrior<Family>(mean: centre, penalty: width)
        : GaussianPrior<Family>(mean: centre, variance: centre.map { _, _ in width })
    case "laplace":
      result = LaplacePrior<Family>(
        centre: try vector("centre", &choice, in: family),
        penalty: try choice.number("penalty", in: .positive, standard: 1))
    case "conjugate":
      let weight = try choice.number("weight", in: 0...1e15, standard: 1)
      let mean = try family.mean("mean", &choice)
      result = ConjugatePrior<Family>(Family.Statistics(sum: weight * mean, count: weight))
    default:
      guard let own = try family.namedPrior(kind, &choice) else {
        throw choice.error("kind", kind, allowed: "one of \(kinds.joined(separator: ", "))")
      }
      result = own
    }
    let seen = try seen(result, kind, &choice, in: family)
    try choice.finish()
    return seen
  }

  /// A vector, zeros unless given.
  private static func vector(
    _ field: String, _ fields: inout Fields, in family: Family
  ) throws(DefinitionError) -> Family.Vector {
    let axes = family.dimension...family.dimension
    return family.vector(
      fields.has(field)
        ? try fields.numbers(field, count: axes, in: .finite)
        : [Double](repeating: 0, count: family.dimension))
  }

  /// The prior seen in the coordinate that the fields name.
  private static func seen(
    _ prior: any Prior<Family>, _ kind: String, _ fields: inout Fields, in family: Family
  ) throws(DefinitionError) -> any Prior<Family> {
    guard fields.has("coordinate") else { return prior }
    let coordinate = try Laboratory.coordinate(&fields)
    if coordinate == .natural { return prior }
    guard kind != "exponential", let moved = inCoordinate(coordinate, prior) as? any Prior<Family>
    else {
      throw fields.error(
        "coordinate", coordinate.rawValue,
        allowed: "natural, for a \(kind) prior over the family \(Family.kind)")
    }
    return moved
  }

  private static func mode<P: Prior>(of prior: P) -> any Estimator<P.Family> {
    MaximumAPosteriori(prior: prior)
  }

  /// What the prior is worth in data, if these might be data: else some modes lie on the boundary, and no
  /// expectation is linear.
  private static func pseudoData<P: Prior>(
    of prior: P, in family: P.Family
  ) -> SufficientStatistics<P.Family.Vector>? {
    guard case .pseudoData(let data) = prior.confinement(in: family), data.count >= 0 else {
      return nil
    }
    if data.count == 0 {
      let isNone = (0..<data.sum.dimension).allSatisfy { data.sum[$0] == 0 }
      return isNone ? SufficientStatistics(sum: data.sum, count: 0) : nil
    }
    do throws(EstimationError) {
      _ = try family.maximumLikelihood(data)
    } catch {
      if case .outsideSupport = error { return nil }
    }
    return SufficientStatistics(sum: data.sum, count: data.count)
  }

  private static func confines<P: Prior>(_ prior: P, in family: P.Family) -> Bool {
    if case .everyDirection = prior.confinement(in: family) { true } else { false }
  }

  // MARK: - Estimators that not every family has

  private static func drawing(
    _ prior: any Prior<Family>, in family: Family, _ fields: Fields
  ) throws(DefinitionError) -> any Estimator<Family> {
    guard family is any ConjugateFamily else {
      throw fields.error(
        "estimator", "posterior",
        allowed: "ml or map for the family \(Family.kind), whose posterior cannot be drawn from")
    }
    // A mode's coordinate is no matter of a draw, so that no prior but these comes with one.
    let isConjugate =
      prior is FlatPrior<Family> || prior is ConjugatePrior<Family>
      || Family.namedPriors.contains("beta") && !(prior is GaussianPrior<Family>)
        && !(prior is LaplacePrior<Family>)
    guard isConjugate, pseudoData(of: prior, in: family) != nil,
      let found = Laboratory.drawing(prior, in: family) as? any Estimator<Family>
    else {
      throw fields.error(
        "prior", "this one",
        allowed: "flat, conjugate, or beta in the natural coordinate with the estimator posterior")
    }
    return found
  }

  private static func impostor(
    _ kind: String, _ jitter: Double, in family: Family, _ fields: Fields
  ) throws(DefinitionError) -> any Estimator<Family> {
    guard let family = family as? any VarianceFamily,
      let found = tamper(kind, jitter, family) as? any Estimator<Family>
    else {
      throw fields.error(
        "impostor", kind, allowed: "a family with a free variance, which \(Family.kind) is not")
    }
    return found
  }
}

/// Reads `coordinate`.
func coordinate(_ fields: inout Fields) throws(DefinitionError) -> PriorCoordinate {
  let words = [PriorCoordinate.natural, .mean, .arcsine].map(\.rawValue)
  return PriorCoordinate(
    rawValue: try fields.word("coordinate", from: words, standard: "natural"))!
}

private func tamper<F: VarianceFamily>(_ kind: String, _ jitter: Double, _ family: F) -> Any {
  kind == "unbiased-variance" ? UnbiasedVariance<F>() as Any : JitteredVariance<F>(jitter: jitter)
}

private func inCoordinate<P: Prior>(_ coordinate: PriorCoordinate, _ prior: P) -> Any? {
  func move<F: QuadraticVarianceFamily>(_ type: F.Type) -> Any? {
    func wrap<Q: Prior>(_ prior: Q) -> Any? where Q.Family: QuadraticVarianceFamily {
      CoordinatePrior(prior, in: coordinate)
    }
    switch prior {
    case let prior as FlatPrior<F>: return wrap(prior)
    case let prior as GaussianPrior<F>: return wrap(prior)
    case let prior as LaplacePrior<F>: return wrap(prior)
    case let prior as ConjugatePrior<F>: return wrap(prior)
    default: return nil
    }
  }
  guard let type = P.Family.self as? any QuadraticVarianceFamily.Type else { return nil }
  return move(type)
}

private func drawing<P: Prior>(_ prior: P, in family: P.Family) -> Any? {
  func draw<F: ConjugateFamily>(_ family: F) -> Any? {
    guard let prior = prior as? any Prior<F>, let pseudo = data(prior, family) else { return nil }
    return PosteriorSampling<F>(prior: ConjugatePrior(pseudo))
  }
  func data<Q: Prior>(_ prior: Q, _ family: Q.Family) -> Q.Family.Statistics? {
    guard case .pseudoData(let data) = prior.confinement(in: family), data.count >= 0 else {
      return nil
    }
    return data
  }
  guard let family = family as? any ConjugateFamily else { return nil }
  return draw(family)
}
