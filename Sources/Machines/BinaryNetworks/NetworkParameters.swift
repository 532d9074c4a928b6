/// All parameters of an ``AutoregressiveNetwork``, or a gradient, or moments of gradients: 8320 numbers in lanes.
package struct NetworkParameters: Sendable {
  /// First lanes of the rows of V and of the biases; W comes first.
  package static let outputWeights = 512
  package static let hiddenBias = 1024
  package static let outputBias = 1032
  package static let count = 1040

  /// W, a row of 8 lanes a rank; V likewise; c; b.
  package var lanes = [Lanes](repeating: Lanes(), count: NetworkParameters.count)
}
