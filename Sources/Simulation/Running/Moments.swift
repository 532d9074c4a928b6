import Loop

/// Mean and variance of numbers that come one by one, or in parts, with their standard errors.
///
/// Parts are merged in a fixed order, so that the number of threads leaves no trace.
struct Moments: Sendable, Equatable {
  private(set) var count = 0.0
  private var centre = 0.0
  /// Sums of powers of the deviations from the centre.
  private var (squares, cubes, fourths) = (0.0, 0.0, 0.0)
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
    let step = distance / count
    let growth = distance * step * (count - 1)
    fourths +=
      growth * step * step * (count * (count - 3) + 3) + step * (6 * step * squares - 4 * cubes)
    cubes += growth * step * (count - 2) - 3 * step * squares
    centre += step
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
    let (mine, theirs) = (count / total, other.count / total)
    let between = distance * distance * (count * other.count / total)
    fourths +=
      other.fourths
      + between * distance * distance * (mine * mine - mine * theirs + theirs * theirs)
      + 6 * distance * distance * (mine * mine * other.squares + theirs * theirs * squares)
      + 4 * distance * (mine * other.cubes - theirs * cubes)
    cubes +=
      other.cubes + between * distance * (mine - theirs)
      + 3 * distance * (mine * other.squares - theirs * squares)
    centre += distance * (other.count / total)
    squares += other.squares + between
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

  /// The mean and its standard error.
  var estimatedMean: Estimate {
    Estimate(mean: mean, standardError: (variance / count).squareRoot())
  }

  /// The variance and its standard error, from the fourth moment; NaN where a double does not hold that.
  var estimatedVariance: Estimate {
    let square = (fourths / count - (count - 3) / (count - 1) * variance * variance) / count
    let isLost = fourths == 0 && squares > 0
    return Estimate(
      mean: variance, standardError: isLost ? .nan : (square < 0 ? 0 : square).squareRoot())
  }
}

extension Moments {
  /// All that it holds, in a fixed order.
  var numbers: [Double] { [count, centre, squares, cubes, fourths, above, below, unknown] }

  /// What held these numbers; `nil` if they are not as many.
  init?(numbers: some RandomAccessCollection<Double>) {
    guard numbers.count == 8 else { return nil }
    let all = Array(numbers)
    (count, centre, squares, cubes) = (all[0], all[1], all[2], all[3])
    (fourths, above, below, unknown) = (all[4], all[5], all[6], all[7])
  }
}
