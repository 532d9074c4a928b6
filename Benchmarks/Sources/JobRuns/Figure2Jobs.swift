import ClosedLoop

/// A case of Figure 2 with its number of samples.
struct Figure2Case: Sendable {
  let name: String
  let samples: Int

  static let all = [
    Figure2Case(name: "i", samples: 50),
    Figure2Case(name: "ii", samples: 50), Figure2Case(name: "ii", samples: 400),
    Figure2Case(name: "iii", samples: 50), Figure2Case(name: "iii", samples: 400),
  ]

  /// One of its chains, the burn-in done: what is left are the moments of θ.
  func chain(
    generations: Int, streams: ReplicateStreams
  ) throws -> @Sendable () throws -> Moments {
    switch name {
    case "i":
      try Moments.of(Figure2Cases.i(samples: samples, streams: streams), generations) {
        $0.naturalParameter.map { SIMD2($0, 0) }
      }
    case "ii":
      try Moments.of(Figure2Cases.ii(samples: samples, streams: streams), generations) {
        $0.naturalParameter
      }
    default:
      try Moments.of(Figure2Cases.iii(samples: samples, streams: streams), generations) {
        $0.naturalParameter
      }
    }
  }
}

/// Sums of θ and its squares over generations.
struct Moments: Sendable {
  var sum = SIMD2<Double>()
  var squares = SIMD2<Double>()
  var count = 0.0

  /// Those of a chain after its burn-in, once the closure is called.
  static func of<Policy, Fit>(
    _ chain: RetrainingChain<Policy, Fit>, _ generations: Int,
    parameter: @escaping @Sendable (Policy.Family.Member) -> SIMD2<Double>?
  ) throws -> @Sendable () throws -> Moments {
    var chain = chain
    for _ in 0..<Figure2Cases.burnIn { try chain.advance() }
    let burntIn = chain
    return {
      var (chain, moments) = (burntIn, Moments(count: Double(generations)))
      for _ in 0..<generations {
        try chain.advance()
        let θ = parameter(chain.model) ?? SIMD2(.nan, .nan)
        moments.sum += θ
        moments.squares += θ * θ
      }
      return moments
    }
  }

  /// Of several chains together.
  static func + (a: Moments, b: Moments) -> Moments {
    Moments(sum: a.sum + b.sum, squares: a.squares + b.squares, count: a.count + b.count)
  }

  /// Means and variances.
  var checks: [(name: String, value: Double)] {
    let mean = sum / count
    let variance = squares / count - mean * mean
    return [
      ("mean1", mean.x), ("var1", variance.x), ("mean2", mean.y), ("var2", variance.y),
    ]
  }
}

extension Job {
  /// A case of Figure 2: ten spins with an external point, priors, or both; θ recorded all along.
  static func figure2(_ figure2Case: Figure2Case) -> Job {
    Job(
      name: "d-\(figure2Case.name)-\(figure2Case.samples)", replicates: 1, generations: 1_000_000
    ) { try chains(of: [figure2Case], $0) }
  }

  /// All cases, with so many chains each.
  public static let d = Job(name: "d", replicates: 1, generations: 1_000_000) { size in
    // Those that take longest come first, so that threads finish together.
    try chains(of: Figure2Case.all.reversed(), size)
  }

  private static func chains(of cases: [Figure2Case], _ size: Size) throws -> Run {
    let (each, threads) = (size.replicates.count, size.replicates.threads)
    let all = Replicates(count: cases.count * each, threads: threads)
    let chains = try all.map { index in
      try cases[index / each].chain(
        generations: size.generations,
        streams: ReplicateStreams(key: size.key, replicate: index % each))
    }
    return {
      let moments = try all.map { try chains[$0]() }
      return JobResult(
        generations: all.count * size.generations,
        checks: moments.reduce(Moments(), +).checks)
    }
  }
}
