/// Mean and variance of numbers that come one by one, or in parts.
///
/// Parts are merged in a fixed order, so that the number of threads leaves no trace.
struct Moments: Sendable, Equatable {
  private(set) var count = 0.0
  private var centre = 0.0
  private var squares = 0.0
  /// How many were +∞, −∞ or not a number.
  private var (above, below, unknown) = (0.0, 0.0, 0.0)

  /// Takes a number in.
  mutating func add(_ value: Double) {
    guard value.isFinite else {
      if value == .infinity {
        above += 1
      } else if value == -.infinity {
        below += 1
      } else {
        unknown += 1
      }
      return
    }
    count += 1
    let distance = value - centre
    centre += distance / count
    squares += distance * (value - centre)
  }

  /// Takes in all that another has.
  mutating func merge(_ other: Moments) {
    above += other.above
    below += other.below
    unknown += other.unknown
    guard other.count > 0 else { return }
    let total = count + other.count
    let distance = other.centre - centre
    centre += distance * (other.count / total)
    squares += other.squares + distance * distance * (count * other.count / total)
    count = total
  }

  /// The mean; infinite if some number was.
  var mean: Double {
    if unknown > 0 || (above > 0 && below > 0) { return .nan }
    if above > 0 { return .infinity }
    if below > 0 { return -.infinity }
    return count > 0 ? centre : .nan
  }

  /// The variance, its divisor one less than the count; NaN where there is none.
  var variance: Double {
    above + below + unknown > 0 || count < 2 ? .nan : squares / (count - 1)
  }
}
