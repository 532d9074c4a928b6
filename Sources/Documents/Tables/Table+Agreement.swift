extension Table.Cell {
  /// Numbers of results made elsewhere may differ by this much, relatively.
  package static let tolerance = 1e-9

  /// Whether both are the same word or special value, or numbers within the tolerance.
  ///
  /// - Parameter rounding: by how much numbers may differ in any case.
  package func agrees(with other: Table.Cell, absolutely rounding: Double) -> Bool {
    if self == other { return true }
    if case .text = self { return false }
    if case .text = other { return false }
    let (u, v) = (value, other.value)
    if u.isNaN || v.isNaN { return u.isNaN && v.isNaN }
    guard u.isFinite, v.isFinite else { return u == v }
    return abs(u - v) <= max(rounding, Self.tolerance * max(abs(u), abs(v)))
  }
}
