import Families
import Foundation

/// A closed loop on two spins, exactly: a finite chain for M samples, a map for infinitely many.
///
/// All that matters of a pair is S = −2, 0 or 2. Coupled spins can hold every law of S, and independent
/// ones only those with `p₀² = 4p₋p₊`. A complete fit, or one by gradient steps that always start at the
/// same θ, is a function of the training set, which takes finitely many values.
public struct PairLoop: Sendable {
  /// Probabilities of S = −2, 0, 2.
  public typealias Law = SIMD3<Double>

  /// What a model can hold.
  public enum Family: Sendable {
    /// A field and a coupling: every law.
    case coupled
    /// One field.
    case independent
  }

  /// How far a fit goes.
  public enum Fit: Sendable {
    /// Maximum likelihood.
    case complete
    /// So many gradient steps `θ ← θ + rate (φ̄ − μ(θ))` from the same θ in every generation.
    case restarted(steps: Int, rate: Double, start: SIMD2<Double>)
  }

  private let family: Family
  private let fit: Fit

  /// The loop of the given fit in the given family; independent spins ignore the coupling of the start.
  public init(_ family: Family, _ fit: Fit) {
    self.family = family
    self.fit = fit
  }

  /// The law of two spins with the field θ₁ and the coupling θ₂.
  public static func law(at θ: SIMD2<Double>) -> Law {
    let exponents = Law(θ.y / 2 - 2 * θ.x, -θ.y / 2, θ.y / 2 + 2 * θ.x)
    func weights(above level: Double) -> Law {
      Law(exp(exponents.x - level), 2 * exp(exponents.y - level), exp(exponents.z - level))
    }
    var result = weights(above: 0)
    // Relative to the largest where the weights themselves are no doubles.
    if !(result.sum() < 1e300 && result.sum() > 1e-270) {
      result = weights(above: exponents.max())
    }
    return result / result.sum()
  }

  /// The law of the model fitted to data with the given frequencies of S.
  public func model(of data: Law) -> Law {
    switch fit {
    case .complete:
      if family == .coupled { return data }
      let up = data.z + data.y / 2
      return Law((1 - up) * (1 - up), 2 * up * (1 - up), up * up)
    case .restarted(let steps, let rate, let start):
      let isFree = SIMD2(1, family == .coupled ? 1.0 : 0)
      var θ = start * isFree
      for _ in 0..<steps { θ += rate * isFree * (Self.mean(data) - Self.mean(Self.law(at: θ))) }
      return Self.law(at: θ)
    }
  }

  /// `(E S, E σ₁σ₂/2)`.
  private static func mean(_ law: Law) -> SIMD2<Double> {
    SIMD2(2 * (law.z - law.x), (law.x + law.z - law.y) / 2)
  }

  /// `D_KL(p‖q)` between the configurations of two laws, in nats.
  public static func divergence(from p: Law, to q: Law) -> Double {
    (0..<3).reduce(0) { $0 + Divergence.mean(p[$1], to: q[$1]) }
  }

  /// The models of generations 1 … `generations` with infinitely many samples, of which the first are
  /// from `truth`.
  public func models(from truth: Law, generations: Int) -> [Law] {
    var data = truth
    return (0..<generations).map { _ in
      data = model(of: data)
      return data
    }
  }

  /// What is known of one generation.
  public struct Generation: Sendable {
    /// `E D_KL(model‖truth)`, in nats.
    public var divergence = 0.0
    /// The mean square of the same divergence.
    public var squaredDivergence = 0.0
    /// The mean entropy of a configuration of the model, in nats.
    public var entropy = 0.0
    /// The probability that the training set lies on a vertex: all its points are alike.
    public var alike = 0.0

    /// The variance of the divergence.
    public var variance: Double { max(0, squaredDivergence - divergence * divergence) }
  }

  /// Generations 1 … `generations` with `samples` points each, of which the first set is from `truth`.
  public func generations(samples: Int, from truth: Law, generations: Int) -> [Generation] {
    let states = states(of: samples)
    let transitions = FiniteChain(rows: states.models.map(states.sampling))
    let results = zip(states.models, states.isVertex).map { model, isVertex in
      let divergence = Self.divergence(from: model, to: truth)
      let uniform = Law(0.25, 0.5, 0.25)
      return Generation(
        divergence: divergence, squaredDivergence: divergence * divergence,
        entropy: 2 * log(2) - Self.divergence(from: model, to: uniform), alike: isVertex ? 1 : 0)
    }
    var law = states.sampling(truth)
    return (0..<generations).map { generation in
      if generation > 0 { law = transitions.next(law) }
      return zip(law, results).reduce(into: Generation()) { sum, state in
        sum.divergence += state.0 * state.1.divergence
        sum.squaredDivergence += state.0 * state.1.squaredDivergence
        sum.entropy += state.0 * state.1.entropy
        sum.alike += state.0 * state.1.alike
      }
    }
  }

  /// The training sets of M points: the model each gives, whether all points are alike, and the probability
  /// of each when they come from a law.
  private typealias States = (
    models: [Law], isVertex: [Bool], sampling: @Sendable (Law) -> [Double]
  )

  /// Counts of S for coupled spins; for independent ones, the number of spins up.
  private func states(of samples: Int) -> States {
    let compositions = Compositions(of: samples, into: 3)
    let sampling: @Sendable (Law) -> [Double] = { law in
      compositions.probabilities(of: [law.x, law.y, law.z])
    }
    if family == .coupled {
      let models = compositions.counts.map { model(of: Self.frequencies($0)) }
      return (models, compositions.counts.map { $0.contains(samples) }, sampling)
    }
    let population = 2 * samples
    // Data of independent spins tell no more than their mean: any law of S with it will do.
    let models = (0...population).map { up in
      let p = Double(up) / Double(population)
      return model(of: Law(1 - p, 0, p))
    }
    return (
      models, (0...population).map { $0 == 0 || $0 == population },
      { law in
        zip(compositions.counts, sampling(law)).reduce(
          into: [Double](repeating: 0, count: population + 1)
        ) { $0[$1.0[1] + 2 * $1.0[2]] += $1.1 }
      }
    )
  }

  private static func frequencies(_ counts: [Int]) -> Law {
    Law(Double(counts[0]), Double(counts[1]), Double(counts[2])) / Double(counts.reduce(0, +))
  }
}
