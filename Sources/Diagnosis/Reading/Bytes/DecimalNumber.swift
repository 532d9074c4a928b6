import Foundation

/// Numbers in decimal notation, as exact as the C library reads them.
///
/// Allowed are `-12`, `+1.5`, `.5`, `3.`, `1e-7`, and spaces around; neither hexadecimal digits, `inf` and `nan`, nor a
/// comma for the decimal point.
enum DecimalNumber {
  /// The number that a cell holds, or `nil` if it holds none that is finite.
  @inline(__always)
  static func parse(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ scratch: Scratch) -> Double? {
    var place = 0
    let isNegative = count > 0 && bytes[0] == UInt8(ascii: "-")
    if isNegative { place = 1 }
    var digits: UInt64 = 0
    let first = place
    while place < count {
      let digit = bytes[place] &- 48
      guard digit < 10 else { break }
      digits = digits &* 10 &+ UInt64(digit)
      place &+= 1
    }
    var length = place &- first
    var decimals = 0
    if place < count, bytes[place] == UInt8(ascii: ".") {
      place &+= 1
      let start = place
      while place < count {
        let digit = bytes[place] &- 48
        guard digit < 10 else { break }
        digits = digits &* 10 &+ UInt64(digit)
        place &+= 1
      }
      decimals = place &- start
      length &+= decimals
    }
    // Nineteen digits fit 64 bits. More of them, exponents and all else are rare.
    guard place == count, length > 0, length < 20, decimals < 20 else {
      return parseWithCare(bytes, count, scratch)
    }
    let size = quotient(digits, powerOfTen: decimals)
    return isNegative ? -size : size
  }

  /// `digits/10^power`, correctly rounded; `power` is at most 27.
  @inline(__always)
  static func quotient(_ digits: UInt64, powerOfTen power: Int) -> Double {
    if digits < 1 << 53, power <= 22 { return Double(digits) / tens[power] }
    return longQuotient(digits, power)
  }

  /// Digits and 5^power are shifted to 64 bits each and divided: 63 bits or more of the quotient, and a last bit that
  /// says whether there is more, are rounded to 53 as the whole would be.
  private static func longQuotient(_ digits: UInt64, _ power: Int) -> Double {
    let (above, below) = (digits.leadingZeroBitCount, fives[power].leadingZeroBitCount)
    let numerator = digits << UInt64(above)
    let (quotient, rest) = (fives[power] << UInt64(below))
      .dividingFullWidth((numerator >> 1, numerator << 63))
    let exponent = below - above - power - 63
    // 2^exponent is a normal number: it is 2^-153 at least.
    return Double(quotient | (rest == 0 ? 0 : 1))
      * Double(bitPattern: UInt64(1023 + exponent) << 52)
  }

  private static let tens: [Double] = (0...22).map { power in
    // Each of them is exact.
    (0..<power).reduce(1) { product, _ in product * 10 }
  }

  private static let fives: [UInt64] = (0...27).map { power in
    (0..<power).reduce(1) { product, _ in product * 5 }
  }

  /// Checks the notation, and lets the C library read what is not easy.
  @inline(never)
  private static func parseWithCare(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ scratch: Scratch
  ) -> Double? {
    func isSpace(_ k: Int) -> Bool { bytes[k] == 0x20 || bytes[k] == 0x09 }
    var (start, end) = (0, count)
    while start < end, isSpace(start) { start += 1 }
    while end > start, isSpace(end - 1) { end -= 1 }
    guard let notation = Notation(bytes, start, end) else { return nil }
    if notation.digitCount < 20, (-27...0).contains(notation.power) {
      let size = quotient(notation.digits, powerOfTen: -notation.power)
      return notation.isNegative ? -size : size
    }
    let text = scratch.terminated(bytes + start, end - start)
    let value = text.withMemoryRebound(to: CChar.self, capacity: end - start + 1) {
      strtod($0, nil)
    }
    return value.isFinite ? value : nil
  }

  /// The parts of a number.
  private struct Notation {
    var isNegative = false
    /// Digits without the decimal point, of which the first 19 count.
    var digits: UInt64 = 0
    /// How many, without zeros in front.
    var digitCount = 0
    /// The power of ten by which they are multiplied.
    var power = 0

    init?(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
      var place = start
      if place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
        isNegative = bytes[place] == UInt8(ascii: "-")
        place += 1
      }
      var hasDigits = false
      var isBehindPoint = false
      while place < end {
        let digit = bytes[place] &- 48
        if digit < 10 {
          hasDigits = true
          if digitCount > 0 || digit > 0 { digitCount += 1 }
          if digitCount < 20 { digits = digits &* 10 &+ UInt64(digit) }
          if isBehindPoint { power -= 1 }
        } else if bytes[place] == UInt8(ascii: "."), !isBehindPoint {
          isBehindPoint = true
        } else {
          break
        }
        place += 1
      }
      guard hasDigits else { return nil }
      if place == end { return }
      guard bytes[place] | 0x20 == UInt8(ascii: "e") else { return nil }
      place += 1
      var isDown = false
      if place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
        isDown = bytes[place] == UInt8(ascii: "-")
        place += 1
      }
      guard place < end else { return nil }
      var exponent = 0
      while place < end {
        let digit = bytes[place] &- 48
        guard digit < 10 else { return nil }
        exponent = min(exponent * 10 + Int(digit), 1_000_000)
        place += 1
      }
      power += isDown ? -exponent : exponent
    }
  }
}
