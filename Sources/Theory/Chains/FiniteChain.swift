/// A Markov chain on the states 0 … n − 1, row by row.
///
/// The count of a sample spreads over some √n values, so that most of a row is next to nothing: beyond the
/// first and the last probability above 1e−30 it is left out, which changes no probability by more than
/// n·t·1e−30 after t generations.
public struct FiniteChain: Sendable {
  /// The probabilities to go from one state to its neighbours `first`, `first + 1`, ….
  struct Row: Sendable {
    let first: Int
    let values: [Double]

    var last: Int { first + values.count - 1 }
  }

  let rows: [Row]

  /// Number of states.
  public var states: Int { rows.count }

  /// The chain whose row k, the probabilities to go from k to each of the states, is `row(k)`.
  public init(states: Int, row: (Int) -> [Double]) {
    rows = (0..<states).map { k in
      let row = row(k)
      precondition(row.count == states, "a probability for each state is needed")
      let first = row.firstIndex { $0 > 1e-30 } ?? 0
      let last = row.lastIndex { $0 > 1e-30 } ?? 0
      return Row(first: first, values: Array(row[first...last]))
    }
  }

  /// The chain with the given rows, as many as each has probabilities.
  public init(rows: [[Double]]) {
    self.init(states: rows.count) { rows[$0] }
  }

  init(rows: [Row]) { self.rows = rows }

  // MARK: - Generations

  /// The law one generation after `law`.
  public func next(_ law: [Double]) -> [Double] {
    var next = [Double](repeating: 0, count: states)
    for (k, weight) in law.enumerated() where weight > 0 {
      let (first, values) = (rows[k].first, rows[k].values)
      for (offset, value) in values.enumerated() { next[first + offset] += weight * value }
    }
    return next
  }

  /// The law `generations` ≥ 0 generations after `law`.
  public func law(after generations: Int, from law: [Double]) -> [Double] {
    (0..<generations).reduce(law) { law, _ in next(law) }
  }

  /// `E f(k′)` from each state k.
  public func expectation(of f: [Double]) -> [Double] {
    rows.map { row in
      row.values.indices.reduce(0) { $0 + row.values[$1] * f[row.first + $1] }
    }
  }

  /// The probability to be in one of the states `isInside` after 0, 1, …, `generations` generations.
  ///
  /// Of states that are never left it is the law of the time at which they are reached.
  public func probabilities(
    of isInside: [Bool], from law: [Double], generations: Int
  ) -> [Double] {
    var (law, result) = (law, [Double]())
    result.reserveCapacity(generations + 1)
    while true {
      result.append(zip(law, isInside).reduce(0) { $0 + ($1.1 ? $1.0 : 0) })
      if result.count > generations { return result }
      law = next(law)
    }
  }

  // MARK: - Laws beside others

  /// The largest distance `max |P(X ≤ x) − limit(x)|` over all x between a law on 0, 1, 2, … and a
  /// continuous one.
  ///
  /// - Parameters:
  ///   - probabilities: of 0, 1, 2, ….
  ///   - limit: the continuous distribution function at the place of each k.
  public static func distance(of probabilities: [Double], to limit: (Int) -> Double) -> Double {
    var below = 0.0
    return probabilities.enumerated().reduce(0.0) { largest, entry in
      let limit = limit(entry.offset)
      let before = below
      below += entry.element
      // Just below a jump and at its top.
      return max(largest, abs(before - limit), abs(below - limit))
    }
  }
}
