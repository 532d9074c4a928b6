/// Pixels that are the same in all training data.
///
/// Their maximum-likelihood bias is infinite: the estimate is in the closure of the model, where they are always
/// dark or always light. A word of each, and no large number that stands for infinity.
package struct FixedPixels: Sendable, Equatable {
  /// Bits of pixels that are always dark.
  package let dark: UInt64
  /// Bits of pixels that are always light.
  package let light: UInt64

  /// No pixel is fixed.
  package static let none = FixedPixels(dark: 0, light: 0)

  private init(dark: UInt64, light: UInt64) {
    self.dark = dark
    self.light = light
  }

  /// The pixels that agree in all of `data`.
  package init(_ data: [UInt64]) {
    self.init(dark: data.reduce(~0, &), light: ~data.reduce(0, |))
  }

  /// Both kinds.
  package var all: UInt64 { dark | light }

  /// The picture with the fixed pixels as they must be.
  package func applied(to picture: UInt64) -> UInt64 { picture & ~light | dark }
}
