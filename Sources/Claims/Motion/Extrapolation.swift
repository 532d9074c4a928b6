/// The limit M → ∞ of a quantity that is known exactly at finite M.
enum Extrapolation {
  /// From M, 2M and 4M, without the terms of order 1/M and 1/M².
  ///
  /// - Parameter quantity: has an expansion in powers of 1/M; another order of approach shows as an error
  ///   much larger than 1/M³.
  static func limit(
    from samples: Int, of quantity: (Int) throws -> Double
  ) rethrows -> Double {
    let values = try [1, 2, 4].map { try quantity($0 * samples) }
    return (values[0] - 6 * values[1] + 8 * values[2]) / 3
  }
}

extension Expectation {
  /// A limit found by ``Extrapolation`` from M = `samples` on, up to a thousandth.
  ///
  /// What is left is of order 1/M³; at M = 100 the factor before it may be a thousand.
  init(extrapolating name: String, from samples: Int, prediction: Double, scale: Double = 1) {
    self.init(
      "\(name), extrapolated from M = \(samples), \(2 * samples) and \(4 * samples)",
      method: .exact,
      prediction: prediction, tolerance: 1e-3 * max(scale, abs(prediction)))
  }
}
