/// A way of moving away from where the truth would pull.
public enum SystematicMove: Sendable, Hashable, Codable {
  /// `x ln x`: a temperature other than 1, by which large shares grow (below 1) or shrink.
  case temperature
  /// Symbols of at most about this share lose, as by truncation, or gain.
  case tail(Double)
  /// Towards equal shares, as by smoothing, or away from them.
  case uniform
  /// Some symbols gain and others lose, in no direction that has a name.
  case symbols
}

extension PathSums {
  /// How many standard deviations a path moves along each direction beyond the pull that it has itself.
  ///
  /// The part of a direction that a pull would explain is taken out: `z = (Z_g − (I_ga/I_aa) Z_a)/√(I_gg − I_ga²/I_aa)`.
  var directionDeviations: [Double] {
    let φ = dispersion
    return directions.map { sum in
      let share = givenTruth > 0 ? sum.covariance / givenTruth : 0
      let variance = φ * (sum.information - share * sum.covariance)
      // Little is left of a direction that is nearly the pull itself.
      guard variance > 0.05 * φ * sum.information, variance > 0 else { return 0 }
      return (sum.score - share * score) / variance.squareRoot()
    }
  }

  /// How many standard deviations each symbol moves in all, beyond the pull that the path has itself.
  var symbolDeviations: [Double] {
    let φ = dispersion
    let pull = givenTruth > 0 ? score / givenTruth : 0
    return moves.indices.map { s in
      let variance = φ * (moveVariances[s] + 0.5)
      return (moves[s] - pull * distances[s]) / variance.squareRoot()
    }
  }

  /// Sizes of all systematic moves: those with a direction, then that of the symbols together.
  var moveSizes: [Double] {
    directionDeviations.map(abs) + [symbolDeviations.reduce(0) { $0 + $1 * $1 }]
  }
}
