/// Dates and times in ISO notation as seconds since 1970: `2024-03-05`, `2024-03-05 12:30`, `2024-03-05T12:30:15.5Z`.
package enum ISODate {
  /// The seconds, or `nil` if the cell holds no date.
  ///
  /// A time without a zone counts as one of Greenwich.
  package static func parse(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Double? {
    var cursor = Cursor(bytes: bytes, count: count)
    guard let year = cursor.number(4), cursor.take("-"), let month = cursor.number(2),
      cursor.take("-"), let day = cursor.number(2), (1...12).contains(month),
      (1...length(of: month, in: year)).contains(day)
    else { return nil }
    let date = Double(days(year, month, day) * 86_400)
    if cursor.isAtEnd { return date }
    guard cursor.take("T") || cursor.take(" "), let hour = cursor.number(2), cursor.take(":"),
      let minute = cursor.number(2), hour < 24, minute < 60
    else { return nil }
    var seconds = Double(hour * 3600 + minute * 60)
    if cursor.take(":") {
      // The last minute of some years has 61 seconds.
      guard let second = cursor.number(2), second <= 60 else { return nil }
      seconds += Double(second)
      if cursor.take(".") {
        guard let fraction = cursor.fraction() else { return nil }
        seconds += fraction
      }
    }
    guard let offset = cursor.zone(), cursor.isAtEnd else { return nil }
    return date + seconds - offset
  }

  /// The date, and the time where it is not midnight, to the second.
  package static func text(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.down))
    let day = whole >= 0 ? whole / 86_400 : (whole - 86_399) / 86_400
    let (year, month, number) = civil(day)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let years = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
    let date = "\(years)-\(two(month))-\(two(number))"
    let time = whole - day * 86_400
    guard time != 0 else { return date }
    return "\(date)T\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))"
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Days since 1970-01-01 in the Gregorian calendar; years begin in March, so that leap days end them.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    // The year is 0 at least, and -1 in January and February of it.
    let shifted = marchYear + 400
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400
      + (153 * marchMonth + 2) / 5 + day - 1 - 719_468 - 146_097
  }

  /// Year, month and day of a day since 1970.
  private static func civil(_ day: Int) -> (Int, Int, Int) {
    // A year is 365.2425 days long: the guess is off by one at most.
    var year = Int((Double(day) / 365.2425).rounded(.down)) + 1970
    while days(year, 1, 1) > day { year -= 1 }
    while days(year + 1, 1, 1) <= day { year += 1 }
    var month = 12
    while days(year, month, 1) > day { month -= 1 }
    return (year, month, day - days(year, month, 1) + 1)
  }

  /// A place in a cell.
  private struct Cursor {
    let bytes: UnsafePointer<UInt8>
    let count: Int
    var place = 0

    init(bytes: UnsafePointer<UInt8>, count: Int) { (self.bytes, self.count) = (bytes, count) }

    var isAtEnd: Bool { place == count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard place < count, bytes[place] == UInt8(ascii: character) else { return false }
      place += 1
      return true
    }

    /// A number of so many digits.
    mutating func number(_ digits: Int) -> Int? {
      guard place + digits <= count else { return nil }
      var value = 0
      for _ in 0..<digits {
        let digit = bytes[place] &- 48
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
        place += 1
      }
      return value
    }

    /// Digits behind a decimal point, of which nine count.
    mutating func fraction() -> Double? {
      var (value, unit, digits) = (0, 1, 0)
      while place < count, bytes[place] &- 48 < 10 {
        if digits < 9 { (value, unit) = (value * 10 + Int(bytes[place] &- 48), unit * 10) }
        digits += 1
        place += 1
      }
      return digits > 0 ? Double(value) / Double(unit) : nil
    }

    /// Seconds by which clocks are ahead of Greenwich; 0 where no zone is given.
    mutating func zone() -> Double? {
      if isAtEnd || take("Z") { return 0 }
      let sign: Double = take("+") ? 1 : take("-") ? -1 : 0
      guard sign != 0, let hours = number(2), hours <= 14 else { return nil }
      let minutes = take(":") || !isAtEnd ? number(2) : 0
      guard let minutes, minutes < 60 else { return nil }
      return sign * Double(hours * 3600 + minutes * 60)
    }
  }
}
