import Diagnosis
import Testing

@Suite struct SymbolHistoryTests {
  @Test func rowsAreSummed() {
    let history = SymbolHistory(
      column: "colour", symbols: ["red", "blue"], truth: [5, 5], generations: [1, 3],
      counts: [[4, 6], [2, 9]])
    #expect(history.rows == [10, 11])
  }
}
