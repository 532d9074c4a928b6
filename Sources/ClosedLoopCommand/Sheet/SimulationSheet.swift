import Documents
import Foundation
import Report

/// The table of a simulation for people: each number with its standard error, and a mark where theory says
/// otherwise.
struct SimulationSheet {
  /// What a measurement may be from its prediction before it is marked, in standard errors.
  static let threshold = 4.0

  private let table: Table
  private let isPredicted: Bool
  private let sheet: Sheet
  private let isMarked: Bool

  /// - Parameter table: `generation`, `replicates`, and then each quantity, its prediction if there are any, and
  ///   its standard error.
  init(_ table: Table) {
    self.table = table
    let isPredicted = table.columns.contains { $0.hasSuffix("_predicted") }
    self.isPredicted = isPredicted
    let replicates = table.numbers(in: "replicates") ?? []
    let stride = isPredicted ? 3 : 2
    let quantities = Swift.stride(from: 2, to: table.columns.count, by: stride).map { place in
      Self.columns(
        of: table, value: place, predicted: isPredicted ? place + 1 : nil,
        error: place + stride - 1, replicates)
    }
    var first = [Self.whole("generation", table.numbers(in: "generation") ?? [])]
    if Set(replicates).count > 1 { first.append(Self.whole("replicates", replicates)) }
    sheet = Sheet(first: first, groups: quantities.map(\.columns))
    isMarked = quantities.contains(where: \.isMarked)
  }

  /// All of it, in so many columns.
  func text(width: Int) -> String {
    (sheet.lines(width: width) + [""] + legend(width: width)).joined(separator: "\n")
  }

  private func legend(width: Int) -> [String] {
    var words = "0.707(5) stands for 0.707 with a standard error of 0.005 over replicates"
    if let replicates = table.numbers(in: "replicates"), Set(replicates).count == 1 {
      words += ", of which there are \(Int(replicates[0]))"
    }
    words += "; var is the variance over them."
    if isPredicted {
      words += " A number marked * is more than \(Int(Self.threshold)) standard errors from theory"
      words +=
        isMarked
        ? ": by a mistake, or because rare runs carry its mean, which no error tells."
        : "; there is none here."
    }
    words += " A dash: there is none."
    words += " CSV with all digits: --csv."
    return wrapped(words, width: width)
  }

  // MARK: - Columns

  private static func whole(_ header: String, _ values: [Double]) -> Sheet.Column {
    Sheet.Column(header: header, cells: values.map { String(Int($0)) })
  }

  /// A quantity, and its prediction if there are any at all.
  private static func columns(
    of table: Table, value: Int, predicted: Int?, error: Int, _ replicates: [Double]
  ) -> (columns: [Sheet.Column], isMarked: Bool) {
    let name = table.columns[value]
    let header =
      name.hasSuffix("_mean")
      ? String(name.dropLast(5))
      : name.hasSuffix("_variance") ? "var \(name.dropLast(9))" : name
    let largest = table.rows.map { abs($0[value].value) }.filter(\.isFinite).max() ?? 0
    // Logarithms have a unit; of what has none, nothing is what is nothing beside the largest.
    let isLogarithm = ["kl_", "entropy", "log_"].contains { name.hasPrefix($0) }
    let scale = isLogarithm ? max(1, largest) : largest
    let isFraction = name == "absorbed"
    var (measured, theory, isMarked) = ([String](), [String](), false)
    for (row, count) in zip(table.rows, replicates) {
      let (found, uncertainty) = (row[value].value, row[error].value)
      let expected = predicted.map { row[$0].value } ?? .nan
      let differs = isPredictedOtherwise(
        found, expected, isFraction ? fractionError(found, expected, count) : uncertainty)
      isMarked = isMarked || differs
      // A column of its own for the mark, so that digits stay aligned.
      let mark = predicted == nil ? "" : differs ? "*" : " "
      measured.append(number(found, uncertainty, scale: scale) + mark)
      theory.append(
        expected.isNaN ? "-" : number(expected, 0, like: uncertainty, scale: scale))
    }
    let main = Sheet.Column(header: header + (predicted == nil ? "" : " "), cells: measured)
    guard predicted != nil, theory.contains(where: { $0 != "-" }) else { return ([main], isMarked) }
    return ([main, Sheet.Column(header: "theory", cells: theory)], isMarked)
  }

  /// Whether they differ by more than chance and rounding explain.
  private static func isPredictedOtherwise(
    _ found: Double, _ expected: Double, _ uncertainty: Double
  ) -> Bool {
    guard !expected.isNaN, !uncertainty.isNaN, found != expected else { return false }
    let rounding = 1e-9 * max(1, abs(expected))
    return !(abs(found - expected) <= threshold * uncertainty + rounding)
  }

  /// The standard error of a fraction by what is expected of it, where all or none are measured, and one of them
  /// on top, since they are counted.
  private static func fractionError(
    _ found: Double, _ expected: Double, _ replicates: Double
  ) -> Double {
    func error(_ p: Double) -> Double { (max(0, p * (1 - p)) / replicates).squareRoot() }
    return max(error(found), error(expected)) + 1 / (threshold * replicates)
  }

  /// A number with its standard error, if it has one that says anything.
  ///
  /// - Parameters:
  ///   - other: an uncertainty that gives the number of decimals though it is not shown.
  ///   - scale: the largest number of the column: what is nothing beside it, and has no uncertainty, is 0.
  private static func number(
    _ value: Double, _ uncertainty: Double, like other: Double = 0, scale: Double
  ) -> String {
    let digits = uncertainty > 0 ? uncertainty : other
    if value.isNaN { return "-" }
    if !(digits > 0), !digits.isNaN, abs(value) <= 1e-14 * scale { return "0" }
    let rounded = RoundedNumber(value, uncertainty: digits.isNaN ? 0 : digits)
    let power = rounded.exponent == 0 ? "" : "e\(rounded.exponent)"
    let shown = uncertainty > 0 ? rounded.lastDigits.map { "(\($0))" } ?? "" : ""
    return rounded.value + shown + power
  }
}
