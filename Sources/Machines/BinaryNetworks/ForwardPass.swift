/// The hidden units and the probabilities on the way through one picture, kept for the way back.
struct ForwardPass {
  /// σ(c + Σ W_s x_s), 8 lanes for each stage; a new stage begins after each dark pixel.
  var hidden = [Lanes](repeating: Lanes(), count: 65 * 8)
  /// The argument of σ at the current stage.
  private var field = Vector64(repeating: Lanes(), count: 8)
  /// The stage that the pixel of each rank sees.
  var stage = [Int](repeating: 0, count: 64)
  /// The probability of each rank, given those before it.
  var probabilities = Vector64(repeating: Lanes(), count: 8)

  /// Through a picture that is given, by ranks.
  mutating func run(_ parameters: NetworkParameters, _ picture: UInt64) {
    begin(parameters)
    var current = 0
    for r in 0..<64 {
      stage[r] = current
      probabilities[r / 8][r % 8] = logit(parameters, r, current)
      if picture >> UInt64(r) & 1 == 1, r < 63 {
        current += 1
        advance(parameters, r, to: current)
      }
    }
    for k in 0..<8 { probabilities[k] = logistic(probabilities[k]) }
  }

  /// Through a picture that is drawn on the way.
  ///
  /// - Returns: its ranks.
  mutating func draw<G: RandomNumberGenerator>(
    _ parameters: NetworkParameters, dark: UInt64, light: UInt64, using generator: inout G
  ) -> UInt64 {
    begin(parameters)
    var picture: UInt64 = 0
    for r in 0..<64 {
      let p = logistic(Lanes(repeating: logit(parameters, r, 0)))[0]
      let bit = UInt64(1) << UInt64(r)
      // A number is drawn for fixed pixels, too, so that the others see the same ones.
      let isBelow = Float(generator.next() >> 40) * 0x1p-24 < p
      if dark & bit != 0 || light & bit == 0 && isBelow {
        picture |= bit
        advance(parameters, r, to: 0)
      }
    }
    return picture
  }

  private mutating func begin(_ parameters: NetworkParameters) {
    for k in 0..<8 {
      field[k] = parameters.lanes[NetworkParameters.hiddenBias + k]
      hidden[k] = logistic(field[k])
    }
  }

  /// `b_r + V_r·h`.
  @inline(__always)
  private func logit(_ parameters: NetworkParameters, _ r: Int, _ stage: Int) -> Float {
    var sum = Lanes()
    for k in 0..<8 {
      sum += parameters.lanes[NetworkParameters.outputWeights + 8 * r + k] * hidden[8 * stage + k]
    }
    return parameters.lanes[NetworkParameters.outputBias + r / 8][r % 8] + sum.total
  }

  /// The pixel of rank r is dark: the hidden units of the next stage.
  @inline(__always)
  private mutating func advance(_ parameters: NetworkParameters, _ r: Int, to stage: Int) {
    for k in 0..<8 {
      field[k] += parameters.lanes[8 * r + k]
      hidden[8 * stage + k] = logistic(field[k])
    }
  }
}
