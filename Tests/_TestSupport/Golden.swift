import Foundation

/// Rows of a reference file: numbers by column name.
public struct Golden {
  /// The rows; each maps a column to the text of its cell.
  public let rows: [[String: String]]

  /// Reads `Golden/<name>.csv` of a test bundle.
  public init(_ name: String, in bundle: Bundle) throws {
    let url = bundle.bundleURL.appendingPathComponent("Golden/\(name).csv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let columns = lines[0].split(separator: ",").map(String.init)
    rows = lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      precondition(cells.count == columns.count, "\(name): \(line)")
      return Dictionary(uniqueKeysWithValues: zip(columns, cells))
    }
    precondition(!rows.isEmpty, "\(name) is empty")
  }
}

extension [String: String] {
  /// The number in a column, decimal or hexadecimal.
  public func number(_ column: String) -> Double { Double(self[column]!)! }

  /// The whole number in a column.
  public func integer(_ column: String) -> Int { Int(self[column]!)! }
}

/// The error of `value` in units in the last place of a reference given as a sum of two doubles.
public func ulpError(_ value: Double, high: Double, low: Double) -> Double {
  if value == high, low == 0 { return 0 }
  return abs((value - high) - low) / high.ulp
}
