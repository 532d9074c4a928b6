import Foundation

/// Numbers in decimal notation, as exact as the C library reads them.
///
/// Allowed are `-12`, `+1.5`, `.5`, `3.`, `1e-7`, and spaces around; neither hexadecimal digits, `inf` and `nan`, nor a
/// comma for the decimal point.
package enum DecimalNumber {
  /// The number that a cell holds, or `nil` if it holds none that is finite.
  @inline(__always)
  package static func parse(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ scratch: Scratch)
    -> Double?
  {
    let isNegative = count > 0 && bytes[0] == UInt8(ascii: "-")
    var cursor = Digits(bytes: bytes, place: isNegative ? 1 : 0, count: count)
    cursor.take(scratch.wholeTens)
    var (length, decimals) = (cursor.place &- (isNegative ? 1 : 0), 0)
    if cursor.place < count, bytes[cursor.place] == UInt8(ascii: ".") {
      cursor.place &+= 1
      let start = cursor.place
      cursor.take(scratch.wholeTens)
      decimals = cursor.place &- start
      length &+= decimals
    }
    // Nineteen digits fit 64 bits. More of them, exponents and all else are rare.
    guard cursor.place == count, length > 0, length < 20 else {
      return parseWithCare(bytes, count, scratch)
    }
    let size = quotient(cursor.digits, powerOfTen: decimals, scratch)
    return isNegative ? -size : size
  }

  /// `digits/10^power`, correctly rounded; `power` is at most 27.
  @inline(__always)
  private static func quotient(_ digits: UInt64, powerOfTen power: Int, _ scratch: Scratch)
    -> Double
  {
    if digits < 1 << 53, power <= 22 { return Double(digits) / scratch.tens[power] }
    return longQuotient(digits, scratch.fives[power], power)
  }

  /// Digits one behind the other, eight at a time.
  private struct Digits {
    let bytes: UnsafePointer<UInt8>
    var place: Int
    let count: Int
    /// The number that they make; more than nineteen do not fit.
    var digits: UInt64 = 0

    init(bytes: UnsafePointer<UInt8>, place: Int, count: Int) {
      (self.bytes, self.place, self.count) = (bytes, place, count)
    }

    /// Goes to the first byte that is no digit.
    ///
    /// - Parameter powers: 10^0 to 10^8.
    @inline(__always)
    mutating func take(_ powers: UnsafeMutablePointer<UInt64>) {
      while true {
        let word = UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self).littleEndian
        let values = word ^ 0x3030_3030_3030_3030
        // The high bit of the first byte above 9 is set; what a carry does to those behind does not matter.
        let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
        let found = min(others.trailingZeroBitCount >> 3, count &- place)
        // Zeros stand in front where there are fewer than eight.
        let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* found)
        let shifted = found == 0 ? 0 : values &<< shift
        digits = digits &* powers[found] &+ Self.number(shifted)
        place &+= found
        if found < 8 { return }
      }
    }

    /// The number of eight digits, one a byte: neighbours are joined to pairs, these to fours, and those to eight.
    @inline(__always)
    private static func number(_ values: UInt64) -> UInt64 {
      let pairs = values &* 10 &+ (values &>> 8)
      let mask = 0x0000_00ff_0000_00ff as UInt64
      return
        ((pairs & mask) &* 0x000f_4240_0000_0064
        &+ ((pairs &>> 16) & mask) &* 0x0000_2710_0000_0001) &>> 32
    }
  }

  /// Digits and 5^power are shifted to 64 bits each and divided: 63 bits or more of the quotient, and a last bit that
  /// says whether there is more, are rounded to 53 as the whole would be.
  private static func longQuotient(_ digits: UInt64, _ five: UInt64, _ power: Int) -> Double {
    let (above, below) = (digits.leadingZeroBitCount, five.leadingZeroBitCount)
    let numerator = digits << UInt64(above)
    let (quotient, rest) = (five << UInt64(below))
      .dividingFullWidth((numerator >> 1, numerator << 63))
    let exponent = below - above - power - 63
    // 2^exponent is a normal number: it is 2^-153 at least.
    return Double(quotient | (rest == 0 ? 0 : 1))
      * Double(bitPattern: UInt64(1023 + exponent) << 52)
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
      let size = quotient(notation.digits, powerOfTen: -notation.power, scratch)
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
