import Families
import Foundation
import NumericalMethods
import Randomness
import Testing
import _TestSupport

/// Closed loops of a Gaussian of several variables, and its posterior.
@Suite(.inTurn(.other)) struct MultivariateLoopTests {
  static let share = FalseAlarmBudget.share(of: "multivariate Gaussian", cases: 3 + 3)

  /// A chain of maximum likelihood, with a bug if `draws` is not `samples`.
  static func run(
    dimensions d: Int, samples: Int, draws: Int, generations: Int, name: String
  ) throws -> MultivariateGaussian.Member {
    let family = MultivariateGaussian(dimensions: d)
    var model = family.member(
      mean: [Double](repeating: 0, count: d),
      covariance: (0..<d).map { i in (0..<d).map { i == $0 ? 1 : 0.3 } })
    var stream = RandomStream(key: StreamKey(rootSeed: 32).child(name))
    for _ in 0..<generations {
      let data = family.drawStatistics(of: draws, from: model, using: &stream)
      model = try family.maximumLikelihood(
        MultivariateStatistics(count: Double(samples), centre: data.centre, scatter: data.scatter))
    }
    return model
  }

  static func isFinite(_ model: MultivariateGaussian.Member) -> Bool {
    (model.mean + model.factor.rows + model.factor.logScales).allSatisfy { abs($0) < .infinity }
  }

  /// `ln` of the i-th squared scale falls by `ψ((M − i)/2) + ln(2/M)` a generation: each step is the logarithm
  /// of an independent χ² variate over M.
  @Test func logarithmicScalesDrift() throws {
    let (d, samples, generations) = (3, 20, 20_000)
    let start = try Self.run(
      dimensions: d, samples: samples, draws: samples, generations: 0, name: "")
    func drifts(draws: Int) throws -> [Double] {
      let end = try Self.run(
        dimensions: d, samples: samples, draws: draws, generations: generations, name: "drift")
      return (0..<d).map {
        2 * (end.factor.logScales[$0] - start.factor.logScales[$0]) / Double(generations)
      }
    }
    func agrees(_ drift: Double, _ i: Int, lost: Int = 0) -> Bool {
      let k = Double(samples - i - 1 - lost)
      let expected = SpecialFunction.digamma(k / 2) + log(2 / Double(samples))
      let bound = DeviationBound.logGamma(
        shapes: [k / 2], count: generations, falseAlarm: Self.share)
      return (expected - bound.below...expected + bound.above).contains(drift)
    }
    let (right, wrong) = (try drifts(draws: samples), try drifts(draws: samples - 1))
    for i in 0..<d {
      #expect(agrees(right[i], i), "scale \(i): \(right[i])")
      // The planted bugs: one degree of freedom less in the program, or in the theory.
      #expect(!agrees(wrong[i], i) && !agrees(right[i], i, lost: 1))
    }
  }

  /// Far beyond the range of doubles, in size and in condition.
  @Test func scalesBeyondAllDoublesSurvive() throws {
    let model = try Self.run(
      dimensions: 3, samples: 20, draws: 20, generations: 1_000_000, name: "long")
    #expect(Self.isFinite(model) && model.naturalParameter == nil)
    #expect(model.factor.logScales[0] < -20_000)
    #expect(model.factor.logScales[2] < model.factor.logScales[0] - 20_000)
  }

  @Test func manyVariablesSurvive() throws {
    let model = try Self.run(
      dimensions: 50, samples: 100, draws: 100, generations: 2000, name: "wide")
    #expect(Self.isFinite(model))
    #expect(model.factor.logScales[49] < model.factor.logScales[0] - 500)
  }

  /// A variable that varies ever less tells nothing of one that does not, and stops no program.
  @Test func scalesInTheWrongOrderSurvive() throws {
    let family = MultivariateGaussian(dimensions: 2)
    var model = family.member(mean: [0, 0], covariance: [[1e-300, 0], [0, 1e300]])
    var stream = RandomStream(key: StreamKey(rootSeed: 32).child("order"))
    for _ in 0..<1000 {
      model = try family.maximumLikelihood(
        family.drawStatistics(of: 5, from: model, using: &stream))
    }
    #expect(Self.isFinite(model))
  }

  /// The precision is a Wishart variate, and the mean normal given the covariance.
  @Test func posteriorHasItsLaw() throws {
    let (d, draws, cells) = (3, 40_000, 200)
    let family = MultivariateGaussian(dimensions: d)
    let truth = family.member(
      mean: [1, 2, -3], covariance: [[4, 1, 0.5], [1, 9, -2], [0.5, -2, 1]])
    let key = StreamKey(rootSeed: 33).child("posterior")
    var stream = RandomStream(key: key)
    let data = family.drawStatistics(of: 7, from: truth, using: &stream)
    let n = data.count
    let scatter = data.scatter.matrix
    // With ν = n + d + 2: S₁₁/Σ₁₁ is χ² with ν − d + 1 degrees of freedom, Λ_dd/(S⁻¹)_dd with ν.
    let lastScale = data.scatter.logScales[d - 1]
    func values(_ member: MultivariateGaussian.Member) -> [Double] {
      let variance = member.covariance[0][0]
      return [
        scatter[0] / variance,
        exp(2 * (lastScale - member.factor.logScales[d - 1])),
        (member.mean[0] - data.centre[0]) / (variance / n).squareRoot(),
      ]
    }
    func test(_ index: Int, _ cumulative: (Double) -> Double) -> ChiSquaredTest {
      var counts = [Int](repeating: 0, count: cells)
      for members in samples {
        counts[min(cells - 1, Int(cumulative(members[index]) * Double(cells)))] += 1
      }
      return ChiSquaredTest(
        observed: counts, probabilities: [Double](repeating: 1 / Double(cells), count: cells))
    }
    func chiSquared(_ degrees: Double) -> (Double) -> Double {
      { ContinuousLaw.gammaCumulative(shape: 0.5 * degrees, rate: 0.5, at: $0) }
    }
    let samples = try (0..<draws).map { index in
      var stream = RandomStream(key: key, replicate: index + 1)
      return values(try family.drawPosterior(given: data, using: &stream))
    }
    #expect(test(0, chiSquared(n + 3)).agrees(falseAlarm: Self.share))
    #expect(test(1, chiSquared(n + Double(d) + 2)).agrees(falseAlarm: Self.share))
    #expect(test(2) { 0.5 * erfc(-$0 / 2.0.squareRoot()) }.agrees(falseAlarm: Self.share))
    // The planted bug: the density in dΛ dm in place of that in dθ, with two degrees of freedom less.
    #expect(!test(0, chiSquared(n + 1)).agrees(falseAlarm: Self.share))
    #expect(!test(1, chiSquared(n + Double(d))).agrees(falseAlarm: Self.share))
  }
}
