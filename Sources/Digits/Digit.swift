/// A handwritten digit of 8 × 8 pixels, each dark or light.
///
/// The digits are those of E. Alpaydin and C. Kaynak, *Optical Recognition of Handwritten Digits*, UCI Machine
/// Learning Repository, 1998 (doi 10.24432/C50P49, CC BY 4.0), made black and white here.
public struct Digit: Hashable, Sendable {
  /// What it shows, from 0 to 9.
  public let label: Int
  /// Its pixels; bit `8y + x` stands for column x of row y, from the upper left.
  public let pixels: UInt64

  /// Number of pixels.
  public static let pixelCount = 64
  /// Number of classes.
  public static let classCount = 10

  /// All 1797 of them, in the original order.
  public static let all: [Digit] = digitData.split(whereSeparator: \.isWhitespace).map { word in
    Digit(label: word.first!.hexDigitValue!, pixels: UInt64(word.dropFirst(), radix: 16)!)
  }
}
