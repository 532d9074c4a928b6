import Families

/// A sum of statistics in units of the lattice.
struct LatticeSum {
  /// The sum, if the data are whole.
  private let exact: [Int128]?
  /// The sum, rounded.
  private let sum: [Double]
  private let count: Double

  init(_ data: SufficientStatistics<DenseVector>, in table: StateTable) {
    let components = data.sum.components
    precondition(
      components.isEmpty || components.count == table.units.count, "a sum of D components")
    let units = table.units.enumerated().map { a, unit in
      components.isEmpty ? 0 : unit.units(in: components[a])
    }
    count = data.count
    let isCounted = data.count == data.count.rounded() && data.count < 0x1p53
    exact = isCounted ? Self.exact(data, units, table) : nil
    sum = exact.map { $0.map { Double($0) } } ?? units
  }

  /// The integers that the data are, or `nil`.
  private static func exact(
    _ data: SufficientStatistics<DenseVector>, _ units: [Double], _ table: StateTable
  ) -> [Int128]? {
    let size = data.count * Double(table.largest)
    if table.isShort {
      // Sums of decimals carry rounding, of the size of their terms.
      let rounding = min(0.25, 0x1p-48 * size)
      let nearest = units.map { $0.rounded() }
      let isWhole =
        size < 0x1p51
        && zip(units, nearest).allSatisfy { abs($0 - $1) <= rounding && abs($1) <= size }
      return isWhole ? nearest.map { Int128($0) } : nil
    }
    guard size < 0x1p95 else { return nil }
    var integers: [Int128] = []
    for (a, unit) in table.units.enumerated() {
      let (value, rest) = data.sum.parts(a)
      guard abs(units[a]) <= 2 * size, let whole = unit.whole(value: value, rest: rest) else {
        return nil
      }
      integers.append(whole)
    }
    return integers
  }

  var isFinite: Bool { count < .infinity && sum.allSatisfy(\.isFinite) }

  /// The mean less a point, rounded once where the data are whole.
  func arm(from point: ArraySlice<Int128>) -> [Double] {
    guard let exact else { return zip(sum, point).map { ($0 - count * Double($1)) / count } }
    let points = Int128(count)
    return zip(exact, point).map { Double($0 - points * $1) / count }
  }

  /// Proved, or within reach of the mean.
  func smallestFace(in table: StateTable) throws(FaceError) -> [Int] {
    guard let exact else { return try table.smallestFace(near: sum.map { $0 / count }) }
    if let face = table.faces.smallestFace(containing: exact, count: Int(count)) { return face }
    return try table.whole.hull.smallestFace(containing: exact, count: Int(count))
  }
}
