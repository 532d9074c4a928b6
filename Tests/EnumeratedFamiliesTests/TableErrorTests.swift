import EnumeratedFamilies
import Testing

/// Each reason to refuse a table, in words.
@Suite struct TableErrorTests {
  static func message(
    names: [String]? = nil, statisticNames: [String]? = nil, base: [Double]? = nil,
    _ statistics: [[Double]]
  ) -> String? {
    do throws(TableError) {
      _ = try EnumeratedFamily(
        names: names, statisticNames: statisticNames,
        baseMeasure: base ?? statistics.map { _ in 1 }, statistics: statistics)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func tablesHaveStatesAndStatistics() {
    #expect(Self.message([[1]]) == "a table has 2 to 4096 states, not 1")
    #expect(Self.message([]) == "a table has 2 to 4096 states, not 0")
    let many = (0...4096).map { [Double($0)] }
    #expect(Self.message(many) == "a table has 2 to 4096 states, not 4097")
    #expect(Self.message(many.dropLast()) == nil)
    #expect(Self.message([[], []]) == "a table has 1 to 80 statistics, not 0")
    let wide = (0..<2).map { x in (0..<81).map { _ in Double(x) } }
    #expect(Self.message(wide) == "a table has 1 to 80 statistics, not 81")
  }

  @Test func listsHaveOneLength() {
    #expect(
      Self.message(names: ["a", "b"], [[1, 2], [3]])
        == "the state b has 1 statistics, where the first state has 2")
    #expect(
      Self.message(names: ["a"], [[1], [3]])
        == "there are 1 names of states, where 2 are needed")
    #expect(
      Self.message(base: [1, 1, 1], [[1], [3]]) == "there are 3 base measures, where 2 are needed")
    #expect(
      Self.message(statisticNames: ["x", "y"], [[1], [3]])
        == "there are 2 names of statistics, where 1 are needed")
  }

  @Test func namesDiffer() {
    #expect(Self.message(names: ["a", "b", "a"], [[1], [2], [3]]) == "two states are called a")
    #expect(
      Self.message(statisticNames: ["x", "x"], [[1, 0], [2, 0], [3, 1]])
        == "two statistics are called x")
    // States may share everything but a name.
    #expect(Self.message(names: ["a", "b", "c"], [[1], [1], [3]]) == nil)
  }

  @Test func numbersAreNumbers() {
    for value in [0, -1.5, .infinity, .nan] {
      #expect(
        Self.message(names: ["a", "b"], base: [1, value], [[1], [2]])
          == "the base measure of the state b is \(value), and must be a finite number above 0")
    }
    #expect(
      Self.message(names: ["a", "b"], [[1], [-.infinity]])
        == "the statistic φ1 of the state b is -inf, and must be finite")
  }

  @Test func statisticsAreCounted() {
    #expect(Self.message([[0], [999_999_999]]) == nil)
    #expect(Self.message([[0.1], [99_999_999.9]]) == nil)
    #expect(Self.message([[5e20], [-3e12]]) == nil)
    let long: [(Double, Double)] = [(0.1, 1e8), (1 / 3.0, 1), (0.30000000000000004, 0), (1e-30, 0)]
    for (a, b) in long {
      #expect(Self.message([[a], [b]]) == nil, "\(a) \(b)")
    }
    #expect(
      Self.message([[0.1], [1e22]])
        == "the statistic φ1 needs integers of 24 digits in units of its last decimal, and may need 22"
    )
    #expect(Self.message([[1 / 3.0], [1e6]])?.contains("integers of 23 digits") == true)
    #expect(
      Self.message([[1e-41], [0]])
        == "the statistic φ1 comes in units of 1e-41, and may come in units from 1e-40 to 1e40")
  }

  @Test func statisticsAreIndependent() {
    #expect(
      Self.message(statisticNames: ["x", "y"], [[1, 3], [2, 3]])
        == "the statistic y is 3.0 in every state, so that its parameter does nothing")
    #expect(
      Self.message(
        statisticNames: ["x", "y", "z"], [[1, 0, 0.5], [0, 1, 0], [2, 1, 1], [0, 0, 0]])
        == "the statistics are linearly dependent, so that parameters are not unique: "
        + "x − 2 z = 0 in every state")
    #expect(
      Self.message(statisticNames: ["x", "y"], [[0.1, 2.9], [0.2, 2.8], [0.5, 2.5]])
        == "the statistics are linearly dependent, so that parameters are not unique: "
        + "x + y = 3 in every state")
    // Fewer states than parameters.
    #expect(Self.message([[1, 0], [0, 1]])?.hasSuffix("φ1 + φ2 = 1 in every state") == true)
    // Nearly so: the angle between two columns of nine digits is small, but known.
    let alike: [[Double]] = [[2e8, 2e8], [4e8, 400_000_001], [6e8, 6e8], [8e8, 8e8]]
    #expect(Self.message(alike) == nil)
  }
}
