/// What replicates of a simulation come to, in parts that are merged in a fixed order.
struct SimulationRecord: Sendable {
  /// Of each quantity over the replicates of each recorded generation.
  private(set) var moments: [[Moments]]
  /// How many replicates reach each recorded generation, and how many of those are absorbed there.
  private(set) var replicates: [Int]
  private(set) var absorbed: [Int]
  /// Those that did not reach the last generation.
  private(set) var ended: EndedReplicates?
  /// How each replicate ended, if that is asked for.
  var ends: [ReplicateEnd] = []

  init(quantities: Int, generations: Int) {
    moments = Array(
      repeating: Array(repeating: Moments(), count: quantities), count: generations)
    replicates = Array(repeating: 0, count: generations)
    absorbed = replicates
  }

  /// Takes in what is measured of one replicate at the recorded generation of an index.
  ///
  /// - Parameter value: of the quantity of an index.
  mutating func add(at index: Int, isAbsorbed: Bool, _ value: (Int) -> Double) {
    for place in moments[index].indices { moments[index][place].add(value(place)) }
    replicates[index] += 1
    if isAbsorbed { absorbed[index] += 1 }
  }

  /// Takes in replicates that ended, whose indices are larger than those of others before.
  mutating func addEnded(_ others: EndedReplicates) {
    if ended == nil { ended = others } else { ended?.merge(others) }
  }

  /// Takes in all of another, whose replicates have larger indices.
  mutating func merge(_ other: Self) {
    for index in moments.indices {
      for place in moments[index].indices {
        moments[index][place].merge(other.moments[index][place])
      }
      replicates[index] += other.replicates[index]
      absorbed[index] += other.absorbed[index]
    }
    if let others = other.ended { addEnded(others) }
    ends += other.ends
  }
}

/// How one replicate ended.
struct ReplicateEnd: Sendable {
  /// What came of it.
  enum Outcome: Sendable, Equatable {
    /// All samples share one value of φ for ever.
    case absorbed
    /// The last generation came first.
    case censored
    /// It could not go on.
    case ended(SimulationError)
  }

  let replicate: Int
  let outcome: Outcome
  /// Absorbed since, computed up to, or the one that could not be computed.
  let generation: Int
  /// Those of its last model; NaN where it never had one.
  let values: [Double]
}
