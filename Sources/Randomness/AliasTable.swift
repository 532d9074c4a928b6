/// Walker's alias method for a law with one mode: a variate from one 64-bit word and one look-up.
///
/// ACM Trans. Math. Softw. 3, 253 (1977). A word chooses one of w columns, all equally likely, and what is
/// left of it one of the two outcomes that share the column: the column's own below a threshold, another,
/// its alias, above. Probabilities are whole multiples of 1/(w 2⁵⁴), and add up to exactly one.
@usableFromInline
package enum AliasTable {
  /// A threshold of 54 bits, and the alias in 10.
  @usableFromInline
  package typealias Column = UInt64

  @inlinable static var aliasBits: UInt64 { 10 }
  @inlinable static var aliasMask: UInt64 { 1 << aliasBits - 1 }

  /// What fills a column: the probability 1/w.
  @inlinable package static var capacity: UInt64 { 1 << 54 }

  /// The outcome of a word, from 0 to w − 1.
  package static func outcome(
    of word: UInt64, _ columns: UnsafeMutableBufferPointer<Column>
  ) -> Int {
    let (index, rest) = word.multipliedFullWidth(by: UInt64(columns.count))
    let column = columns[Int(index)]
    return rest >> aliasBits < column >> aliasBits ? Int(index) : Int(column & aliasMask)
  }

  /// Where a word lies among those with the outcome w − 1, if that is no alias: uniform on [0, 1].
  static func position(
    of word: UInt64, inLastOf columns: UnsafeMutableBufferPointer<Column>
  ) -> Double {
    let rest = word.multipliedFullWidth(by: UInt64(columns.count)).low
    // The threshold in units of the rest.
    let end = (columns[columns.count - 1] >> aliasBits) << aliasBits
    return Double(rest) / Double(end)
  }

  /// Makes a table in place of its weights.
  ///
  /// Outcomes with more than a column's worth come one after another around the mode. In their order each
  /// fills up those with less, and where it falls short itself, the next one fills it up.
  ///
  /// - Parameter columns: at most 1023 weights that rise to a mode and fall from there, and add up to `w` times
  ///   ``capacity``.
  package static func make(inPlaceOf columns: UnsafeMutableBufferPointer<Column>) {
    func column(_ own: Int, _ threshold: UInt64, _ alias: Int) -> Column {
      threshold == capacity ? UInt64(own) : threshold << aliasBits | UInt64(alias)
    }
    var (heavy, last) = (0, columns.count - 1)
    while columns[heavy] < capacity { heavy += 1 }
    while columns[last] < capacity { last -= 1 }
    let first = heavy
    var light = first == 0 ? last + 1 : 0
    var weight = columns[heavy]
    while true {
      if weight > capacity {
        weight -= capacity - columns[light]
        columns[light] = column(light, columns[light], heavy)
        light += 1
        if light == first { light = last + 1 }
      } else {
        columns[heavy] = column(heavy, weight, heavy + 1)
        if heavy == last { return }
        heavy += 1
        weight = columns[heavy] - (capacity - weight)
      }
    }
  }

  /// The weights that a table stands for; they add up to `w` times ``capacity``.
  package static func weights(of columns: some Collection<Column>) -> [UInt64] {
    var weights = [UInt64](repeating: 0, count: columns.count)
    for (own, column) in columns.enumerated() {
      weights[own] += column >> aliasBits
      weights[Int(column & aliasMask)] += capacity - column >> aliasBits
    }
    return weights
  }

  // MARK: - At half the size

  /// The 22 leading bits of the threshold, and the alias: what fits into a processor's cache decides nearly
  /// always.
  @usableFromInline
  package typealias LeadingBits = UInt32

  /// Those of a column.
  static func leadingBits(of column: Column) -> LeadingBits {
    LeadingBits(column >> 42) << 10 | LeadingBits(column & aliasMask)
  }

  /// The outcome of a word, or −1 where the leading bits do not decide.
  @inlinable @inline(__always)
  static func outcome(
    of word: UInt64, _ columns: UnsafePointer<LeadingBits>, width: UInt64
  ) -> Int {
    let (index, rest) = word.multipliedFullWidth(by: width)
    let column = UInt64(columns[Int(truncatingIfNeeded: index)])
    let threshold = column >> aliasBits
    if rest >> 42 == threshold { return -1 }
    return Int(truncatingIfNeeded: rest >> 42 < threshold ? index : column & aliasMask)
  }
}
