import PortableMath
import Randomness

/// A network that writes a picture pixel by pixel, each given those before it.
///
/// The neural autoregressive distribution estimator of H. Larochelle and I. Murray (AISTATS 2011, Proceedings of
/// Machine Learning Research 15, 29–37): 64 hidden units `h_r = σ(c + Σ_{s<r} W_s x_s)`, the same W for all
/// pixels, and pixel r dark with probability `σ(b_r + V_r·h_r)`. The likelihood of a picture is exact, a product
/// of 64 factors. The first pixel has no pixel before it: whatever W and V are, it is a single free coin.
package struct AutoregressiveNetwork: PictureModel {
  /// The pixel at each rank.
  package let order: [Int]
  /// W, V, and the biases c and b; rows and entries are by rank.
  package internal(set) var parameters: NetworkParameters
  /// Pixels at which b is infinite; by pixel.
  package internal(set) var fixed = FixedPixels.none
  /// How it learns.
  package var learning: StochasticGradient

  /// A network with small random weights, whose pixels have the given means if V were zero.
  ///
  /// - Parameters:
  ///   - order: the pixel at each rank.
  ///   - means: of each pixel, in [0, 1]; pulled away from the ends by a hundredth.
  package init<G: RandomNumberGenerator>(
    order: [Int], means: [Double], learning: StochasticGradient, using generator: inout G
  ) {
    precondition(order.sorted() == Array(0..<64), "each pixel has one rank")
    self.order = order
    self.learning = learning
    parameters = NetworkParameters()
    for i in 0..<1024 {
      for k in 0..<8 { parameters.lanes[i][k] = Float(0.1 * Normal.draw(using: &generator)) }
    }
    let bias = logits(ofMeans: order.map { means[$0] })
    for k in 0..<8 { parameters.lanes[NetworkParameters.outputBias + k] = bias[k] }
  }

  /// The probability that the pixel of each rank is dark, given those before it in `picture`; fixed pixels as
  /// they must be.
  func conditionals(_ picture: UInt64, _ pass: inout ForwardPass) {
    pass.run(parameters, ranked(picture))
    let (dark, light) = (ranked(fixed.dark), ranked(fixed.light))
    for r in 0..<64 where (dark | light) >> UInt64(r) & 1 == 1 {
      pass.probabilities[r / 8][r % 8] = dark >> UInt64(r) & 1 == 1 ? 1 : 0
    }
  }

  /// The picture with rank r at bit r.
  package func ranked(_ picture: UInt64) -> UInt64 {
    var result: UInt64 = 0
    for (rank, pixel) in order.enumerated() {
      result |= (picture >> UInt64(pixel) & 1) << UInt64(rank)
    }
    return result
  }

  /// `ln p` of a picture, in nats; −∞ if a fixed pixel is not as it must be.
  ///
  /// - Parameter noise: every pixel is written by a fair coin instead with this probability. The likelihood is
  ///   still exact, and a pixel that the model has lost costs `−ln(noise/2)` instead of infinity.
  package func logLikelihood(of picture: UInt64, noise: Double = 0) -> Double {
    var pass = ForwardPass()
    conditionals(picture, &pass)
    let bits = ranked(picture)
    return (0..<64).reduce(0) { sum, r in
      let dark = Double(pass.probabilities[r / 8][r % 8])
      let p = bits >> UInt64(r) & 1 == 1 ? dark : 1 - dark
      return sum + log((1 - noise) * p + noise / 2)
    }
  }

  /// The probability that the first pixel is dark.
  package var firstPixel: Double {
    var pass = ForwardPass()
    conditionals(0, &pass)
    return Double(pass.probabilities[0][0])
  }

  /// Independent pictures, drawn pixel by pixel; the training set plays no part.
  package func samples(
    _ count: Int, trainedOn data: [UInt64], using stream: inout RandomStream
  ) -> [UInt64] {
    let (dark, light) = (ranked(fixed.dark), ranked(fixed.light))
    var pass = ForwardPass()
    return (0..<count).map { _ in
      let ranks = pass.draw(parameters, dark: dark, light: light, using: &stream)
      return order.enumerated().reduce(0) {
        $0 | (ranks >> UInt64($1.offset) & 1) << UInt64($1.element)
      }
    }
  }
}

/// The logits of means, pulled away from 0 and 1 by a hundredth.
func logits(ofMeans means: [Double]) -> Vector64 {
  vector(means.map { log(($0 + 0.01) / (1 - $0 + 0.01)) })
}
