import Randomness
import Testing
import _TestSupport

import Diagnosis

@Suite struct ReadingQuantilesTests {
  /// Quantiles of a stream, and how many readings they took.
  ///
  /// - Parameter focus: after how many numbers the search looks about their quantiles; `nil` for never.
  static func search(
    _ numbers: [Double], sample: Int, capacity: Int, focus: Int? = nil
  ) -> (Quantiles, readings: Int)? {
    guard let ranks = Quantiles.ranks(of: numbers.count) else { return nil }
    var search = QuantileSearch(sample: sample, capacity: capacity)
    var readings = 0
    repeat {
      let early = readings == 0 ? min(focus ?? 0, numbers.count) : 0
      search.cells.fill { cells in
        for row in 0..<early { cells.add(numbers[row], row: row) }
      }
      if let ranks = Quantiles.ranks(of: early) { search.focus(on: ranks) }
      search.cells.fill { cells in
        for row in early..<numbers.count { cells.add(numbers[row], row: row) }
      }
      readings += 1
      precondition(readings < 40)
    } while !search.step(ranks: ranks)
    return Quantiles(search.found, of: numbers.count).map { ($0, readings) }
  }

  /// Numbers of all shapes: with ties, atoms, few values, far scales, sorted, periodic.
  static func numbers(_ shape: Int, _ count: Int) -> [Double] {
    var generator = RandomStream(key: StreamKey(rootSeed: UInt64(shape)))
    return (0..<count).map { k in
      switch shape {
      case 0: generator.nextUnit()
      case 1: Double(generator.whole(0, 5))
      case 2: generator.nextUnit() < 0.55 ? 0 : generator.nextUnit()
      case 3: generator.signed(1e-300, 1e300)
      case 4: Double(k)
      case 5: Double(k % 2) + 1e-3 * generator.nextUnit()
      case 6: -0.0 * generator.nextUnit()
      case 7: k < count / 2 ? Double(-k) : 1e9
      case 8: 1e6 + generator.nextUnit() * 1e-9
      default: Double((k &* 7919) % 1000)
      }
    }
  }

  @Test(arguments: 0..<10) func quantilesAreExact(_ shape: Int) throws {
    for count in [1, 2, 9, 10, 99, 100, 101, 1000, 20_000] {
      let numbers = Self.numbers(shape, count)
      let sorted = numbers.sorted()
      for (sample, capacity, focus) in [
        (256, 256, nil), (1000, 300, 500), (100_000, 256, nil), (100_000, 300, 5000),
        (300, 300, 301),
      ] {
        let (found, _) = try #require(
          Self.search(numbers, sample: sample, capacity: capacity, focus: focus))
        var deciles: [Double] = []
        for k in 1...9 {
          let decile = sorted[(k * count + 9) / 10 - 1]
          if decile != deciles.last { deciles.append(decile) }
        }
        #expect(found.deciles.map(\.value) == deciles)
        #expect(found.deciles.map(\.through) == deciles.map { d in numbers.count { $0 <= d } })
        guard count >= 100 else {
          #expect(found.ends == nil)
          continue
        }
        let (low, high) = (sorted[count / 100], sorted[count - 1 - count / 100])
        #expect(found.ends?.low.value == low && found.ends?.high.value == high)
        #expect(
          found.truthByTail == [
            numbers.count { $0 < low }, numbers.count { $0 >= low && $0 <= high },
            numbers.count { $0 > high },
          ])
      }
    }
  }

  @Test func oneReadingIsEnoughForMostFiles() throws {
    for shape in [0, 1, 2, 3, 5, 6, 9] {
      let (_, readings) = try #require(
        Self.search(Self.numbers(shape, 50_000), sample: 16_384, capacity: 8192, focus: 8192))
      #expect(readings == 1, "shape \(shape)")
    }
  }

  @Test func twoReadingsAreEnoughWithoutGuess() throws {
    for shape in 0..<10 {
      let (_, readings) = try #require(
        Self.search(Self.numbers(shape, 50_000), sample: 8192, capacity: 8192))
      #expect(readings <= 2)
    }
  }

  @Test func numbersAreSelected() {
    for shape in 0..<10 {
      for count in [1, 2, 33, 34, 500] {
        let numbers = Self.numbers(shape, count)
        let sorted = numbers.sorted()
        for place in stride(from: 0, to: count, by: 7) {
          #expect(numbers.selected(at: place) == sorted[place])
        }
      }
    }
  }

  @Test(arguments: [0.0, -0.0]) func zerosAreEqual(_ zero: Double) {
    for more in [0, 3, 20] {
      Thresholds([zero] + (0..<more).map { 1 + Double($0) }).withSearch { search in
        #expect(search.cell(of: 0.0) == 0 && search.cell(of: -0.0) == 0)
        #expect(search.cell(of: 0.0.nextUp) == 1 && search.cell(of: 0.0.nextDown) == 0)
      }
    }
  }

  @Test func thresholdsFindCells() {
    for count in 0..<20 {
      let thresholds = Thresholds((0..<count).map(Double.init))
      thresholds.withSearch { search in
        for tenth in -15...205 {
          let value = Double(tenth) / 10
          #expect(search.cell(of: value) == thresholds.values.count { value > $0 })
        }
      }
    }
  }
}
