import Documents

/// External rows as a share of the training set.
enum RowShare {
  /// The number m of rows that are the share `fraction` of a training set, f = m/(M + m).
  ///
  /// - Throws: ``DefinitionError`` for a share that no whole number of rows has, to a twentieth of itself.
  static func count(_ choice: inout Fields, samples: Int) throws(DefinitionError) -> Int {
    if choice.has("count") {
      throw choice.error("fraction", "together with count", allowed: "one of the two")
    }
    let fraction = try choice.number("fraction", in: 0...0.999_999)
    let exact = fraction / (1 - fraction) * Double(samples)
    func share(_ count: Double) -> Double { count / (Double(samples) + count) }
    guard abs(share(exact.rounded()) - fraction) <= fraction / 20 else {
      let near = [exact.rounded(.down), exact.rounded(.up)].map {
        "\(share($0)) (\(Int($0)) row\($0 == 1 ? "" : "s"))"
      }
      throw choice.error(
        "fraction", "\(fraction)",
        allowed: "a share m/(M + m) of whole rows beside M = \(samples), the nearest being "
          + near.joined(separator: " and ") + ", or give their count")
    }
    return Int(exact.rounded())
  }
}
