extension EnumeratedFamily {
  /// The Ising model of N spins σᵢ = ±1 with all its fields and couplings.
  ///
  /// `φ = (σ₁, …, σ_N, σ₁σ₂, σ₁σ₃, …, σ_{N−1}σ_N)`, D = N(N + 1)/2, h = 1. The states are called "++-+" and so on,
  /// the first spin first; bit i of a state's index is set where spin i + 1 is up.
  ///
  /// - Parameter spins: N, from 1 to 12; other numbers stop the program.
  public static func isingModel(spins: Int) -> EnumeratedFamily {
    precondition((1...12).contains(spins), "an enumerated Ising model has 1 to 12 spins")
    let states = (0..<1 << spins).map { state in
      (0..<spins).map { state >> $0 & 1 == 1 ? 1.0 : -1 }
    }
    let pairs = (0..<spins).flatMap { i in (i + 1..<spins).map { (i, $0) } }
    do {
      return try EnumeratedFamily(
        names: states.map { σ in σ.map { $0 > 0 ? "+" : "-" }.joined() },
        statisticNames: (0..<spins).map { "σ\($0 + 1)" }
          + pairs.map { "σ\($0.0 + 1) σ\($0.1 + 1)" },
        baseMeasure: states.map { _ in 1 },
        statistics: states.map { σ in σ + pairs.map { σ[$0.0] * σ[$0.1] } })
    } catch {
      preconditionFailure("the Ising model is a table: \(error)")
    }
  }
}
