import Families
import NumericalMethods
import Randomness

/// Laws of the sum of φ over M points.
package enum SumLaws {
  /// Each may fail by chance.
  package static let all = [
    Law("sums have the mean Mμ and the covariance MJ", isStatistical: true, isAbout: isBounded) {
      moments(of: $0, $1)
    },
    Law("sums follow their exact law", isStatistical: true, isAbout: { hasExactLaws($0) }) {
      distribution(of: $0, $1)
    },
    Law("sums and raw data have one law", isStatistical: true) { twoRoads(of: $0, $1) },
  ]

  /// Whether every statistic is bounded.
  static let isBounded: @Sendable (any TestedFamily) -> Bool = { $0.bounds != nil }

  private static func hasExactLaws<F: TestedFamily>(_ family: F) -> Bool {
    var stream = RandomStream(key: StreamKey(rootSeed: 0))
    let θ = family.randomParameter(using: &stream)
    return !family.exactLaws(ofSumOf: 4, at: θ).isEmpty
  }

  private static let instances = 5

  /// Few points, where each of them matters, or many, which a family may draw in another way.
  private static func count(using stream: inout RandomStream) -> Int {
    stream.nextUnit() < 0.6 ? stream.whole(2, 4) : Int(stream.logUniform(1, 5000))
  }

  /// By Bernstein's bound, which needs bounded statistics.
  static func moments<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    let draws = 10_000
    guard let bounds = family.bounds else { return ["φ is not bounded"] }
    let axes = 0..<family.dimension
    let comparisons = axes.count + axes.count * (axes.count + 1) / 2
    let share = run.falseAlarm / Double(instances * comparisons)
    return run.instances(instances) { stream in
      let (θ, count) = (family.randomParameter(using: &stream), count(using: &stream))
      let A = try Reference(of: family, at: θ).A
      let m = Double(count)
      // The sums of the deviations of the statistics, and of their products.
      var sums = [Double](repeating: 0, count: axes.count)
      var products = [[Double]](repeating: sums, count: axes.count)
      let member = family.member(at: θ)
      for _ in 0..<draws {
        let sum = family.drawSum(of: count, from: member, using: &stream)
        for a in axes {
          sums[a] += sum[a] - m * A.gradient[a]
          for b in axes where b >= a {
            products[a][b] += (sum[a] - m * A.gradient[a]) * (sum[b] - m * A.gradient[b])
          }
        }
      }
      let reach = axes.map { a in
        max(bounds[a].range.upperBound - A.gradient[a], A.gradient[a] - bounds[a].range.lowerBound)
      }
      let variances = axes.map { A.hessian[$0][$0] }
      // E d⁴ of a sum of M deviations d, each within its reach.
      let fourth = axes.map { a in
        m * reach[a] * reach[a] * variances[a] + 3 * m * (m - 1) * variances[a] * variances[a]
      }
      var failures: [String] = []
      for a in axes {
        let bound = DeviationBound.bernstein(
          variance: m * variances[a], deviation: m * reach[a], count: draws, falseAlarm: share)
        if !(abs(sums[a]) / Double(draws) <= bound) {
          failures.append("θ = \(θ), M = \(count): mean \(a) off by \(sums[a] / Double(draws))")
        }
        for b in axes where b >= a {
          let expected = m * A.hessian[a][b]
          let bound = DeviationBound.bernstein(
            variance: (fourth[a] * fourth[b]).squareRoot(),
            deviation: m * m * reach[a] * reach[b] + abs(expected), count: draws, falseAlarm: share)
          let found = products[a][b] / Double(draws)
          if !(abs(found - expected) <= bound) {
            failures.append(
              "θ = \(θ), M = \(count): covariance \(a), \(b) is \(found), should be \(expected)")
          }
        }
      }
      return failures
    }
  }

  /// By the bound of Dvoretzky, Kiefer and Wolfowitz, for few points and for many.
  static func distribution<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    let draws = 20_000
    return run.instances(instances) { stream in
      let (θ, count) = (family.randomParameter(using: &stream), count(using: &stream))
      let laws = family.exactLaws(ofSumOf: count, at: θ)
      let member = family.member(at: θ)
      let sums = (0..<draws).map { _ in
        family.drawSum(of: count, from: member, using: &stream)
      }
      let bound = DeviationBound.dvoretzkyKieferWolfowitz(
        count: draws, falseAlarm: run.falseAlarm / Double(instances * laws.count))
      return laws.compactMap { law in
        let distance = EmpiricalDistribution(sums.map(law.value)).distance(from: law)
        return distance <= bound
          ? nil : "θ = \(θ), M = \(count): \(law.name) at a distance of \(distance)"
      }
    }
  }

  /// Each statistic, and a random combination, of both roads to a sum.
  static func twoRoads<F: TestedFamily>(of family: F, _ run: LawRun) -> [String] {
    let draws = 20_000
    let axes = 0..<family.dimension
    // Each road may stray from the law that both should have.
    let share = run.falseAlarm / Double(2 * instances * (axes.count + 1))
    let bound =
      2 * DeviationBound.dvoretzkyKieferWolfowitz(count: draws, falseAlarm: share)
    return run.instances(instances) { stream in
      let (θ, count) = (family.randomParameter(using: &stream), stream.whole(1, 4))
      let known = try Reference(of: family, at: θ)
      let member = family.member(at: θ)
      let sums = (0..<draws).map { _ in
        family.drawSum(of: count, from: member, using: &stream)
      }
      let raw = (0..<draws).map { _ in
        (0..<count).reduce(0.0 * family.parameterScales) { sum, _ in
          sum + family.statistic(of: family.drawPoint(from: member, using: &stream))
        }
      }
      let weights = axes.map { stream.uniform(-1, 1) / known.sizes[$0] }
      let views: [(F.Vector) -> Double] =
        axes.map { a in { $0[a] / known.sizes[a] } }
        + [{ sum in axes.reduce(0) { $0 + weights[$1] * sum[$1] } }]
      return views.enumerated().compactMap { index, view in
        // Equal sums formed in another order differ by rounding, far below this.
        func value(_ sum: F.Vector) -> Double { (0x1p24 * view(sum)).rounded() }
        let distance = EmpiricalDistribution(sums.map(value))
          .distance(from: EmpiricalDistribution(raw.map(value)))
        return distance <= bound
          ? nil : "θ = \(θ), M = \(count): view \(index) at a distance of \(distance)"
      }
    }
  }
}
