import CPortable
import Foundation
import NumericalMethods
import Randomness
import Testing
import _TestSupport

/// Normal and Gamma variates against the distribution functions of Boost.Math.
@Suite(.inTurn(.other)) struct ContinuousVariateTests {
  static let shapes = [0.05, 0.5, 1, 1.5, 4, 49.5, 1e4]
  static let share = FalseAlarmBudget.share(
    of: "normal and gamma variates", cases: shapes.count + 2)

  /// χ² of the probability transforms of variates, which are uniform if the law is right.
  static func test(
    _ name: String, draws: Int = 100_000, cumulative: (Double) -> Double,
    draw: (inout RandomStream) -> Double
  ) -> ChiSquaredTest {
    let cells = 400
    var counts = [Int](repeating: 0, count: cells)
    let key = StreamKey(rootSeed: 12).child(name)
    for i in 0..<draws {
      var stream = RandomStream(key: key, replicate: i)
      counts[min(cells - 1, Int(cumulative(draw(&stream)) * Double(cells)))] += 1
    }
    return ChiSquaredTest(
      observed: counts, probabilities: [Double](repeating: 1 / Double(cells), count: cells))
  }

  static func normalCumulative(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  @Test func normalVariatesFollowTheLaw() {
    let test = Self.test("normal", cumulative: Self.normalCumulative) { Normal.draw(using: &$0) }
    #expect(test.agrees(falseAlarm: Self.share), "χ² = \(test.statistic)")
    // The planted bugs: a width five hundredths too large, and the sum of twelve uniforms.
    let wide = Self.test("wide", cumulative: Self.normalCumulative) {
      1.05 * Normal.draw(using: &$0)
    }
    let twelve = Self.test("twelve", draws: 1_000_000, cumulative: Self.normalCumulative) {
      stream in (0..<12).reduce(0) { sum, _ in sum + stream.nextCentredUnit() }
    }
    #expect(!wide.agrees(falseAlarm: Self.share) && !twelve.agrees(falseAlarm: Self.share))
  }

  /// One variate in 3900 lies in the tail, which has an algorithm of its own.
  @Test func tailsOfTheNormalLawAreInProportion() {
    let right = Self.tailTest { Normal.draw(using: &$0) }
    #expect(right.agrees(falseAlarm: Self.share), "χ² = \(right.statistic)")
    // The planted bug: the lowest layer is a rectangle like the others.
    let cutOff = Self.tailTest {
      let z = Normal.draw(using: &$0)
      return abs(z) < cnl_tail
        ? z : (2 * $0.nextUnit() - 1) * cnl_edge(0)
    }
    #expect(!cutOff.agrees(falseAlarm: Self.share))
  }

  /// χ² of the probability transforms of variates beyond ±3, and of the number of others.
  private static func tailTest(_ draw: (inout RandomStream) -> Double) -> ChiSquaredTest {
    var stream = RandomStream(key: StreamKey(rootSeed: 12).child("tail"))
    let (draws, cells) = (10_000_000, 20)
    func tail(_ z: Double) -> Double { erfc(z / 2.0.squareRoot()) }
    var counts = [Int](repeating: 0, count: 2 * cells + 1)
    for _ in 0..<draws {
      let z = draw(&stream)
      guard abs(z) > 3 else { continue }
      let cell = min(cells - 1, Int(tail(abs(z)) / tail(3) * Double(cells)))
      counts[z < 0 ? cells + cell : cell] += 1
    }
    counts[2 * cells] = draws - counts.reduce(0, +)
    return ChiSquaredTest(
      observed: counts,
      probabilities: [Double](repeating: tail(3) / Double(2 * cells), count: 2 * cells)
        + [1 - tail(3)])
  }

  /// The layers have equal areas, and the last one closes at the top of the curve.
  @Test func theLayersClose() {
    for k in 1..<256 {
      let area = cnl_edge(k) * (cnl_height(k + 1) - cnl_height(k))
      #expect(abs(area - cnl_area) < 1e-14)
      #expect(cnl_edge(k + 1) < cnl_edge(k))
    }
    #expect(cnl_height(256) == 1)
    // The lowest layer is a rectangle and the tail.
    let tail = (Double.pi / 2).squareRoot() * erfc(cnl_tail / 2.0.squareRoot())
    #expect(abs(cnl_edge(1) * cnl_height(1) + tail - cnl_area) < 1e-15)
  }

  @Test(arguments: shapes)
  func gammaVariatesFollowTheLaw(shape: Double) {
    func cumulative(_ x: Double) -> Double {
      ContinuousLaw.gammaCumulative(shape: shape, rate: 1, at: x)
    }
    let law = Gamma(shape: shape)
    let test = Self.test("gamma \(shape)", cumulative: cumulative) { law.draw(using: &$0) }
    #expect(test.agrees(falseAlarm: Self.share), "a = \(shape): χ² = \(test.statistic)")
    // The planted bug: the shape of χ² with one degree of freedom more.
    let wrong = Gamma(shape: shape + max(0.5, 0.03 * shape))
    let broken = Self.test("gamma \(shape)", cumulative: cumulative) { wrong.draw(using: &$0) }
    #expect(!broken.agrees(falseAlarm: Self.share))
  }

  /// A change here breaks published numbers: log it as value-breaking.
  @Test func streamStability() {
    let key = StreamKey(rootSeed: 20_260_514).child("continuous stability")
    let normals = (0..<4).map { i in
      var stream = RandomStream(key: key, replicate: i)
      return Normal.draw(using: &stream)
    }
    let gammas = [0.3, 2.5, 100].map { shape in
      var stream = RandomStream(key: key)
      return Gamma(shape: shape).draw(using: &stream)
    }
    #expect(normals == Self.stableNormals)
    #expect(gammas == Self.stableGammas)
  }
}
