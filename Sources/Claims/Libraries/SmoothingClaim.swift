import Families
import Loop
import Simulation
import Theory

/// A3: a constant that is added to every count.
package enum SmoothingClaim: AnchoredClaimTest {
  package static let words = ClaimWords(
    id: "A3",
    statement: """
      A constant α added to each of S counts (naive Bayes, n-gram models) prevents collapse, and the \
      truth is forgotten: for large M the probabilities follow Dirichlet(2α, …, 2α), whatever they were at \
      the start. At every M a probability has the mean 1/S and the variance \
      (S − 1)M/(S²(2MSα + (Sα)² + M)), and all moments are rational functions of M and α. With α below ½ \
      the law is densest where a symbol is all but lost.
      """,
    reference: "what libraries do",
    conditions: """
      One distribution of S symbols, M points of it in every generation, all data replaced. In a model \
      of classes or contexts this is each of them, if its number of points is always the same.
      """,
    derivation: """
      p′ = (k + α)/(M + Sα) is the mode in θ of a conjugate prior of weight κ = Sα about the uniform law: \
      X5 with v₂ = −1 gives the variance, X8 the square of the prior for large M, Dirichlet(2α, …, 2α). \
      Products of different counts have falling factorial moments, so that the moments of any order \
      obey a closed recursion.
      """,
    equations: [
      Equation(
        "libraries", "p → Dirichlet(2α, …, 2α)", in: "AdditiveSmoothing.limitOfProductMoment"),
      Equation(
        "libraries", "Var p = (S − 1)M/(S²(2MSα + (Sα)² + M))", in: "AdditiveSmoothing.variance"),
      Equation(
        "libraries",
        "(M + Sα)^j e_j = Σ_i C(j, i) α^(j−i) M(M − 1)…(M − i + 1) e_i, e_j = E p_1…p_j",
        in: "AdditiveSmoothing.productMoment"),
    ],
    quantity: "mean of p₁p₂p₃ of three symbols, α = 1, M = 10",
    evidence: ["libraries.svg (c)", "data/libraries-smoothing.csv"])

  /// Counts with pseudo-counts.
  package typealias P = ConjugatePrior<Categorical>

  /// Simulations of three and two symbols, and exact chains against closed forms.
  package static func checks(
    of program: some AnchoredProgram<P>, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check] {
    let replicates = scale == .paper ? 20_000 : 2000
    return try [
      three(program, replicates: replicates, seed: seed, context),
      two(program, replicates: replicates, seed: seed, context),
    ] + exact.get()
  }

  /// From a truth that is far from uniform.
  private static func loop<A: AnchoredProgram<P>>(
    _ program: A, truth: [Double], samples: Int, constant: Double, seed: UInt64
  ) -> LoopCase<A.Policy, A.Fit> {
    let family = Categorical(symbols: truth.count)
    let pseudo = SufficientStatistics(
      sum: SparseVector([Double](repeating: constant, count: truth.count - 1)),
      count: constant * Double(truth.count))
    let loop = program.loop(
      family: family, samples: samples,
      external: .fixed(SufficientStatistics(sum: SparseVector.zero, count: 0)),
      prior: ConjugatePrior(pseudo))
    return LoopCase(
      loop, from: family.member(probabilities: truth),
      "S = \(truth.count), M = \(samples), α = \(constant)", claim: id, seed: seed)
  }

  private static func three(
    _ program: some AnchoredProgram<P>, replicates: Int, seed: UInt64, _ context: RunContext
  ) throws -> Check {
    let (samples, generations) = (10, 60)
    let case_ = loop(
      program, truth: [0.9, 0.09, 0.01], samples: samples, constant: 1, seed: seed)
    let values = try case_.runs.models(at: generations, replicates, context) { model in
      (0..<3).reduce(1) { $0 * model.probability(of: $1) }
    }
    let prediction = Double(
      AdditiveSmoothing(symbols: 3, samples: samples, constant: .one).productMoment(3))
    // A product of three probabilities is 1/27 at most; of the start (M/(M + 3))⁶⁰ = 10⁻⁷ is left.
    return Check.mean(
      "mean of p₁p₂p₃, \(case_.description), t = \(generations)", of: values,
      prediction: prediction, variance: prediction / 27, deviation: 1.0 / 27,
      falseAlarm: falseAlarm / 2, allowance: 1e-6)
  }

  private static func two(
    _ program: some AnchoredProgram<P>, replicates: Int, seed: UInt64, _ context: RunContext
  ) throws -> Check {
    let (samples, generations, α) = (20, 12, 0.25)
    let case_ = loop(program, truth: [0.9, 0.1], samples: samples, constant: α, seed: seed)
    let counts = try case_.runs.models(at: generations, replicates, context) { model in
      Int((model.probability(of: 0) * (Double(samples) + 2 * α) - α).rounded())
    }
    return Check.distance(
      "distance of the counts of one of two symbols to their exact law, \(case_.description),"
        + " t = \(generations)",
      of: counts, cumulative: chain(samples, α).law(from: 0.9, generations: generations).cumulative,
      falseAlarm: falseAlarm / 2)
  }

  private static func chain(_ samples: Int, _ α: Double) -> BetaPriorChain {
    BetaPriorChain(population: samples, prior: BetaPrior(up: α, down: α, in: .natural))
  }

  // MARK: - Without chance

  /// Computed once: it depends on nothing.
  private static let exact = Result { try chains() + [limit, threeSymbols(samples: 6)] }

  /// Two symbols: the variance, and how the law nears a Beta law.
  private static func chains() throws -> [Check] {
    let (samples, α) = (20, 0.25)
    let chain = chain(samples, α)
    let law = try chain.stationaryProbabilities()
    let square = law.enumerated().reduce(0) { sum, state in
      let distance = chain.frequency(state.offset) - 0.5
      return sum + state.element * distance * distance
    }
    let theory = AdditiveSmoothing(
      symbols: 2, samples: samples, constant: Rational(exactly: α))
    // Beta(2, 2) has no singular density to resolve.
    let distances = try [100, 200].map { m in
      let chain = Self.chain(m, 1)
      return FiniteChain.distance(of: try chain.stationaryProbabilities()) {
        // Between two lattice points.
        let x = (Double($0) + 1.5) / (Double(m) + 2)
        return x >= 1 ? 1 : x * x * (3 - 2 * x)
      }
    }
    return [
      Check(
        "variance of one of two symbols over that of the exact chain, α = \(α), M = \(samples)",
        method: .exact, prediction: 1, measurement: Double(theory.variance) / square,
        tolerance: 1e-11),
      Check(
        "ratio of the distances to Beta(2, 2) at M = 100 and 200", method: .exact, prediction: 2,
        measurement: distances[0] / distances[1], tolerance: 0.1),
    ]
  }

  /// The third moment for large M.
  private static let limit: Check = {
    let α = Rational(1, 2)
    func moment(_ m: Int) -> AdditiveSmoothing {
      AdditiveSmoothing(symbols: 3, samples: m, constant: α)
    }
    return Check(
      Expectation(
        extrapolating: "mean of p₁p₂p₃ over that of Dirichlet(2α, 2α, 2α), α = ½", from: 100,
        prediction: 1),
      measurement: Extrapolation.limit(from: 100) {
        Double(moment($0).productMoment(3) / moment($0).limitOfProductMoment(3))
      })
  }()

  /// The chain of all counts of three symbols against the moment.
  private static func threeSymbols(samples: Int) throws -> Check {
    let α = 0.5
    let states = (0...samples).flatMap { a in (0...(samples - a)).map { [a, $0, samples - a - $0] }
    }
    func model(_ counts: [Int]) -> [Double] {
      counts.map { (Double($0) + α) / (Double(samples) + 3 * α) }
    }
    // Its outcomes are in the order of the states.
    let rows = states.map { from in
      OneStepLaw.categorical(
        Categorical(symbols: 3), probabilities: model(from), samples: samples
      ).outcomes.map(\.probability)
    }
    let law = try FiniteChain.stationaryLaw(rows: rows)
    let mean = zip(law, states).reduce(0) { $0 + $1.0 * model($1.1).reduce(1, *) }
    let theory = AdditiveSmoothing(
      symbols: 3, samples: samples, constant: Rational(1, 2))
    return Check(
      "mean of p₁p₂p₃ over that of the chain of all counts, α = ½, M = \(samples)", method: .exact,
      prediction: 1, measurement: Double(theory.productMoment(3)) / mean, tolerance: 1e-11)
  }
}
