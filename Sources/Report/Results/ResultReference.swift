/// What a draft takes from results.
package enum ResultReference: Sendable, Hashable {
  /// `\claim{P3}`: its place in the table of claims.
  case claim(String)
  /// `\verdict{P3}`.
  case verdict(String)
  /// `\quantity{P3}`: what its headline numbers are.
  case quantity(String)
  /// `\predicted{P3}`, or with the name of one of its checks `\predicted[mean time, M = 10]{X4}`.
  case predicted(String, check: String?)
  /// `\measured{P3}`, or with the name of one of its checks.
  case measured(String, check: String?)
  /// `\cell[atom_error]{fig3-summary}{truth=0.25,rate=0}{atom}`: one number of a table, rounded by another.
  case cell(table: String, row: String, column: String, error: String?)
  /// `\setting{fig1}{b.replicates}`: a field of a definition.
  case setting(experiment: String, field: String)
  /// `\datarows[case=ii]{fig2-moments}{samples,mean(mean_error)}`: rows of a table.
  case rows(table: String, columns: String, rows: String?)
  /// `\input{fig1.tex}` or `\includegraphics{fig1}`: a picture.
  case figure(String)

  /// The claim it belongs to, if any.
  package var claim: String? {
    switch self {
    case .claim(let id), .verdict(let id), .quantity(let id), .predicted(let id, _),
      .measured(let id, _):
      id
    default: nil
    }
  }
}

/// One use of a result in a draft.
package struct ResultUse: Sendable {
  /// What is used.
  package let reference: ResultReference
  /// As it stands in the draft.
  package let source: String
  /// Where.
  package let place: Place
  let range: Range<Int>
}

extension Draft {
  /// The macros that stand for results, with the number of their arguments in braces.
  static let resultMacros = [
    "claim": 1, "verdict": 1, "quantity": 1, "predicted": 1, "measured": 1, "cell": 3, "setting": 2,
    "datarows": 2,
  ]

  /// Everything that the draft takes from results, in order.
  ///
  /// - Parameters:
  ///   - isFigure: whether a picture of that name, without its extension, is one of results.
  ///   - report: is told where a macro lacks an argument.
  func results(isFigure: (String) -> Bool, report: (DraftError) -> Void) -> [ResultUse] {
    let arity = Self.resultMacros.merging(["input": 1, "includegraphics": 1]) { $1 }
    return uses(in: body, of: arity, report: report).compactMap { use in
      guard let reference = Self.reference(use, isFigure) else { return nil }
      return ResultUse(
        reference: reference, source: Self.inOneLine(characters[use.range]), place: use.place,
        range: use.range)
    }
  }

  private static func reference(
    _ use: MacroUse, _ isFigure: (String) -> Bool
  ) -> ResultReference? {
    let arguments = use.arguments.map(read)
    let option = use.option.map(read)
    switch use.name {
    case "claim": return .claim(arguments[0])
    case "verdict": return .verdict(arguments[0])
    case "quantity": return .quantity(arguments[0])
    case "predicted": return .predicted(arguments[0], check: option)
    case "measured": return .measured(arguments[0], check: option)
    case "cell":
      return .cell(
        table: arguments[0], row: arguments[1], column: arguments[2], error: option)
    case "setting": return .setting(experiment: arguments[0], field: arguments[1])
    case "datarows": return .rows(table: arguments[0], columns: arguments[1], rows: option)
    default:
      let name = pictureName(arguments[0])
      return isFigure(name) ? .figure(name) : nil
    }
  }

  /// A name as a draft writes it: a per cent sign would begin a comment.
  static func written(_ name: String) -> String { name.replacing("%", with: "\\%") }

  /// The name that a draft writes.
  private static func read(_ written: String) -> String { written.replacing("\\%", with: "%") }

  /// `fig1` for `generated/fig1.tex`.
  package static func pictureName(_ path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    for ending in [".tex", ".pdf", ".svg", ".png", ".eps"] where file.hasSuffix(ending) {
      return String(file.dropLast(ending.count))
    }
    return String(file)
  }
}
