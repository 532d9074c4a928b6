/// Why a chain has no answer.
public enum FiniteChainError: Error, Equatable, CustomStringConvertible {
  /// More than one set of states is never left, so that the law hangs on the start forever.
  case severalEnds(states: Int)
  /// From the state `from` none of the targets need ever be reached.
  case neverArrives(from: Int)

  /// One sentence for people.
  public var description: String {
    switch self {
    case .severalEnds(let states):
      "the chain of \(states) states has no unique stationary law: it can end in more than one way"
    case .neverArrives(let state):
      "from the state \(state) the chain need never arrive where it is awaited"
    }
  }
}

extension FiniteChain {
  // MARK: - Stationary law

  /// The stationary probabilities, of a relative accuracy of some n ulp for the probabilities kept.
  ///
  /// Costs n·w² multiplications, w the half width of the band: a second or so at n = 4000.
  ///
  /// - Throws: ``FiniteChainError/severalEnds(states:)`` if there is more than one stationary law.
  public func stationaryLaw() throws(FiniteChainError) -> [Double] {
    guard let recurrent = recurrentStates else { throw .severalEnds(states: states) }
    let inside = Elimination(
      part(recurrent), exits: [Double](repeating: 0, count: recurrent.count),
      rewards: [Double](repeating: 0, count: recurrent.count)
    ).stationaryLaw
    var law = [Double](repeating: 0, count: states)
    for (k, probability) in zip(recurrent, inside) { law[k] = probability }
    return law
  }

  /// The stationary probabilities of the chain with the given rows.
  ///
  /// - Throws: ``FiniteChainError/severalEnds(states:)`` if there is more than one stationary law.
  public static func stationaryLaw(rows: [[Double]]) throws(FiniteChainError) -> [Double] {
    try FiniteChain(rows: rows).stationaryLaw()
  }

  /// The states that the chain comes back to forever from any start, in increasing order, if there is one
  /// such set.
  private var recurrentStates: [Int]? {
    var sources = [[Int]](repeating: [], count: states)
    for (k, row) in rows.enumerated() {
      for (offset, value) in row.values.enumerated() where value > 0 {
        sources[row.first + offset].append(k)
      }
    }
    // Searching backwards from each state not seen yet, the last search starts from a state that all
    // others lead to, if there is any.
    var seen = [Bool](repeating: false, count: states)
    var end = 0
    for k in 0..<states where !seen[k] {
      end = k
      Self.search(from: k, seen: &seen) { sources[$0] }
    }
    var leading = [Bool](repeating: false, count: states)
    Self.search(from: end, seen: &leading) { sources[$0] }
    guard leading.allSatisfy({ $0 }) else { return nil }
    var reached = [Bool](repeating: false, count: states)
    Self.search(from: end, seen: &reached) { k in
      rows[k].values.indices.filter { rows[k].values[$0] > 0 }.map { rows[k].first + $0 }
    }
    return (0..<states).filter { reached[$0] }
  }

  private static func search(from start: Int, seen: inout [Bool], neighbours: (Int) -> [Int]) {
    var open = [start]
    seen[start] = true
    while let k = open.popLast() {
      for j in neighbours(k) where !seen[j] {
        seen[j] = true
        open.append(j)
      }
    }
  }

  // MARK: - First times and ends

  /// The mean number of generations until one of the states `isTarget` is reached, from each state.
  ///
  /// - Throws: ``FiniteChainError/neverArrives(from:)`` if there is a state from which they need not be.
  public func meanTimes(to isTarget: [Bool]) throws(FiniteChainError) -> [Double] {
    try collected(until: isTarget) { _ in 1 }
  }

  /// The probability that of the states `isTarget`, the first to be reached is `end`, from each state.
  ///
  /// - Throws: ``FiniteChainError/neverArrives(from:)`` if there is a state from which none need be.
  public func probabilities(
    ofEndingAt end: Int, among isTarget: [Bool]
  ) throws(FiniteChainError) -> [Double] {
    var result = try collected(until: isTarget) { row in
      row.first <= end && end <= row.last ? row.values[end - row.first] : 0
    }
    result[end] = 1
    return result
  }

  /// The expected sum of `reward` over the states before a target is reached.
  private func collected(
    until isTarget: [Bool], reward: (Row) -> Double
  ) throws(FiniteChainError) -> [Double] {
    let others = (0..<states).filter { !isTarget[$0] }
    let exits = others.map { k in
      rows[k].values.enumerated().reduce(0) {
        $0 + (isTarget[rows[k].first + $1.offset] ? $1.element : 0)
      }
    }
    let sums = Elimination(part(others), exits: exits, rewards: others.map { reward(rows[$0]) })
      .collected
    var result = [Double](repeating: 0, count: states)
    for (k, sum) in zip(others, sums) {
      // A set that is never left divides by zero.
      guard sum.isFinite else { throw .neverArrives(from: k) }
      result[k] = sum
    }
    return result
  }

  /// The rows of some states, in increasing order, and of their columns; states are numbered anew.
  private func part(_ kept: [Int]) -> [Row] {
    var isKept = [Bool](repeating: false, count: states)
    for k in kept { isKept[k] = true }
    // How many kept states lie below each.
    var places = [0]
    for k in 0..<states { places.append(places[k] + (isKept[k] ? 1 : 0)) }
    return kept.map { k in
      let row = rows[k]
      let values = row.values.indices.filter { isKept[row.first + $0] }.map { row.values[$0] }
      // A row that leads nowhere inside still has a place.
      return values.isEmpty
        ? Row(first: places[k], values: [0]) : Row(first: places[row.first], values: values)
    }
  }
}
