/// A number with the interval that covers it.
public struct IntervalEstimate: Sendable, Hashable, Codable {
  /// The estimate.
  public let value: Double
  /// Lower end.
  public let lower: Double
  /// Upper end; infinite where there is none.
  public let upper: Double

  /// An estimate with its interval.
  public init(value: Double, lower: Double, upper: Double) {
    (self.value, self.lower, self.upper) = (value, lower, upper)
  }

  /// Whether the interval holds `number`, its ends included.
  public func holds(_ number: Double) -> Bool { lower <= number && number <= upper }

  /// All three numbers by `transform`, which must not fall.
  func map(_ transform: (Double) -> Double) -> IntervalEstimate {
    IntervalEstimate(value: transform(value), lower: transform(lower), upper: transform(upper))
  }
}

extension IntervalEstimate {
  private enum CodingKeys: String, CodingKey { case value, lower, upper }

  /// JSON has no infinity: an end that is not finite is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    for (key, number) in [(CodingKeys.value, value), (.lower, lower), (.upper, upper)]
    where number.isFinite {
      try container.encode(number, forKey: key)
    }
  }

  /// A number that is missing is infinite.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func number(_ key: CodingKeys) throws -> Double {
      try container.decodeIfPresent(Double.self, forKey: key) ?? .infinity
    }
    self.init(value: try number(.value), lower: try number(.lower), upper: try number(.upper))
  }
}
