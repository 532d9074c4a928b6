/// Why a table of states gives no family.
public enum TableError: Error, Equatable, CustomStringConvertible {
  /// Too few or too many states.
  case stateCount(Int)
  /// No or too many statistics.
  case statisticCount(Int)
  /// A state whose statistics are more or fewer than those of the first.
  case raggedRow(state: String, found: Int, expected: Int)
  /// A list that should have an entry for each state, or for each statistic.
  case entryCount(list: String, found: Int, expected: Int)
  /// Two states of one name.
  case duplicateState(String)
  /// Two statistics of one name.
  case duplicateStatistic(String)
  /// A base measure that is no finite number above 0.
  case baseMeasure(state: String, value: Double)
  /// A statistic that is no finite number.
  case notFinite(statistic: String, state: String, value: Double)
  /// A statistic with too many digits to be counted in units of its last decimal.
  case tooManyDigits(statistic: String, digits: Int)
  /// A statistic in units that no power of ten gives exactly.
  case unit(statistic: String, exponent: Int)
  /// A statistic that is the same in every state.
  case constant(statistic: String, value: Double)
  /// Statistics of which a combination is the same in every state.
  case dependent(String)
  /// Statistics of which a combination is the same in every state except for rounding.
  case nearlyDependent(statistic: String)
  /// A column that says how much each state counts, or is a statistic: its name leaves both open.
  case weights(column: String)
  /// Text that is no table.
  case csv(line: Int, column: String?, problem: String)

  /// One sentence for people.
  public var description: String {
    switch self {
    case .stateCount(let count):
      "a table has 2 to \(EnumeratedFamily.maximumStates) states, not \(count)"
    case .statisticCount(let count):
      "a table has 1 to \(EnumeratedFamily.maximumStatistics) statistics, not \(count)"
    case .raggedRow(let state, let found, let expected):
      "the state \(state) has \(found) statistics, where the first state has \(expected)"
    case .entryCount(let list, let found, let expected):
      "there are \(found) \(list), where \(expected) are needed"
    case .duplicateState(let name):
      "two states are called \(name)"
    case .duplicateStatistic(let name):
      "two statistics are called \(name)"
    case .baseMeasure(let state, let value):
      "the base measure of the state \(state) is \(value), and must be a finite number above 0"
    case .notFinite(let statistic, let state, let value):
      "the statistic \(statistic) of the state \(state) is \(value), and must be finite"
    case .tooManyDigits(let statistic, let digits):
      "the statistic \(statistic) needs integers of \(digits) digits in units of its last decimal, "
        + "and may need \(DecimalColumn.digits)"
    case .unit(let statistic, let exponent):
      "the statistic \(statistic) comes in units of 1e\(exponent), and may come in units from "
        + "1e-\(DecimalUnit.largestExponent) to 1e\(DecimalUnit.largestExponent)"
    case .constant(let statistic, let value):
      "the statistic \(statistic) is \(value) in every state, so that its parameter does nothing"
    case .dependent(let relation):
      "the statistics are linearly dependent, so that parameters are not unique: \(relation)"
    case .nearlyDependent(let statistic):
      "the statistic \(statistic) differs too little from a combination of the others for its "
        + "parameter to be known in double precision"
    case .weights(let column):
      "the column \(column) may say how much each state counts, or be a statistic: call it base in the first"
        + " case, and by another name, such as \(column)_value, in the second"
    case .csv(let line, let column, let problem):
      "line \(line)\(column.map { ", column \($0)" } ?? ""): \(problem)"
    }
  }
}
