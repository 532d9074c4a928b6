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

extension SimulationRecord {
  /// What the state of a simulation says, one of whose replicates shall be `count` in all; `nil` if it is of another
  /// simulation.
  init?(_ state: SimulationState, quantities: Int, generations: Int, of count: Int) {
    self.init(quantities: quantities, generations: generations)
    guard generations...(generations + 1) ~= state.lines.count else { return nil }
    for (index, line) in state.lines.prefix(generations).enumerated() {
      let words = line.split(separator: " ")
      let numbers = words.dropFirst(2).compactMap { Double($0) }
      guard words.count == 2 + 8 * quantities, numbers.count == 8 * quantities,
        let reached = Int(words[0]), let absorbed = Int(words[1])
      else { return nil }
      (replicates[index], self.absorbed[index]) = (reached, absorbed)
      for place in 0..<quantities {
        moments[index][place] = Moments(numbers: numbers[(8 * place)..<(8 * place + 8)])!
      }
    }
    guard let last = state.lines.dropFirst(generations).first else { return }
    let words = last.split(separator: " ", maxSplits: 3)
    guard words.count == 4, let ended = Int(words[0]), let replicate = Int(words[1]),
      let generation = Int(words[2])
    else { return nil }
    let error = SimulationError(
      replicate: replicate, generation: generation, reason: String(words[3]))
    self.ended = EndedReplicates(error, count: ended, of: count)
  }
}

/// How one replicate ended.
struct ReplicateEnd: Sendable {
  /// What came of it.
  enum Outcome: Sendable, Equatable {
    /// All samples share one value of φ forever.
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
