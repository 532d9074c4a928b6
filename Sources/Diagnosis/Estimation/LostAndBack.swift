/// A symbol that was lost and is back: no closed loop of maximum likelihood does that.
///
/// A count of zero makes the symbol's probability zero in the next model. Something came in from outside, or the
/// model gives probability to what it has not seen.
public struct LostAndBack: Sendable, Hashable, Codable {
  /// Name of the symbol.
  public let symbol: String
  /// The last generation without it.
  public let lost: Int
  /// The first generation that has it again.
  public let back: Int

  package init(symbol: String, lost: Int, back: Int) {
    (self.symbol, self.lost, self.back) = (symbol, lost, back)
  }

  /// All returns in `history`, in the order of generations; none of intervals of a number, to which every smooth model
  /// gives probability.
  public static func all(in history: SymbolHistory) -> [LostAndBack] {
    guard history.kind == .categories else { return [] }
    return (1..<max(1, history.generations.count)).flatMap { t in
      history.symbols.indices.compactMap { s in
        history.counts[t - 1][s] == 0 && history.counts[t][s] > 0
          ? LostAndBack(
            symbol: history.symbols[s], lost: history.generations[t - 1],
            back: history.generations[t]) : nil
      }
    }
  }
}
