import PortableMath

/// What an enumerated family knows of its states; shared by its members.
final class StateTable: Sendable {
  let names: [String]
  let statisticNames: [String]
  let baseMeasure: [Double]
  /// φ, state after state, in units of each statistic.
  let integers: [Int128]
  /// The same, where sums of them are exact in doubles; else none.
  let shortIntegers: [Int]
  let units: [DecimalUnit]
  /// The largest magnitude of an integer.
  let largest: Int128
  /// φ itself.
  let sums: GibbsSums
  /// How far each statistic ranges.
  let ranges: [Double]
  /// All states.
  let whole: FaceModel
  /// The hull with statistics brought to one scale, for distances.
  private let balanced: Hull
  let faces = FaceCache()

  init(
    names: [String]?, statisticNames: [String]?, baseMeasure: [Double], statistics: [[Double]]
  ) throws(TableError) {
    let check = TableCheck(
      names: names, statisticNames: statisticNames, baseMeasure: baseMeasure,
      statistics: statistics)
    try check.shape()
    try check.values()
    let columns = try check.columns()
    let width = columns.count
    (self.names, self.statisticNames) = (check.names, check.statisticNames)
    self.baseMeasure = baseMeasure
    units = columns.map(\.unit)
    let points = statistics.indices.map { x in columns.map { $0.integers[x] } }
    integers = points.flatMap(\.self)
    largest = integers.reduce(1) { max($0, abs($1)) }
    let isShort = columns.allSatisfy(\.isShort)
    shortIntegers = isShort ? integers.map { Int($0) } : []
    let logBase = baseMeasure.map { log($0) }
    sums = GibbsSums(width: width, entries: statistics.flatMap(\.self), logBase: logBase)
    let extents = columns.map { ($0.integers.max() ?? 0) - ($0.integers.min() ?? 0) }
    ranges = zip(extents, units).map { $1.value(of: Double($0)) }

    let hull = Hull(points.map { $0[...] }, isShort: isShort)
    try check.independence(of: hull, units)
    whole = FaceModel(
      states: Array(points.indices), points: points.map { $0[...] }, logBase: logBase, hull: hull)
    if let statistic = whole.dependentStatistic {
      throw .nearlyDependent(statistic: check.statisticNames[statistic])
    }
    // Long integers are brought to one scale by the hull itself.
    let factors = extents.map { isShort ? (extents.max() ?? 1) / $0 : 1 }
    balanced =
      factors.allSatisfy { $0 == 1 }
      ? hull
      : Hull(
        points.map { point in
          point.indices.map { (point[$0] - points[0][$0]) * factors[$0] }[...]
        }, isShort: true)
    balance = factors.map { Double($0) }
  }

  /// By what the statistics are multiplied in ``balanced``, besides being taken from those of state 0.
  private let balance: [Double]

  /// Whether sums of φ are exact in doubles.
  var isShort: Bool { !shortIntegers.isEmpty }

  /// The smallest face within reach of a mean in units that is known up to rounding.
  func smallestFace(near mean: [Double]) throws(FaceError) -> [Int] {
    let isBalanced = balance.allSatisfy { $0 == 1 }
    let place =
      isBalanced ? mean : mean.indices.map { (mean[$0] - Double(integers[$0])) * balance[$0] }
    switch balanced {
    case .lattice(let polytope): return try polytope.smallestFace(near: place, tolerance: 1e-12)
    case .exact(let polytope): return try polytope.smallestFace(near: place, tolerance: 1e-12)
    }
  }

  /// φ of a state, in units.
  func integers(of state: Int) -> ArraySlice<Int128> {
    integers[state * sums.width..<(state + 1) * sums.width]
  }

  /// φ of a state.
  func statistic(of state: Int) -> ArraySlice<Double> {
    sums.entries[state * sums.width..<(state + 1) * sums.width]
  }

  /// The model of some states.
  func model(of states: [Int]) -> FaceModel {
    if states.count == names.count { return whole }
    return faces.model(of: states) {
      FaceModel(
        states: states, points: states.map { integers(of: $0) },
        logBase: states.map { sums.logBase[$0] }, isShort: isShort)
    }
  }
}
