/// Weights between 64 units of one layer and 64 of another: 64 rows of 64 numbers.
package struct Weights: Sendable {
  /// Row i is in places 8i to 8i + 7.
  package var lanes: [Lanes]

  /// All zero.
  package init() { lanes = Array(repeating: Lanes(), count: 512) }

  /// Entry of row `row`, column `column`.
  package subscript(row: Int, column: Int) -> Float {
    get { lanes[8 * row + column / 8][column % 8] }
    set { lanes[8 * row + column / 8][column % 8] = newValue }
  }

  /// `sum = start + Σ rows i` over the bits i that are set in `word`.
  @inline(__always)
  package func sumRows(_ word: UInt64, from start: Vector64, into sum: inout Vector64) {
    precondition(start.count == 8 && sum.count == 8 && lanes.count == 512)
    lanes.withUnsafeBufferPointer { rows in
      start.withUnsafeBufferPointer { start in
        sum.withUnsafeMutableBufferPointer { sum in
          // Half a row at a time: its sums then fit into the registers.
          for first in [0, 4] {
            var (a, b) = (start[first], start[first + 1])
            var (c, d) = (start[first + 2], start[first + 3])
            var rest = word
            while rest != 0 {
              let row = 8 * rest.trailingZeroBitCount + first
              a += rows[row]
              b += rows[row + 1]
              c += rows[row + 2]
              d += rows[row + 3]
              rest &= rest &- 1
            }
            sum[first] = a
            sum[first + 1] = b
            sum[first + 2] = c
            sum[first + 3] = d
          }
        }
      }
    }
  }

  /// Adds `factor · vector` to the rows i whose bits are set in `word`.
  @inline(__always)
  package mutating func add(_ vector: Vector64, times factor: Float, toRows word: UInt64) {
    precondition(vector.count == 8 && lanes.count == 512)
    lanes.withUnsafeMutableBufferPointer { rows in
      vector.withUnsafeBufferPointer { vector in
        for first in [0, 4] {
          let (a, b) = (vector[first] * factor, vector[first + 1] * factor)
          let (c, d) = (vector[first + 2] * factor, vector[first + 3] * factor)
          var rest = word
          while rest != 0 {
            let row = 8 * rest.trailingZeroBitCount + first
            rows[row] += a
            rows[row + 1] += b
            rows[row + 2] += c
            rows[row + 3] += d
            rest &= rest &- 1
          }
        }
      }
    }
  }

  /// Rows and columns exchanged.
  package var transposed: Weights {
    var result = Weights()
    for i in 0..<64 {
      for k in 0..<8 {
        for j in 0..<8 { result.lanes[8 * (8 * k + j) + i / 8][i % 8] = lanes[8 * i + k][j] }
      }
    }
    return result
  }
}
