import Randomness

/// A model of pictures of 64 binary pixels, which learns from some and draws others.
package protocol PictureModel: Sendable {
  /// Learns from a training set, going on from what the model is now.
  ///
  /// - Parameters:
  ///   - data: the training set, at least one picture.
  ///   - stream: all randomness of the fit.
  mutating func fit(to data: [UInt64], using stream: inout RandomStream)

  /// Pictures drawn from the model.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - data: the training set that the model was fitted to last.
  ///   - stream: all randomness of the draws.
  func samples(_ count: Int, trainedOn data: [UInt64], using stream: inout RandomStream) -> [UInt64]

  /// Pixels that the model never changes.
  var fixed: FixedPixels { get }
}

/// `count` different entries of `data` in random order; all of them, if there are no more.
func subset<G: RandomNumberGenerator>(
  of data: [UInt64], count: Int, using generator: inout G
) -> [UInt64] {
  guard data.count > count else { return data }
  var places = Array(data.indices)
  for i in 0..<count {
    places.swapAt(i, i + generator.nextIndex(below: places.count - i))
  }
  return places[..<count].map { data[$0] }
}
