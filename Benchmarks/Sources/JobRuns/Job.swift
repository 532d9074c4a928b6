import ClosedLoop

/// One of the jobs that are timed, at any size.
public struct Job: Sendable {
  /// What the command line calls it: `a`, `d-ii-400`, `f-1000`.
  public let name: String
  /// How many replicates there are unless more are asked for.
  public let replicates: Int
  /// Generations of each, or 0 where a run ends by itself or there is none.
  public let generations: Int
  /// Does what belongs to no measurement, such as a burn-in, and returns the rest.
  let prepare: @Sendable (Size) throws -> Run

  /// What is left to do once everything is prepared.
  public typealias Run = @Sendable () throws -> JobResult

  /// How much is to be done, by how many threads, from which seed.
  struct Size: Sendable {
    let replicates: Replicates
    let generations: Int
    let seed: UInt64

    /// The root of all random numbers of the job.
    var key: StreamKey { StreamKey(rootSeed: seed) }
  }

  /// The job, ready to be timed.
  ///
  /// - Parameters:
  ///   - replicates: ≥ 1; the job's own number if `nil`.
  ///   - generations: ≥ 1, of each replicate; the job's own number if `nil`.
  ///   - threads: ≥ 1; leaves no trace in the result.
  ///   - seed: the root seed.
  /// - Throws: ``EstimationError`` from a burn-in.
  public func prepared(
    replicates: Int? = nil, generations: Int? = nil, threads: Int = 1, seed: UInt64
  ) throws -> Run {
    try prepare(
      Size(
        replicates: Replicates(count: replicates ?? self.replicates, threads: threads),
        generations: generations ?? self.generations, seed: seed))
  }

  /// All of them.
  public static let all: [Job] =
    [.a, .b, .c] + Figure2Case.all.map(Job.figure2) + [.d, .e, .f(1000), .f(4000)]
}

/// What a job did, and what it found.
public struct JobResult: Sendable {
  /// Generations, those of all replicates together.
  public let generations: Int
  /// Numbers by which one sees that the job was done: means over replicates, of which theory knows
  /// the expectations.
  public let checks: [(name: String, value: Double)]
}

extension Collection<Double> {
  /// Their mean, added up in order.
  var mean: Double { reduce(0, +) / Double(count) }
}
