import Families
import Loop
import Randomness

/// Uniform laws on an interval, fitted by the extremes of the data: maximum likelihood, and a histogram of one bin.
///
/// No exponential family, for the interval is a parameter.
package struct UniformFamily: GenerativeFamily {
  package init() {}

  /// The smallest and the largest point.
  package struct Extremes: AdditiveStatistics {
    package let lower: Double
    package let upper: Double
    package let count: Int

    package static func + (a: Self, b: Self) -> Self {
      Self(
        lower: min(a.lower, b.lower), upper: max(a.upper, b.upper), count: a.count + b.count)
    }
  }

  /// An interval.
  package struct Member: GenerativeMember {
    package let lower: Double
    package let range: Double
    package var isAbsorbed: Bool { range == 0 }
  }

  /// The extremes of points drawn one by one.
  package func drawStatistics<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Extremes {
    var (least, most) = (1.0, 0.0)
    for _ in 0..<count {
      let u = generator.nextCentredUnit() + 0.5
      (least, most) = (min(least, u), max(most, u))
    }
    return Extremes(
      lower: member.lower + least * member.range, upper: member.lower + most * member.range,
      count: count)
  }
}

/// The interval between the extremes, a fraction wider on either side.
package struct UniformFit: DeterministicEstimator {
  package typealias Family = UniformFamily

  /// What is added on either side, in units of the range over M; 0 for maximum likelihood.
  package var margin = 0.0

  package func estimate(
    from data: UniformFamily.Extremes, in family: UniformFamily
  ) throws(EstimationError) -> UniformFamily.Member {
    guard data.count > 0 else { throw .noData }
    let range = data.upper - data.lower
    let more = margin * range / Double(data.count)
    return UniformFamily.Member(lower: data.lower - more, range: range + 2 * more)
  }
}

/// The loops behind A8.
package struct UniformPrograms: ProgramBundle {
  /// How an interval is fitted.
  package var fit = UniformFit()

  /// The real programs.
  package init() {}

  /// The loop for M samples.
  func loop(samples: Int) -> RetrainingLoop<Replace<UniformFamily>, UniformFit> {
    RetrainingLoop(
      family: UniformFamily(), samples: samples, policy: Replace(), estimator: fit)
  }
}
