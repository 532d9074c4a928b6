/// How many numbers of a column fall into each cell, and in some cells which.
package struct NumberCells {
  let thresholds: Thresholds
  private(set) var counts: [Int]
  /// What is kept of the cells that are watched.
  private(set) var samples: [ThinnedSample?]

  init(thresholds: Thresholds, capacity: Int, isWatched: (Int) -> Bool) {
    self.thresholds = thresholds
    counts = Array(repeating: 0, count: thresholds.cells)
    samples = (0..<thresholds.cells).map {
      isWatched($0) ? ThinnedSample(capacity: capacity) : nil
    }
  }

  /// All numbers in one cell.
  init(capacity: Int) {
    self.init(thresholds: Thresholds([]), capacity: capacity) { _ in true }
  }

  /// Calls `body` with what adds numbers.
  ///
  /// It works on memory that is reached once, so that no access is checked number by number.
  @inline(__always)
  package mutating func fill(_ body: (Adder) -> Void) {
    thresholds.withSearch { search in
      counts.withUnsafeMutableBufferPointer { counts in
        samples.withUnsafeMutableBufferPointer { samples in
          body(Adder(search: search, counts: counts, samples: samples))
        }
      }
    }
  }

  /// Adds numbers to cells.
  package struct Adder {
    fileprivate let search: Thresholds.Search
    fileprivate let counts: UnsafeMutableBufferPointer<Int>
    fileprivate let samples: UnsafeMutableBufferPointer<ThinnedSample?>

    /// Adds the number in a row of the file.
    @inline(__always)
    package func add(_ value: Double, row: Int) {
      let cell = search.cell(of: value)
      counts[cell] &+= 1
      samples[cell]?.add(value, row: row)
    }
  }
}

/// Finds numbers of given ranks in a stream that may be read again, exactly and in little memory.
///
/// The first numbers are kept. If they are like all others, each rank is almost surely found between two of them: what
/// follows is counted below, and kept between. Where they are not, or there are too many to keep, another reading of
/// the stream looks in the right place, and so on. A bad sample costs one more reading, and changes no result.
package struct QuantileSearch {
  /// A number of the stream, and where it stands.
  package struct Found: Equatable {
    /// The number.
    package var value: Double
    /// How many numbers are less.
    var below: Int
    /// How many are less or equal.
    package var through: Int
  }

  /// What was counted since the last step.
  package var cells: NumberCells
  /// What is found, by rank from 1.
  package private(set) var found: [Int: Found] = [:]
  private let capacity: Int
  private let sample: Int

  /// How many numbers are enough to look about their quantiles: half of those that fit.
  var enough: Int { sample / 2 }

  /// Half of the width in which a rank is looked for, in standard deviations.
  private static let width = 4.5

  /// - Parameters:
  ///   - sample: how many numbers the first reading keeps.
  ///   - capacity: how many each later reading keeps about one rank.
  package init(sample: Int, capacity: Int) {
    cells = NumberCells(capacity: sample)
    (self.sample, self.capacity) = (sample, capacity)
  }

  /// Whether all ranks are found; if not, `cells` are those that the next reading is to fill.
  package mutating func step(ranks: [Int]) -> Bool {
    var (edges, watched): ([Double], [ClosedRange<Double>]) = ([], [])
    var sorted: [Int: [Double]] = [:]
    for rank in ranks where found[rank] == nil {
      let (cell, below) = place(of: rank)
      if let value = cells.thresholds.onlyValue(of: cell) {
        found[rank] = Found(value: value, below: below, through: below + cells.counts[cell])
        continue
      }
      var (lower, upper) = bounds(of: cell)
      if let sample = cells.samples[cell] {
        if sample.isWhole {
          let value = sample.values.selected(at: rank - below - 1)
          found[rank] = Found(
            value: value, below: below + sample.values.count { $0 < value },
            through: below + sample.values.count { $0 <= value })
          continue
        }
        let values = sorted[cell] ?? sample.values.sorted()
        sorted[cell] = values
        (lower, upper) = Self.surroundings(
          of: (Double(rank - below) - 0.5) / Double(cells.counts[cell]), in: values,
          else: (lower, upper))
      }
      // A number that is met often has a cell of its own.
      edges += [lower.nextDown, lower, upper.nextDown, upper]
      watched.append(lower...upper)
    }
    if watched.isEmpty { return true }
    cells = makeCells(edges, watched)
    return false
  }

  /// Looks about quantiles of the numbers so far from now on, where all of them are kept.
  ///
  /// - Parameter ranks: ranks among the numbers so far.
  package mutating func focus(on ranks: [Int]) {
    guard cells.thresholds.values.isEmpty, let sample = cells.samples[0], sample.isWhole else {
      return
    }
    let sorted = sample.values.sorted()
    var (edges, watched): ([Double], [ClosedRange<Double>]) = ([], [])
    for rank in ranks {
      let (lower, upper) = Self.surroundings(
        of: (Double(rank) - 0.5) / Double(sorted.count), in: sorted, else: (-.infinity, .infinity))
      edges += [lower.nextDown, lower, upper.nextDown, upper]
      watched.append(lower...upper)
    }
    cells = makeCells(edges, watched)
    cells.fill { cells in
      for (row, value) in sample.values.enumerated() { cells.add(value, row: row) }
    }
  }

  /// Two numbers of a sample between which a quantile of all numbers almost surely is.
  private static func surroundings(
    of share: Double, in values: [Double], else bounds: (Double, Double)
  ) -> (Double, Double) {
    let size = Double(values.count)
    let reach = width * (share * (1 - share) * size).squareRoot() + 2
    let first = Int((share * size - reach).rounded(.down))
    let last = Int(share * size + reach) + 1
    return (first >= 0 ? values[first] : bounds.0, last < values.count ? values[last] : bounds.1)
  }

  private func makeCells(_ edges: [Double], _ watched: [ClosedRange<Double>]) -> NumberCells {
    let thresholds = Thresholds(edges.filter { $0 < .infinity && $0 > -.infinity })
    return NumberCells(thresholds: thresholds, capacity: capacity) { cell in
      let ends = Self.bounds(of: cell, thresholds)
      return thresholds.onlyValue(of: cell) == nil
        && watched.contains { $0.lowerBound <= ends.0 && ends.1 <= $0.upperBound }
    }
  }

  /// The cell in which a rank is, and how many numbers are in those before.
  private func place(of rank: Int) -> (cell: Int, below: Int) {
    var below = 0
    for (cell, count) in cells.counts.enumerated() {
      if rank <= below + count { return (cell, below) }
      below += count
    }
    preconditionFailure("the rank is that of a number")
  }

  private func bounds(of cell: Int) -> (Double, Double) { Self.bounds(of: cell, cells.thresholds) }

  private static func bounds(of cell: Int, _ thresholds: Thresholds) -> (Double, Double) {
    (
      cell > 0 ? thresholds.values[cell - 1] : -.infinity,
      cell < thresholds.values.count ? thresholds.values[cell] : .infinity
    )
  }
}
