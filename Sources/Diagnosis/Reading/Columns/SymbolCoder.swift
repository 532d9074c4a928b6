/// Gives each cell of a column a code, of which counts of symbols follow.
///
/// Values that the real data lack get codes of their own, as they come.
package final class SymbolCoder {
  /// What a cell is.
  package enum Code {
    /// The code of a symbol, and so of a cell between thresholds.
    case symbol(Int)
    /// No value.
    case missing
    /// Not what cells of this column are.
    case other
  }

  /// The symbols of the real data.
  package let symbols: ColumnSymbols
  /// Names of the values that they lack, in the order of their codes.
  package private(set) var newValues: [String] = []

  private let reader: CellReader
  private var byText: [String: Int] = [:]
  private var byNumber: [Double: Int] = [:]
  private let areNumbers: Bool

  /// A coder that knows the real data.
  package init(_ symbols: ColumnSymbols) {
    self.symbols = symbols
    reader = CellReader(missing: MissingWords([]), hasDates: symbols.content == .dates)
    areNumbers = symbols.content == .numbers
    if symbols.thresholds == nil {
      for (code, name) in symbols.series[0].symbols.enumerated() { enter(name, code) }
    }
  }

  /// Makes sure that a value has a code.
  package func know(_ value: String) { if find(value) == nil { addNew(value) } }

  /// The code of a cell of a block.
  package func code(of block: RecordBlock, _ row: Int, _ column: Int) -> Code {
    let (bytes, count) = block.cell(row, column, reader.scratch)
    let content = reader.read(bytes, count)
    if case .missing = content { return .missing }
    if symbols.content != .words, case .other = content { return .other }
    if let thresholds = symbols.thresholds {
      guard case .number(let value) = content else { return .other }
      return .symbol(thresholds.withSearch { $0.cell(of: value) })
    }
    if areNumbers, case .number(let value) = content {
      if let code = byNumber[value] { return .symbol(code) }
    }
    return .symbol(code(of: block.text(row, column)))
  }

  /// The code of a value.
  package func code(of value: String) -> Int { find(value) ?? addNew(value) }

  private func find(_ value: String) -> Int? {
    areNumbers ? Self.number(value).flatMap { byNumber[$0] } : byText[value]
  }

  @discardableResult
  private func addNew(_ value: String) -> Int {
    let code = symbols.codes + newValues.count
    newValues.append(value)
    enter(value, code)
    return code
  }

  private func enter(_ value: String, _ code: Int) {
    if areNumbers, let number = Self.number(value) {
      byNumber[number] = code
    } else {
      byText[value] = code
    }
  }

  private static func number(_ text: String) -> Double? { MergedValues.number(text, Scratch()) }
}
