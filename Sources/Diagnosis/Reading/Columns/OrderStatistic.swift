extension [Double] {
  /// The number that would stand at `place` if they were sorted: Hoare's selection, which sorts no more than it must.
  package func selected(at place: Int) -> Double {
    var values = self
    return values.withUnsafeMutableBufferPointer { values in
      var (low, high) = (0, values.count - 1)
      // Where pivots are bad again and again, the rest is sorted.
      for _ in 0..<64 where high - low > 32 {
        let pivot = Self.middle(
          values[low], values[low + (high - low) / 2], values[high])
        var (left, right) = (low - 1, high + 1)
        while true {
          repeat { left += 1 } while values[left] < pivot
          repeat { right -= 1 } while values[right] > pivot
          if left >= right { break }
          values.swapAt(left, right)
        }
        if place <= right { high = right } else { low = right + 1 }
      }
      return values[low...high].sorted()[place - low]
    }
  }

  private static func middle(_ a: Double, _ b: Double, _ c: Double) -> Double {
    Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
  }
}
