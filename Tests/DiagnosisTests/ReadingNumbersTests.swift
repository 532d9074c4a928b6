import Foundation
import Randomness
import Testing
import _TestSupport

import Diagnosis

@Suite struct ReadingNumbersTests {
  static func parse(_ text: String) -> Double? {
    let bytes = Array(text.utf8) + Array(repeating: UInt8(ascii: "7"), count: 16)
    return bytes.withUnsafeBufferPointer {
      DecimalNumber.parse($0.baseAddress!, bytes.count - 16, Scratch())
    }
  }

  static func date(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer {
      $0.isEmpty ? nil : ISODate.parse($0.baseAddress!, $0.count)
    }
  }

  @Test func numbersAreThoseOfTheCLibrary() {
    var generator = RandomStream(key: StreamKey(rootSeed: 1))
    for _ in 0..<20_000 {
      let digits = (0...generator.whole(0, 24)).map { _ in "\(generator.whole(0, 9))" }
      var text = ["", "-", "+", ""][generator.whole(0, 3)] + digits.joined()
      if generator.whole(0, 3) > 0 {
        let place = text.index(text.endIndex, offsetBy: -generator.whole(0, digits.count))
        text.insert(".", at: place)
      }
      if generator.whole(0, 3) == 0 {
        text += ["e", "E"][generator.whole(0, 1)] + "\(generator.whole(-330, 310))"
      }
      let expected = strtod(text, nil)
      #expect(Self.parse(text) == (expected.isFinite ? expected : nil), "\(text)")
    }
  }

  @Test func numbersThatDoublesPrintAreThese() {
    var generator = RandomStream(key: StreamKey(rootSeed: 2))
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      if value.isFinite { #expect(Self.parse("\(value)") == value) }
      let usual = generator.signed(1e-6, 1e6)
      #expect(Self.parse("\(usual)") == usual)
    }
  }

  /// Halfway between two doubles, and next to it.
  @Test(arguments: [
    "9007199254740993", "9007199254740992.999", "9007199254740993.001", "9007199254.740993",
    "1.00000000000000011102230246251565", "1.000000000000000111", "0.5000000000000000555",
    "9999999999999999999", "0.0000000000000000001", "18446744073709551615", "18446744073709551616",
    "4.9406564584124654e-324", "2.4703282292062327e-324", "1.7976931348623157e308", "0e999999999",
  ]) func hardNumbersAreRounded(_ text: String) {
    #expect(Self.parse(text) == strtod(text, nil))
  }

  @Test(arguments: [
    "", "-", "+", ".", "-.", "e5", "1e", "1e+", "1.2.3", "1,5", "0x10", "nan", "inf", "-inf", "NA",
    "1 2", "1e5x", "--1", "1e999", "١", "1_000",
  ]) func otherCellsAreNoNumbers(_ text: String) {
    #expect(Self.parse(text) == nil)
  }

  @Test func spacesMayStandAround() {
    #expect(Self.parse(" 1.5\t") == 1.5)
    #expect(Self.parse("3.") == 3)
    #expect(Self.parse(".5") == 0.5)
    #expect(Self.parse("-0") == 0)
  }

  @Test func datesAreSeconds() {
    #expect(Self.date("1970-01-01") == 0)
    #expect(Self.date("1970-01-02T00:00:01Z") == 86_401)
    #expect(Self.date("2000-02-29 12:30") == 951_827_400)
    #expect(Self.date("2024-03-05T12:00:00+02:00") == 1_709_632_800)
    #expect(Self.date("1969-12-31T23:59:59.5") == -0.5)
    for text in [
      "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-32", "2024-1-1", "20240101",
      "2024-01-01x", "2024-01-01T25:00", "2024-01-01T10", "2024-01-01T10:00+99:00",
      "2024-01-01T10:00:00.",
    ] {
      #expect(Self.date(text) == nil, "\(text)")
    }
  }

  @Test func daysAreThoseOfFoundation() {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(secondsFromGMT: 0)!
    for day in stride(from: -100_000, through: 200_000, by: 977) {
      let seconds = Double(day) * 86_400
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: seconds))
      let text = ISODate.text(seconds)
      #expect(text == String(format: "%04d-%02d-%02d", parts.year!, parts.month!, parts.day!))
      #expect(Self.date(text) == seconds)
    }
    #expect(ISODate.text(951_827_400) == "2000-02-29T12:30:00")
    #expect(ISODate.text(-0.5) == "1969-12-31T23:59:59")
  }
}
