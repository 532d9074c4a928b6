import Foundation
import Machines
import NumericalMethods
import Randomness
import Testing
import _TestSupport

@Suite(.inTurn(.other)) struct AutoregressiveNetworkTests {
  static let order = (0..<64).map { $0 * 27 % 64 }
  /// Six free pixels, the others dark or light in all of them.
  static let pictures: [UInt64] = (0..<64).map { (bits: Int) -> UInt64 in
    var word: UInt64 = 0x00ff_0000_0000_ff00
    for i in 0..<6 {
      let pixel = UInt64(1) << UInt64(10 * i + 3)
      word = bits >> i & 1 == 1 ? word | pixel : word & ~pixel
    }
    return word
  }

  static func network(updates: Int = 20, on data: [UInt64]? = nil) -> AutoregressiveNetwork {
    var stream = RandomStream(key: StreamKey(rootSeed: 6).child("network"))
    var network = AutoregressiveNetwork(
      order: order, means: Array(repeating: 0.4, count: 64),
      learning: StochasticGradient(
        updates: updates, batch: 20, most: 500, rate: 0.05, slowing: 0.9),
      using: &stream)
    if let data { network.fit(to: data, using: &stream) }
    return network
  }

  /// Pictures with a pattern to learn: unequally often.
  static let data = (0..<300).map { pictures[($0 * $0) % 64] }

  /// `ln p` in double precision, by the formula, and of free pixels only.
  static func logLikelihood(
    _ p: [Double], _ picture: UInt64, _ network: AutoregressiveNetwork
  ) -> Double {
    let bits = network.ranked(picture)
    let isFixed = network.ranked(network.fixed.all)
    var (sum, field) = (0.0, (0..<64).map { p[8192 + $0] })
    for r in 0..<64 {
      let logit = (0..<64).reduce(p[8256 + r]) {
        $0 + p[4096 + 64 * r + $1] / (1 + Foundation.exp(-field[$1]))
      }
      let isDark = bits >> UInt64(r) & 1 == 1
      if isFixed >> UInt64(r) & 1 == 0 { sum -= log1p(Foundation.exp(isDark ? -logit : logit)) }
      if isDark { for j in 0..<64 { field[j] += p[64 * r + j] } }
    }
    return sum
  }

  static func doubles(_ parameters: NetworkParameters) -> [Double] {
    parameters.lanes.flatMap { lane in (0..<8).map { Double(lane[$0]) } }
  }

  @Test func theLikelihoodIsTheFormulas() {
    for network in [Self.network(), Self.network(on: Self.data)] {
      let parameters = Self.doubles(network.parameters)
      for picture in Self.data.prefix(20) {
        let exact = Self.logLikelihood(parameters, picture, network)
        #expect(abs(network.logLikelihood(of: picture) - exact) < 1e-4)
      }
    }
  }

  /// The probabilities of all pictures that are possible add up to one; with noise that is said of every pixel.
  @Test func probabilitiesAddUpToOne() {
    let network = Self.network(on: Self.data)
    let total = Self.pictures.reduce(0) { $0 + Foundation.exp(network.logLikelihood(of: $1)) }
    #expect(abs(total - 1) < 1e-5)
    #expect(network.logLikelihood(of: 0) == -.infinity)
    let lost = network.logLikelihood(of: Self.pictures[0] ^ 2, noise: 0.02)
    #expect(lost.isFinite && lost < log(0.011))
  }

  @Test func theGradientIsThatOfFiniteDifferences() {
    for network in [Self.network(), Self.network(updates: 3, on: Self.data)] {
      let batch = Array(Self.data.prefix(5))
      let slope = Self.doubles(network.gradient(batch.map(network.ranked)))
      let parameters = Self.doubles(network.parameters)
      func mean(_ p: [Double]) -> Double {
        batch.reduce(0) { $0 + Self.logLikelihood(p, $1, network) } / Double(batch.count)
      }
      let h = 1e-5
      for place in stride(from: 0, to: 8320, by: 53) {
        var (up, down) = (parameters, parameters)
        up[place] += h
        down[place] -= h
        let expected = (mean(up) - mean(down)) / (2 * h)
        #expect(abs(slope[place] - expected) < 3e-6, "\(place)")
      }
    }
  }

  /// After a fit the first pixel is a free coin, and each pixel's conditional mean over the data is its mean.
  @Test func theBiasesAreSolvedFor() {
    let network = Self.network(on: Self.data)
    let means = bitMeans(Self.data)
    #expect(abs(network.firstPixel - means[Self.order[0]]) < 1e-6)
    let slope = Self.doubles(network.gradient(Self.data.map(network.ranked)))
    #expect(slope[8256...].allSatisfy { abs($0) < 1e-6 })
  }

  @Test func learningRaisesTheLikelihood() {
    func mean(_ network: AutoregressiveNetwork) -> Double {
      Self.data.reduce(0) { $0 + network.logLikelihood(of: $1) } / Double(Self.data.count)
    }
    let values = [1, 20, 200].map { mean(Self.network(updates: $0, on: Self.data)) }
    #expect(values[0] < values[1] && values[1] < values[2])
  }

  /// Pictures come as often as the exact likelihood says.
  @Test func samplesFollowTheLikelihood() {
    let network = Self.network(on: Self.data)
    let probabilities = Self.pictures.map { Foundation.exp(network.logLikelihood(of: $0)) }
    func agrees(_ model: AutoregressiveNetwork) -> Bool {
      var stream = RandomStream(key: StreamKey(rootSeed: 7).child("samples"))
      let samples = model.samples(50_000, trainedOn: [], using: &stream)
      let counts = Self.pictures.map { picture in samples.count { $0 == picture } }
      return counts.reduce(0, +) == samples.count
        && ChiSquaredTest(observed: counts, probabilities: probabilities)
          .agrees(falseAlarm: FalseAlarmBudget.share(of: "binary networks", cases: 5))
    }
    #expect(agrees(network))
    // The planted bug: a network that has learnt for a little longer.
    #expect(!agrees(Self.network(updates: 24, on: Self.data)))
  }
}
