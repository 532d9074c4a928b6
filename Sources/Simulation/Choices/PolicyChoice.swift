import Documents
import Families
import Loop
import Theory

/// The data policy of a definition.
struct PolicyChoice<Family: SimulatedFamily> {
  let policy: any DataPolicy<Family>
  /// What the recursions of mean and variance need to know, or `nil` where they do not hold.
  let moments: PolicyMoments<Family>?
  /// Whether every point is kept, or drawn one by one, for as long as the loop runs.
  let keepsPoints: Bool
  let drawsPoints: Bool
  /// How many external points a generation has.
  let external: Int
  /// Where they come from, and whether training sets add up.
  let outside: OutsideData<Family>
  let accumulates: Bool
  /// Whether some of them may be the loop's own output.
  let isImpure: Bool

  static var kinds: [String] { ["replace", "external", "accumulate", "subsample", "weights"] }
  private static var others: [String: String] {
    [
      "closed": "replace", "none": "replace", "real": "external", "anchor": "external",
      "fresh": "external,source=fresh", "fixed": "external,source=fixed",
      "importance": "weights",
    ]
  }

  init(_ fields: inout Fields, samples: Int, truth: Family.Member, reusedSeed: Bool, family: Family)
    throws(DefinitionError)
  {
    let given = try fields.object("policy")
    var choice: Fields
    if let given { choice = given } else { choice = try Fields(.string("replace"), path: "policy") }
    let kind = try choice.word("kind", from: Self.kinds, others: Self.others)
    var base: any DataPolicy<Family> = Replace<Family>()
    var theory: PolicyMoments<Family>? = PolicyMoments()
    var (external, outside) = (0, OutsideData<Family>.none)
    switch kind {
    case "external":
      let source = try ExternalChoice(&choice, samples: samples, truth: truth, family: family)
      (base, theory, external) = (source.policy, source.moments, source.count)
      outside = source.outside
    case "accumulate":
      if choice.has(anyOf: ["source", "count", "fraction"]) {
        let source = try ExternalChoice(&choice, samples: samples, truth: truth, family: family)
        (base, theory, external) = (source.policy, source.moments, source.count)
        outside = source.outside
      }
      base = Self.accumulating(base)
      theory?.accumulates = true
    case "subsample":
      base = AccumulateAndSubsample<Family>(
        replacement: try choice.flag("replacement", standard: false))
      theory?.hasVariance = false
    case "weights":
      base = try Self.weights(&choice, truth: truth, family: family)
      theory = nil
    default: break
    }
    try choice.finish()
    policy = reusedSeed ? Self.reusing(base) : base
    moments = reusedSeed ? nil : theory
    keepsPoints = kind == "subsample"
    drawsPoints = kind == "subsample" || kind == "weights"
    (self.external, self.outside, accumulates) = (external, outside, kind == "accumulate")
    isImpure = theory.map { $0.impurity > 0 } ?? false
  }

  private static func accumulating<P: DataPolicy>(_ base: P) -> any DataPolicy<P.Family>
  where P.Family: ExponentialFamily {
    Accumulate(base)
  }

  private static func reusing<P: DataPolicy>(_ base: P) -> any DataPolicy<P.Family> {
    ReusedSeed(base)
  }

  private static func weights(
    _ choice: inout Fields, truth: Family.Member, family: Family
  ) throws(DefinitionError) -> any DataPolicy<Family> {
    let isOracle = try choice.flag("oracle", standard: false)
    if isOracle, choice.has("tilt") {
      throw choice.error("oracle", "true", allowed: "either oracle or tilt, not both")
    }
    if isOracle, let θ = truth.naturalParameter { return ImportanceWeights<Family>.oracle(θ) }
    let axes = family.dimension...family.dimension
    return ImportanceWeights<Family>.tilt(
      family.vector(try choice.numbers("tilt", count: axes, in: -1e6...1e6)))
  }
}

/// The external points of a definition.
struct ExternalChoice<Family: SimulatedFamily> {
  let policy: any DataPolicy<Family>
  let moments: PolicyMoments<Family>
  let count: Int
  let outside: OutsideData<Family>

  init(_ choice: inout Fields, samples: Int, truth: Family.Member, family: Family)
    throws(DefinitionError)
  {
    let source = try choice.word("source", from: ["fresh", "fixed"], standard: "fresh")
    count =
      choice.has("fraction")
      ? try Self.count(ofShare: &choice, samples: samples)
      : try choice.integer("count", in: 0...1_000_000_000_000, standard: 1)
    var giver = truth
    if var from = try choice.object("from") {
      giver = try family.member(&from)
      try from.finish()
    }
    let m = Double(count)
    guard count <= family.largestDraw(from: giver) else {
      throw choice.error(
        "count", "\(count)",
        allowed:
          "at most \(family.largestDraw(from: giver)), so that sums stay exact in double precision")
    }
    if source == "fresh" {
      let impurity = try choice.number("impurity", in: 0...1, standard: 0)
      policy = ExternalData<Family>(
        impurity == 0
          ? .fresh(count: count, truth: giver)
          : .impure(count: count, truth: giver, impurity: impurity))
      outside = OutsideData(fresh: count, from: giver, impurity: impurity)
      moments = PolicyMoments(
        external: SufficientStatistics(sum: m * giver.meanParameter, count: m), isFresh: true,
        impurity: impurity)
    } else if choice.has("statistic") {
      let sum = m * (try family.mean("statistic", &choice))
      let data = Family.Statistics(sum: sum, count: m)
      policy = ExternalData<Family>(.fixed(data))
      outside = count == 0 ? .none : .same(data)
      moments = PolicyMoments(
        external: SufficientStatistics(sum: sum, count: m), isFresh: false, impurity: 0)
    } else {
      // Drawn once, and then the same in every generation.
      policy = FixedSample<Family>(count: count, truth: giver)
      outside = count == 0 ? .none : .drawnOnce(count: count, from: giver)
      moments = PolicyMoments(
        external: SufficientStatistics(sum: m * giver.meanParameter, count: m), isFresh: false,
        impurity: 0, hasVariance: false)
    }
  }

  /// The number m of points that are the share `fraction` of a training set, f = m/(M + m).
  ///
  /// Points are whole. A share that no number of them has, to a twentieth of itself, is refused with the two that
  /// are next to it.
  private static func count(
    ofShare choice: inout Fields, samples: Int
  ) throws(DefinitionError) -> Int {
    if choice.has("count") {
      throw choice.error("fraction", "together with count", allowed: "one of the two")
    }
    let fraction = try choice.number("fraction", in: 0...0.999_999)
    let exact = fraction / (1 - fraction) * Double(samples)
    func share(_ count: Double) -> Double { count / (Double(samples) + count) }
    guard exact <= 1e15, abs(share(exact.rounded()) - fraction) <= fraction / 20 else {
      let near = [exact.rounded(.down), exact.rounded(.up)].filter { $0 <= 1e15 }.map {
        "\(share($0)) (\($0 == 1 ? "1 point" : "\(Int($0)) points"))"
      }
      throw choice.error(
        "fraction", "\(fraction)",
        allowed: "a share m/(M + m) of whole points beside M = \(samples), the nearest being "
          + (near.isEmpty ? "that of 10^15 points" : near.joined(separator: " and "))
          + ", or give their count")
    }
    return Int(exact.rounded())
  }
}
