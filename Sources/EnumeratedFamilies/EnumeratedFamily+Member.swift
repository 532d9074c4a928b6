import Families
import PortableMath

extension EnumeratedFamily {
  /// A proper face of the convex support: all states whose φ lies on it.
  public struct Face: Hashable, Sendable, CustomStringConvertible {
    /// The states, in increasing order.
    public let states: [Int]
    let table: StateTable

    /// Whether the states are the same.
    public static func == (a: Face, b: Face) -> Bool { a.states == b.states }

    /// Feeds the states to `hasher`.
    public func hash(into hasher: inout Hasher) { hasher.combine(states) }

    /// "the state a" or "the states a, b, c"; of more than twenty, the first twenty and how many there
    /// are.
    public var description: String {
      let names = states.prefix(20).map { table.names[$0] }.joined(separator: ", ")
      if states.count == 1 { return "the state \(names)" }
      return "the states \(names)" + (states.count > 20 ? ", … (\(states.count) in all)" : "")
    }
  }

  /// A point of the closed family: a finite θ, or the states of a face with their probabilities.
  public struct Member: ClosedFamilyMember {
    let table: StateTable
    /// θ, or `nil` on a face.
    public let naturalParameter: DenseVector?
    /// All states, or those of the face, in increasing order.
    public let states: [Int]
    /// Their probabilities; one may underflow.
    public let probabilities: [Double]
    let logProbabilities: [Double]
    /// `μ = Σ p φ`.
    public let meanParameter: DenseVector
    /// Whether all states share one φ.
    public let isAbsorbed: Bool

    init(
      table: StateTable, θ: DenseVector?, states: [Int], logProbabilities: [Double],
      isAbsorbed: Bool
    ) {
      let probabilities = logProbabilities.map { exp($0) }
      self.table = table
      naturalParameter = θ
      self.states = states
      self.logProbabilities = logProbabilities
      self.probabilities = probabilities
      self.isAbsorbed = isAbsorbed
      if isAbsorbed {
        meanParameter = DenseVector(Array(table.statistic(of: states[0])))
        return
      }
      var mean = [Double](repeating: 0, count: table.sums.width)
      for (x, p) in zip(states, probabilities) where p > 0 {
        let φ = table.statistic(of: x)
        for a in mean.indices { mean[a] += p * φ[φ.startIndex + a] }
      }
      meanParameter = DenseVector(mean)
    }

    /// The face, or `nil` where θ is finite.
    public var face: Face? {
      naturalParameter == nil ? Face(states: states, table: table) : nil
    }

    /// The logarithm of the probability of a state, −∞ off the face.
    func logProbability(of state: Int) -> Double {
      if states.count == table.names.count { return logProbabilities[state] }
      var (low, high) = (0, states.count)
      while low < high {
        let middle = (low + high) / 2
        if states[middle] < state { low = middle + 1 } else { high = middle }
      }
      return low < states.count && states[low] == state ? logProbabilities[low] : -.infinity
    }

    /// The probability of a state.
    public func probability(of state: Int) -> Double { exp(logProbability(of: state)) }

    /// Whether θ, states and probabilities are the same.
    public static func == (a: Member, b: Member) -> Bool {
      a.naturalParameter == b.naturalParameter && a.states == b.states
        && a.logProbabilities == b.logProbabilities
    }
  }

  /// The member at θ.
  ///
  /// - Parameter θ: finite numbers; others stop the program.
  public func member(at θ: DenseVector) -> Member {
    precondition(
      θ.components.allSatisfy(\.isFinite) && θ.dimension == dimension,
      "D finite numbers are needed")
    return Member(
      table: table, θ: θ, states: table.whole.states, logProbabilities: logProbabilities(at: θ),
      isAbsorbed: false)
  }

  /// `−Σ p ln(p/h)`.
  public func entropy(of member: Member) -> Double {
    zip(member.states, zip(member.probabilities, member.logProbabilities)).reduce(0) {
      sum, state in
      let (p, logarithm) = state.1
      return p > 0 ? sum - p * (logarithm - table.sums.logBase[state.0]) : sum
    }
  }

  /// `ln p_x`, −∞ off the face of the member.
  public func logDensity(of point: Int, in member: Member) -> Double {
    member.logProbability(of: point)
  }

  /// `Σ p ln(p/q)`, as a sum of terms none of which is negative; ∞ where p has states that q has not.
  public func klDivergence(from p: Member, to q: Member) -> Double {
    if p == q { return 0 }
    if let θ = p.naturalParameter, let other = q.naturalParameter {
      // Differences of θ have digits that those of probabilities may have lost.
      let (step, mean) = (other - θ, p.meanParameter)
      return Divergence.tilt(
        logProbabilities: p.logProbabilities,
        exponents: p.states.map { x in
          zip(table.statistic(of: x), mean.components).enumerated().reduce(0) {
            $0 + step[$1.offset] * ($1.element.0 - $1.element.1)
          }
        })
    }
    var (sum, place) = (0.0, 0)
    for (x, other) in zip(q.states, q.logProbabilities) {
      // A state that only q has adds its probability.
      guard place < p.states.count, p.states[place] == x else {
        sum += exp(other)
        continue
      }
      let mine = p.logProbabilities[place]
      sum += Divergence.state(logProbability: mine, logRatio: other - mine)
      place += 1
    }
    // Not all states of p were met.
    return place == p.states.count ? sum : .infinity
  }
}
