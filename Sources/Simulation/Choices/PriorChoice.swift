import Documents
import Families

/// The prior of a definition.
struct PriorChoice<Family: SimulatedFamily> {
  let prior: any Prior<Family>
  /// The word for it.
  let kind: String
  private let family: Family

  private static var others: [String: String] {
    [
      "normal": "gaussian", "l2": "gaussian", "ridge": "gaussian", "l1": "laplace",
      "lasso": "laplace", "uniform": "flat",
    ]
  }

  /// None.
  init(flatIn family: Family) {
    (prior, kind) = (FlatPrior<Family>(), "flat")
    self.family = family
  }

  /// Reads `prior`; `nil` if there is none.
  init?(_ fields: inout Fields, in family: Family) throws(DefinitionError) {
    guard var choice = try fields.object("prior") else { return nil }
    let kinds = ["flat", "gaussian", "laplace", "conjugate"] + Family.namedPriors
    kind = try choice.word("kind", from: kinds, others: Self.others)
    self.family = family
    let plain: any Prior<Family>
    switch kind {
    case "flat": plain = FlatPrior<Family>()
    case "gaussian":
      let centre = try Self.vector("mean", &choice, in: family)
      if choice.has("penalty") {
        let penalty = try Self.penalty(&choice)
        plain =
          penalty > 0 ? GaussianPrior<Family>(mean: centre, penalty: penalty) : Self.flat
      } else {
        let variance = try choice.number("variance", in: 1e-100...1e100, standard: 1)
        plain = GaussianPrior<Family>(mean: centre, variance: centre.map { _, _ in variance })
      }
    case "laplace":
      let centre = try Self.vector("centre", &choice, in: family)
      let penalty = try Self.penalty(&choice)
      plain = penalty > 0 ? LaplacePrior<Family>(centre: centre, penalty: penalty) : Self.flat
    case "conjugate":
      let weight = try choice.number("weight", in: 0...1e15, standard: 1)
      let mean = try family.mean("mean", &choice)
      plain = ConjugatePrior<Family>(Family.Statistics(sum: weight * mean, count: weight))
    default:
      guard let own = try family.namedPrior(kind, &choice) else {
        throw choice.error("kind", kind, allowed: Words.choice(of: kinds, for: kind))
      }
      plain = own
    }
    prior = try Self.seen(plain, kind, &choice)
    try choice.finish()
  }

  private static var flat: any Prior<Family> { FlatPrior<Family>() }

  /// A penalty; without any, a scan of penalties begins at the flat prior.
  private static func penalty(_ choice: inout Fields) throws(DefinitionError) -> Double {
    let penalty = try choice.number("penalty", in: 0...1e100, standard: 1)
    guard penalty == 0 || penalty >= 1e-100 else {
      throw choice.error(
        "penalty", DefinitionError.plain(penalty), allowed: "0, or a number of at least 1e-100")
    }
    return penalty
  }

  /// A vector, zeros unless given.
  private static func vector(
    _ field: String, _ fields: inout Fields, in family: Family
  ) throws(DefinitionError) -> Family.Vector {
    family.vector(
      try fields.optional(field, count: family.dimension, in: .finite)
        ?? [Double](repeating: 0, count: family.dimension))
  }

  /// The prior seen in the coordinate that the fields name.
  private static func seen(
    _ prior: any Prior<Family>, _ kind: String, _ fields: inout Fields
  ) throws(DefinitionError) -> any Prior<Family> {
    guard fields.has("coordinate") else { return prior }
    let coordinate = try Simulation.coordinate(&fields)
    if coordinate == .natural { return prior }
    guard kind != "exponential", let moved = inCoordinate(coordinate, prior) as? any Prior<Family>
    else {
      throw fields.error(
        "coordinate", coordinate.rawValue,
        allowed: "natural, for the prior \(kind) over the family \(Family.kind)")
    }
    return moved
  }

  // MARK: - What it is worth

  /// What the prior is worth in data, if these might be data: else some modes lie on the boundary, and no
  /// expectation is linear.
  var pseudoData: Family.Statistics? {
    guard case .pseudoData(let data) = prior.confinement(in: family), data.count >= 0 else {
      return nil
    }
    if data.count == 0 {
      return (0..<data.sum.dimension).allSatisfy { data.sum[$0] == 0 } ? data : nil
    }
    do throws(EstimationError) {
      _ = try family.maximumLikelihood(data)
    } catch {
      if case .outsideSupport = error { return nil }
    }
    return data
  }

  /// Whether the prior alone keeps θ finite, however few the data.
  var confines: Bool {
    if case .everyDirection = prior.confinement(in: family) { true } else { false }
  }

  /// Whether it is a density `∝ exp(κ(θ·φ_p − A(θ)))` in θ.
  var isConjugate: Bool { ["flat", "conjugate", "beta", "jeffreys"].contains(kind) }
}

/// Reads `coordinate`.
func coordinate(_ fields: inout Fields) throws(DefinitionError) -> PriorCoordinate {
  let words = [PriorCoordinate.natural, .mean, .arcsine].map(\.rawValue)
  return PriorCoordinate(
    rawValue: try fields.word("coordinate", from: words, standard: "natural"))!
}

/// The prior seen in a coordinate, where the family's variance is a quadratic function of its mean.
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
