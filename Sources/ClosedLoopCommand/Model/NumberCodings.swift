import Families

/// Real numbers as points. They are written with as many digits as reading them back exactly needs.

/// One column of numbers.
struct GaussianCells: RowCoding {
  static let kind = "gaussian"
  static let summary = "numbers, with mean and variance (divisor M)"
  static let allowed = "a number"

  init(_ rows: [[String]]) {}
  let family = GaussianFamily()
  func point(of cells: [String]) -> Double? { finite(cells[0]) }
  func cells(of point: Double) -> [String] { ["\(point)"] }
  func statistics(of point: Double) -> GaussianStatistics {
    GaussianStatistics(count: 1, centre: point, scatter: ScaledNumber(0))
  }
}

/// One column of positive numbers.
struct ExponentialCells: RowCoding {
  static let kind = "exponential"
  static let summary = "positive numbers, with their mean"
  static let allowed = "a positive number"

  init(_ rows: [[String]]) {}
  let family = GammaKnownShape(shape: 1)
  func point(of cells: [String]) -> Double? { positive(cells[0]) }
  func cells(of point: Double) -> [String] { ["\(point)"] }
}

/// One column of positive numbers.
struct GammaCells: RowCoding {
  static let kind = "gamma-shape"
  static let summary = "positive numbers, with mean and shape"
  static let allowed = "a positive number"

  init(_ rows: [[String]]) {}
  let family = GammaFamily()
  func point(of cells: [String]) -> Double? { positive(cells[0]) }
  func cells(of point: Double) -> [String] { ["\(point)"] }
  func statistics(of point: Double) -> GammaStatistics {
    GammaStatistics(count: 1, arithmeticMean: point, deficit: 0)
  }
}

/// All columns together: numbers that vary jointly.
struct GaussianVectorCells: RowCoding {
  static let kind = "gaussian-vector"
  static let summary = "all columns as one vector, with a covariance"
  static let allowed = "a number"

  let family: MultivariateGaussian

  init(_ rows: [[String]]) { family = MultivariateGaussian(dimensions: rows[0].count) }
  func point(of cells: [String]) -> [Double]? {
    let numbers = cells.compactMap(finite)
    return numbers.count == cells.count ? numbers : nil
  }
  func cells(of point: [Double]) -> [String] { point.map { "\($0)" } }
  func statistics(of point: [Double]) -> MultivariateStatistics {
    MultivariateStatistics(point: point)
  }
}

private func finite(_ cell: String) -> Double? { Double(cell).flatMap { $0.isFinite ? $0 : nil } }
private func positive(_ cell: String) -> Double? { finite(cell).flatMap { $0 > 0 ? $0 : nil } }
