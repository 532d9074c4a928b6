import PortableMath
import Randomness

extension AutoregressiveNetwork {
  /// Stochastic gradient on the likelihood, and then the output biases solved for; see ``StochasticGradient``.
  package mutating func fit(to data: [UInt64], using stream: inout RandomStream) {
    fixed = FixedPixels(data)
    let seen = subset(of: data, count: learning.most, using: &stream).map(ranked)
    var first = NetworkParameters()
    var second = NetworkParameters()
    var (decay1, decay2) = (Float(1), Float(1))
    var places = Array(seen.indices)
    var next = places.count
    for update in 0..<learning.updates {
      let batch = (0..<min(learning.batch, seen.count)).map { _ in
        // Each picture once before any comes again.
        if next == places.count {
          for i in places.indices {
            places.swapAt(i, i + stream.nextIndex(below: places.count - i))
          }
          next = 0
        }
        defer { next += 1 }
        return seen[places[next]]
      }
      let slope = gradient(batch)
      (decay1, decay2) = (decay1 * 0.9, decay2 * 0.999)
      let pace = Float(
        learning.rate * (1 - learning.slowing * Double(update) / Double(learning.updates)))
      // Adam: D. P. Kingma and J. Ba, arXiv:1412.6980, with its usual constants.
      let (scale1, scale2) = (pace / (1 - decay1), 1 / (1 - decay2))
      for i in 0..<NetworkParameters.count {
        first.lanes[i] = first.lanes[i] * 0.9 + slope.lanes[i] * 0.1
        second.lanes[i] = second.lanes[i] * 0.999 + slope.lanes[i] * slope.lanes[i] * 0.001
        let spread = (second.lanes[i] * scale2).squareRoot() + 1e-8
        parameters.lanes[i] += first.lanes[i] * scale1 / spread
      }
    }
    solveOutputBiases(seen)
  }

  /// The gradient of the mean log-likelihood of pictures, given by ranks; zero for the biases of fixed pixels.
  package func gradient(_ batch: [UInt64]) -> NetworkParameters {
    var sum = NetworkParameters()
    var pass = ForwardPass()
    var (sensitivity, flow) = (Vector64(repeating: Lanes(), count: 8), Vector64())
    flow = sensitivity
    let share = 1 / Float(batch.count)
    let free = ~ranked(fixed.all)
    for picture in batch {
      pass.run(parameters, picture)
      for k in 0..<8 { flow[k] = Lanes() }
      var r = 63
      // Backward through the stages, and through the ranks that see each.
      while r >= 0 {
        let stage = pass.stage[r]
        for k in 0..<8 { sensitivity[k] = Lanes() }
        while r >= 0, pass.stage[r] == stage {
          let target: Float = picture >> UInt64(r) & 1 == 1 ? 1 : 0
          let error =
            free >> UInt64(r) & 1 == 1 ? share * (target - pass.probabilities[r / 8][r % 8]) : 0
          sum.lanes[NetworkParameters.outputBias + r / 8][r % 8] += error
          let row = NetworkParameters.outputWeights + 8 * r
          for k in 0..<8 {
            sum.lanes[row + k] += pass.hidden[8 * stage + k] * error
            sensitivity[k] += parameters.lanes[row + k] * error
          }
          r -= 1
        }
        for k in 0..<8 {
          let h = pass.hidden[8 * stage + k]
          flow[k] += sensitivity[k] * h * (1 - h)
        }
        // The pixel before this stage's first is the dark one that began it.
        if r >= 0 {
          for k in 0..<8 { sum.lanes[8 * r + k] += flow[k] }
        }
      }
      for k in 0..<8 { sum.lanes[NetworkParameters.hiddenBias + k] += flow[k] }
    }
    return sum
  }

  /// Sets each free output bias to its maximum-likelihood value given all else.
  ///
  /// Then the mean of each pixel's conditional probability over the training pictures is the pixel's mean, to
  /// single precision; for the first pixel this is all there is.
  private mutating func solveOutputBiases(_ pictures: [UInt64]) {
    var pass = ForwardPass()
    var odds = Array(repeating: [Double](), count: 64)
    for picture in pictures {
      pass.run(parameters, picture)
      for r in 0..<64 {
        let p = Double(pass.probabilities[r / 8][r % 8])
        odds[r].append((p + 1e-30) / (1 - p + 1e-8))
      }
    }
    let free = ~ranked(fixed.all)
    for r in 0..<64 where free >> UInt64(r) & 1 == 1 {
      let dark = pictures.count { $0 >> UInt64(r) & 1 == 1 }
      // A pixel may be free in the training set and fixed in what a fit sees of it.
      guard dark > 0, dark < pictures.count else { continue }
      let shift = Self.shift(odds[r], mean: Double(dark) / Double(pictures.count))
      parameters.lanes[NetworkParameters.outputBias + r / 8][r % 8] += Float(shift)
    }
  }

  /// The x at which the mean of `o eˣ/(1 + o eˣ)` is `mean`: Newton's method within a bracket.
  static func shift(_ odds: [Double], mean: Double) -> Double {
    var (low, high, x) = (-60.0, 60.0, 0.0)
    for _ in 0..<60 {
      let factor = exp(x)
      var (value, slope) = (0.0, 0.0)
      for o in odds {
        let p = o * factor / (1 + o * factor)
        value += p
        slope += p * (1 - p)
      }
      let error = value / Double(odds.count) - mean
      if abs(error) < 1e-9 { break }
      if error > 0 { high = x } else { low = x }
      let newton = x - error * Double(odds.count) / slope
      x = newton > low && newton < high ? newton : (low + high) / 2
    }
    return x
  }
}
