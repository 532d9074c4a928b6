import Documents

extension Quantiles {
  /// Names of the intervals between deciles, which hold their upper ends.
  func decileNames(hasDates: Bool) -> [String] {
    let ends = deciles.map { Self.text($0.value, hasDates) }
    return ["≤ \(ends[0])"] + zip(ends, ends.dropFirst()).map { "(\($0), \($1)]" }
      + ["> \(ends[ends.count - 1])"]
  }

  /// Names of the tails and of what is between; none without tails.
  func tailNames(hasDates: Bool) -> [String] {
    guard let ends else { return [] }
    let (low, high) = (Self.text(ends.low.value, hasDates), Self.text(ends.high.value, hasDates))
    return ["< \(low)", "[\(low), \(high)]", "> \(high)"]
  }

  private static func text(_ value: Double, _ hasDates: Bool) -> String {
    hasDates ? ISODate.text(value) : DefinitionError.plain(value)
  }
}
