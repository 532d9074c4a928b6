import Families
import Loop
import Randomness
import Theory

/// The loops of two classes with binary features: one of independent spins for each feature of each class.
///
/// Given the class, features are independent, and every generation has as many points of either class:
/// the likelihood is a product over classes and features, and so is the law of the training set. Were the
/// labels drawn, too, their frequency would collapse by itself and a whole class be lost; here both stay, and
/// what becomes of them is the question.
struct ClassLoops<Program: AnchoredProgram<FlatPrior<IndependentSpins>>>: Sendable {
  let program: Program
  let truth: TwoClasses
  /// Points of each class that a generation draws from the last model.
  let samples: Int
  /// Fresh points of each class.
  let fresh: Int
  let key: StreamKey

  /// Training points of each class.
  var size: Int { samples + fresh }

  private var frequencies: [Double] { truth.zero + truth.one }

  private var keys: [StreamKey] {
    frequencies.indices.map { key.child("feature \($0)") }
  }

  /// What `body` makes of the chain of each feature, class by class, in each of `count` replicates.
  private func replicates<Result: Sendable>(
    _ count: Int, _ context: RunContext, progress: (@Sendable (Int) -> Void)?,
    _ body:
      @Sendable (inout RetrainingChain<Program.Policy, Program.Fit>) throws -> Result
  ) throws -> [[Result]] {
    let (frequencies, keys) = (frequencies, keys)
    let family = IndependentSpins(spins: 1)
    return try Replicates(count: count, threads: context.threads).map(progress: progress) {
      replicate in
      try zip(frequencies, keys).map { frequency, key in
        let start = family.member(probability: frequency)
        var chain = program.loop(
          family: family, samples: samples, external: .fresh(count: fresh, truth: start),
          prior: FlatPrior()
        ).chain(from: start, streams: ReplicateStreams(key: key, replicate: replicate))
        return try body(&chain)
      }
    }
  }

  /// The models in the given generations, in ascending order from 1 on.
  func models(
    at times: [Int], _ count: Int, _ context: RunContext,
    progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> [[ClassPair]] {
    let runs = try replicates(count, context, progress: progress) { chain in
      try times.map { time in
        try chain.advance(to: time)
        return self.count(in: chain.model)
      }
    }
    return runs.map { run in
      times.indices.map { t in ClassPair(counts: run.map { $0[t] }, size: size) }
    }
  }

  /// The models once every feature is certain, or at generation `horizon`.
  func ends(
    horizon: Int, _ count: Int, _ context: RunContext,
    progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> [ClassPair] {
    try replicates(count, context, progress: progress) { chain in
      try chain.advance(to: horizon) { !$0.isAbsorbed }
      return self.count(in: chain.model)
    }.map { ClassPair(counts: $0, size: size) }
  }

  /// A frequency as a count of training points.
  ///
  /// Wrong programs may be off the lattice; only what is certain is then taken for 0 or all.
  private func count(in model: IndependentSpins.Member) -> Int {
    if model.up == 0 { return 0 }
    if model.down == 0 { return size }
    return min(size - 1, max(1, Int((model.up * Double(size)).rounded())))
  }
}
