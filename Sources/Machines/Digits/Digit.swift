/// A handwritten digit of 8 × 8 pixels, each dark or light.
///
/// The digits are those of E. Alpaydin and C. Kaynak, *Optical Recognition of Handwritten Digits*, UCI Machine
/// Learning Repository, 1998 (doi 10.24432/C50P49, CC BY 4.0), made black and white here.
package struct Digit: Hashable, Sendable {
  /// What it shows, from 0 to 9.
  package let label: Int
  /// Its pixels; bit `8y + x` stands for column x of row y, from the upper left.
  package let pixels: UInt64

  /// Number of pixels.
  package static let pixelCount = 64
  /// Number of classes.
  package static let classCount = 10

  /// All 1797 of them, in the original order.
  package static let all: [Digit] = digitData.split(whereSeparator: \.isWhitespace).map { word in
    Digit(label: word.first!.hexDigitValue!, pixels: UInt64(word.dropFirst(), radix: 16)!)
  }
}
