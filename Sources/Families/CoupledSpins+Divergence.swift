import PortableMath

extension CoupledSpins {
  /// That of the levels: within one, both models choose evenly.
  public func klDivergence(from p: Member, to q: Member) -> Double {
    if p == q { return 0 }
    if p.isInterior {
      if !q.isInterior { return .infinity }
      let (step, mean) = (q.θ - p.θ, meanParameter(at: p.θ))
      return Divergence.tilt(
        logProbabilities: levels.logProbabilities(at: p.θ),
        exponents: (0...spins).map { k in
          let s = levels.level(k)
          return step.dot(SIMD2(s, levels.pairStatistic(s)) - mean)
        })
    }
    let others = logProbabilities(of: q)
    return zip(logProbabilities(of: p), others).reduce(0) { sum, pair in
      let (mine, other) = pair
      // A level that only q has adds its probability.
      if mine == -.infinity { return sum + exp(other) }
      if other == -.infinity { return .infinity }
      return sum + Divergence.state(logProbability: mine, logRatio: other - mine)
    }
  }

  /// The logarithms of the probabilities of the levels.
  private func logProbabilities(of member: Member) -> [Double] {
    member.isInterior
      ? levels.logProbabilities(at: member.θ) : levelProbabilities(of: member).map { log($0) }
  }
}

extension SpinLevels {
  /// The logarithms of the probabilities of all levels, however small these are.
  func logProbabilities(at θ: SIMD2<Double>) -> [Double] {
    var logarithms = (0...spins).map { k in
      let s = level(k)
      return logMultiplicities[k] + θ.x * s + θ.y * pairStatistic(s)
    }
    let largest = logarithms.max()!
    let sum = largest + log(logarithms.reduce(0) { $0 + exp($1 - largest) })
    for k in 0...spins { logarithms[k] -= sum }
    return logarithms
  }
}
