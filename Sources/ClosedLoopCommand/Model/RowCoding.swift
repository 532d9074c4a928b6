import Families
import Randomness

/// How cells of a table are points of a family, and back.
///
/// All that a family needs to be a program that reads and writes tables; fit and draw follow from it.
protocol RowCoding: Sendable {
  /// The family.
  associatedtype Family: ExponentialFamily

  /// How `--family` calls it.
  static var kind: String { get }
  /// What its points are, for the help.
  static var summary: String { get }

  /// The coding of the rows of a training set, whose cells need not be right yet.
  ///
  /// - Parameter rows: at least one, all of the same length ≥ 1.
  init(_ rows: [[String]])
  /// The family that is fitted.
  var family: Family { get }
  /// The point of the cells of a row, or `nil` where they are none.
  func point(of cells: [String]) -> Family.DataPoint?
  /// What cells are allowed: "a number".
  static var allowed: String { get }
  /// The cells of a point, which are read back as the same point.
  func cells(of point: Family.DataPoint) -> [String]
  /// What one point tells the family.
  ///
  /// There is a default made of φ; families whose digits φ would lose say it themselves.
  func statistics(of point: Family.DataPoint) -> Family.Statistics
}

extension RowCoding {
  func statistics(of point: Family.DataPoint) -> Family.Statistics { family.statistics(of: point) }
}

/// A model that was fitted to cells.
protocol FittedCells {
  /// Cells of one point.
  func drawCells(using generator: inout RandomStream) -> [String]
}

/// A member of a family with the coding of its points.
struct FittedFamily<Coding: RowCoding>: FittedCells {
  private let coding: Coding
  private let member: Coding.Family.Member

  /// The maximum-likelihood estimate.
  ///
  /// - Parameters:
  ///   - rows: the cells, at least one row.
  ///   - columns: the names of their columns, for messages.
  /// - Throws: ``ModelError`` for a cell that is no point, and where there is no estimate.
  init(_: Coding.Type, to rows: [[String]], columns: [String]) throws(ModelError) {
    let coding = Coding(rows)
    var sum: Coding.Family.Statistics?
    for (index, cells) in rows.enumerated() {
      guard let point = coding.point(of: cells) else {
        // Cells do not depend on one another: a row of one and the same cell tells whether it is allowed.
        let wrong = cells.indices.first { place in
          coding.point(of: [String](repeating: cells[place], count: cells.count)) == nil
        }!
        throw .cell(
          cells[wrong], column: columns[wrong], row: index + 1,
          allowed: "\(Coding.allowed) for --family \(Coding.kind)")
      }
      let own = coding.statistics(of: point)
      sum = sum.map { $0 + own } ?? own
    }
    do {
      member = try coding.family.maximumLikelihood(sum!)
    } catch {
      throw .noEstimate(columns: columns, reason: "\(error)")
    }
    self.coding = coding
  }

  func drawCells(using generator: inout RandomStream) -> [String] {
    coding.cells(of: coding.family.drawPoint(from: member, using: &generator))
  }
}
