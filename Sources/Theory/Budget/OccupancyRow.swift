/// The law of how many of M boxes are hit by m balls, for m = 0, 1, 2, … one after the other.
///
/// `P_{m+1}(d) = P_m(d)·d/M + P_m(d − 1)·(1 − (d − 1)/M)`: sums of positive terms, which keep their relative accuracy.
/// Probabilities below 1e−22 at both ends are left out, of which there are at most two in a step.
final class OccupancyRow {
  /// m.
  private(set) var balls = 0
  /// The numbers of boxes whose probability is kept.
  private(set) var range = 0...0

  private let capacity: Int
  // One place more before 0 and behind the last, so that every neighbour has one.
  private var law: UnsafeMutablePointer<Double>
  private var following: UnsafeMutablePointer<Double>
  private let staying: UnsafeMutablePointer<Double>

  /// No ball in `boxes` = M ≥ 1 boxes; there will be at most `balls`.
  init(boxes: Int, balls: Int) {
    capacity = min(boxes, balls) + 3
    law = Self.zeros(capacity)
    following = Self.zeros(capacity)
    staying = Self.zeros(capacity)
    law[1] = 1
    // That a ball goes into a box that has one.
    for place in 1..<capacity { staying[place] = min(1, Double(place - 1) / Double(boxes)) }
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<Double> {
    let numbers = UnsafeMutablePointer<Double>.allocate(capacity: count)
    numbers.initialize(repeating: 0, count: count)
    return numbers
  }

  deinit {
    for numbers in [law, following, staying] { numbers.deallocate() }
  }

  /// Throws the next ball.
  func advance() {
    let (old, new, stay) = (law, following, staying)
    let (low, high) = (range.lowerBound + 1, min(range.upperBound + 2, capacity - 2))
    var place = low
    while place + 3 <= high {
      let law = Self.four(old + place) * Self.four(stay + place)
      let following = law + Self.four(old + (place - 1)) * (1 - Self.four(stay + (place - 1)))
      UnsafeMutableRawPointer(new + place).storeBytes(of: following, as: SIMD4<Double>.self)
      place += 4
    }
    while place <= high {
      new[place] = old[place] * stay[place] + old[place - 1] * (1 - stay[place - 1])
      place += 1
    }
    (new[low - 1], new[high + 1]) = (0, 0)
    var (first, last) = (low, high)
    while first < last, new[first] < 1e-22 {
      new[first] = 0
      first += 1
    }
    while last > first, new[last] < 1e-22 {
      new[last] = 0
      last -= 1
    }
    (law, following) = (new, old)
    range = (first - 1)...(last - 1)
    balls += 1
  }

  @inline(__always)
  private static func four(_ numbers: UnsafePointer<Double>) -> SIMD4<Double> {
    UnsafeRawPointer(numbers).loadUnaligned(as: SIMD4<Double>.self)
  }

  /// The probability of d boxes.
  subscript(d: Int) -> Double { range.contains(d) ? law[d + 1] : 0 }

  /// `Σ P(d)·values[d − first]` over those d that lie in `part` as well.
  func mean(of values: [Double], first: Int = 0, over part: ClosedRange<Int>) -> Double {
    let (low, high) = (
      max(range.lowerBound, part.lowerBound), min(range.upperBound, part.upperBound)
    )
    guard low <= high else { return 0 }
    let law = law
    return values.withUnsafeBufferPointer { values in
      // Four sums, which need not wait for each other.
      var sums = SIMD4<Double>()
      var d = low
      while d + 3 <= high {
        sums += Self.four(law + (d + 1)) * Self.four(values.baseAddress! + (d - first))
        d += 4
      }
      var sum = sums.sum()
      while d <= high {
        sum += law[d + 1] * values[d - first]
        d += 1
      }
      return sum
    }
  }
}
