import PortableMath

/// A number that the shares of a generation have.
public enum LoopMeasure: Sendable, Hashable, Codable {
  /// The share of one symbol, by its index.
  case share(Int)
  /// `1 − Σ x²`, the chance that two rows differ.
  case diversity
  /// `−Σ x ln x` in nats: what a model's mean surprise at its own data falls to.
  case entropy
  /// How many symbols occur.
  case distinctSymbols
  /// The share of the truth's rarest symbols together, those that make up a tenth of it or, if there is none, the
  /// rarest one.
  case rareSymbols

  /// The value at shares `x` of the symbols, `truth` being those of the truth.
  func value(_ x: some Collection<Double>, truth: [Double]) -> Double {
    switch self {
    case .share(let s): x[x.index(x.startIndex, offsetBy: s)]
    case .diversity: 1 - x.reduce(0) { $0 + $1 * $1 }
    case .entropy: x.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
    case .distinctSymbols: x.reduce(0) { $1 > 0 ? $0 + 1 : $0 }
    case .rareSymbols: zip(x, Self.rare(truth)).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    }
  }

  /// Which symbols are rare.
  static func rare(_ truth: [Double]) -> [Bool] {
    let order = truth.indices.filter { truth[$0] > 0 }.sorted { truth[$0] < truth[$1] }
    var (rare, sum) = ([Bool](repeating: false, count: truth.count), 0.0)
    for (rank, s) in order.enumerated() {
      sum += truth[s]
      guard rank == 0 || sum <= 0.1 + 1e-9 else { break }
      rare[s] = true
    }
    return rare
  }
}
