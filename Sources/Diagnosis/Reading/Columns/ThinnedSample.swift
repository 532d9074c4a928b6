/// Numbers of a stream, all of them while they fit, else some that were chosen by chance.
///
/// Chance is a function of the row, so that results are the same in every run.
struct ThinnedSample {
  /// How many fit.
  let capacity: Int
  /// What is kept.
  private(set) var values: [Double] = []
  /// Rows whose hash is at most this are kept.
  private var bound = UInt64.max

  /// - Parameter capacity: how many fit; 256 at least, so that half of them still tell where a quantile is.
  init(capacity: Int) { self.capacity = max(256, capacity) }

  /// Whether nothing was left out.
  var isWhole: Bool { bound == .max }

  /// Adds the number in a row of the file.
  @inline(__always)
  mutating func add(_ value: Double, row: Int) {
    guard Self.hash(UInt64(truncatingIfNeeded: row)) <= bound else { return }
    if values.count == capacity {
      thin()
      add(value, row: row)
    } else {
      values.append(value)
    }
  }

  /// Keeps one of each pair.
  @inline(never)
  private mutating func thin() {
    for pair in 0..<(values.count / 2) {
      values[pair] = values[2 * pair + Int(Self.hash(UInt64(pair) ^ bound) >> 63)]
    }
    values.removeLast(values.count - values.count / 2)
    bound >>= 1
  }

  /// Stafford's thirteenth mixing function.
  @inline(__always)
  private static func hash(_ row: UInt64) -> UInt64 {
    var z = row &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
