import Randomness

/// What a replicate is trained on, generation by generation: the policy, on rows.
///
/// Generation 0 is real rows. Each later one is made of the model's output and of real rows, which together are its
/// increment; what is kept of a generation is that, and all else follows from it and from random numbers of its own.
package struct TrainingData: Sendable {
  private let policy: RowPolicy
  private let samples: Int
  private let real: Rows
  private let streams: ReplicateStreams
  private let order: ShuffledRows
  /// Whether real rows have been used for the start, and do not come again.
  private let start: Int
  /// All rows so far, where the policy remembers them; else those of the last generation.
  private var pool: Rows
  /// How many real rows have been used after the start.
  package private(set) var used = 0
  /// The training set of the last generation.
  package private(set) var set: Rows

  /// Generation 0.
  ///
  /// - Parameters:
  ///   - start: n real rows, at random; `nil` for all in their order.
  ///   - key: of the configuration.
  package init(
    _ policy: RowPolicy, samples: Int, start: Int?, real: Rows, key: StreamKey, replicate: Int
  ) {
    (self.policy, self.samples, self.real) = (policy, samples, real)
    streams = ReplicateStreams(key: key, replicate: replicate)
    order = ShuffledRows(count: real.count, streams: streams)
    self.start = start ?? 0
    let first = if let start { real.picking(order.first(start)) } else { real }
    (set, pool) = (first, first)
  }

  /// What the model must write for the next generation, of a number.
  package struct Need: Sendable, Equatable {
    /// How many rows.
    package let rows: Int
    /// Of these, how many take the place of real ones.
    let own: Int
  }

  /// What the model must write for generation `generation`.
  package func need(_ generation: Int) -> Need {
    guard policy.impurity > 0 else { return Need(rows: samples, own: 0) }
    var (choice, own) = (streams.generation(generation).stream(for: .choice), 0)
    for _ in 0..<policy.external where choice.nextUnit() < policy.impurity { own += 1 }
    return Need(rows: samples + own, own: own)
  }

  /// Why there can be no generation of a number; `nil` if there can.
  package func obstacle(_ generation: Int) -> String? {
    let fresh = policy.external - need(generation).own
    guard !policy.isFixed, !policy.reuses, fresh > 0 else { return nil }
    let left = real.count - start - used
    guard fresh > left else { return nil }
    return
      "the real data are used up: \(left) rows are left, and \(fresh) fresh ones are needed; use"
      + " fewer, or reuse=true to shuffle them and begin again"
  }

  /// The increment of a generation: the model's output, and real rows.
  ///
  /// - Precondition: there is no ``obstacle(_:)``.
  package func increment(_ output: Rows, _ generation: Int) -> Rows {
    var rows = output
    let count = policy.external - need(generation).own
    // The same rows each time are others than those of the start, if there are so many.
    let first =
      !policy.isFixed ? start + used : start + policy.external <= real.count ? start : 0
    for place in first..<(first + count) { rows.append(order[place], of: real) }
    return rows
  }

  /// Takes in the increment of a generation, whose training set then is ``set``.
  package mutating func accept(_ increment: Rows, _ generation: Int) {
    pass(generation)
    switch policy.memory {
    case .replace: set = increment
    case .accumulate:
      pool.append(increment)
      set = pool
    case .subsample:
      pool.append(increment)
      set = pool.picking(chosen(generation))
    }
  }

  /// Passes over the increment of a generation, of which nothing is remembered.
  mutating func pass(_ generation: Int) {
    if !policy.isFixed { used += policy.external - need(generation).own }
  }

  /// Whether more than the last increment is needed to go on.
  package static func needsAll(_ policy: RowPolicy) -> Bool { policy.memory != .replace }

  /// M rows of the pool.
  private func chosen(_ generation: Int) -> [Int] {
    var choice = streams.generation(generation).stream(for: .choice)
    if policy.replacement {
      return (0..<samples).map { _ in choice.nextIndex(below: pool.count) }
    }
    // Fisher and Yates' shuffle as far as it is needed, of which only what moved is kept.
    var moved: [Int: Int] = [:]
    return (0..<min(samples, pool.count)).map { i in
      let j = i + choice.nextIndex(below: pool.count - i)
      let row = moved[j] ?? j
      moved[j] = moved[i] ?? i
      return row
    }
  }
}
