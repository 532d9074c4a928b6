import ArgumentParser
import Foundation
import Tables

/// `closedloop numbers`.
struct Numbers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the results as LaTeX macros, so that a draft holds no typed number.",
    discussion: """
      Reads claims.csv and writes numbers.tex, which defines \\predicted{P3}, \
      \\measured{P3}, \\verdict{P3} and \\quantity{P3} for every claim. A measurement \
      is rounded by its uncertainty: 0.7025 with 0.0046 becomes 0.703(5). An unknown \
      claim is an error in LaTeX.

      EXAMPLE
        closedloop numbers --input figures --output paper/generated
      """)

  @Option(help: "Folder with claims.csv.")
  var input: String

  @Option(help: "Folder to write into; made if need be.")
  var output: String

  func run() throws {
    let path = "\(input)/claims.csv"
    let claims = try readTable("claims", at: path)
    let needed = ["id", "verdict", "quantity", "prediction", "measurement", "uncertainty"]
    for column in needed where !claims.columns.contains(column) {
      throw Failure(code: .badData, sentence: "\(path): the column \(column) is missing")
    }
    for column in ["prediction", "measurement", "uncertainty"] {
      for value in claims.numbers(in: column) ?? []
      where !(value == 0 || (1e-100...1e100).contains(abs(value))) {
        throw Failure(
          code: .badData,
          sentence: "\(path): \(column) = \(value) is not allowed: use 0, or a number of a size"
            + " from 1e-100 to 1e100")
      }
    }
    try OutputFolder.fill(output) { folder in
      try folder.write(Self.macros(for: claims), to: "numbers.tex")
      return ["numbers.tex"]
    }
  }

  private static func macros(for claims: Table) -> String {
    func cell(_ row: [Table.Cell], _ column: String) -> Table.Cell {
      row[claims.columns.firstIndex(of: column)!]
    }
    var text = """
      % Written by closedloop numbers from the results; do not edit.
      \\makeatletter
      \\newcommand\\closedloop@value[2]{\\ifcsname closedloop@#1@#2\\endcsname
        \\csname closedloop@#1@#2\\endcsname\\else
        \\PackageError{closedloop}{There is no claim #2}{See closedloop list.}\\fi}
      \\newcommand\\predicted[1]{\\ensuremath{\\closedloop@value{predicted}{#1}}}
      \\newcommand\\measured[1]{\\ensuremath{\\closedloop@value{measured}{#1}}}
      \\newcommand\\verdict[1]{\\closedloop@value{verdict}{#1}}
      \\newcommand\\quantity[1]{\\closedloop@value{quantity}{#1}}

      """
    for row in claims.rows {
      let id = cell(row, "id").description
      func define(_ name: String, _ value: String) {
        text += "\\@namedef{closedloop@\(name)@\(id)}{\(value)}\n"
      }
      define("verdict", cell(row, "verdict").description)
      define("quantity", TeX.text(cell(row, "quantity").description))
      define("predicted", TeX.number(cell(row, "prediction").value))
      define(
        "measured",
        TeX.number(cell(row, "measurement").value, uncertainty: cell(row, "uncertainty").value))
    }
    return text + "\\makeatother\n"
  }
}

/// Numbers and words as TeX sets them.
enum TeX {
  /// A number without uncertainty, to six significant digits; powers of ten as such.
  static func number(_ value: Double) -> String {
    let parts = String(format: "%.6g", value).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return String(parts[0]) }
    return "\(parts[0])\\times10^{\(exponent)}"
  }

  /// A number with one digit of uncertainty in brackets, two if the first is a one.
  static func number(_ value: Double, uncertainty: Double) -> String {
    guard uncertainty > 0, uncertainty.isFinite, value.isFinite else { return number(value) }
    // A common power of ten is taken out where decimals would begin with many zeros.
    let largest = max(abs(value), uncertainty)
    let exponent = largest < 1e-3 || largest >= 1e6 ? Int(log10(largest).rounded(.down)) : 0
    let scale = pow(10, Double(exponent))
    let error = uncertainty / scale
    let leading = Int(log10(error).rounded(.down))
    let isOne = error / pow(10, Double(leading)) < 1.95
    let decimals = max(0, -leading + (isOne ? 1 : 0))
    let digits = Int((error * pow(10, Double(decimals))).rounded())
    let body = String(format: "%.\(decimals)f", value / scale) + "(\(digits))"
    return exponent == 0 ? body : "\(body)\\times10^{\(exponent)}"
  }

  /// Text with TeX's special characters spelled out, and the symbols of the claims as mathematics.
  static func text(_ text: String) -> String {
    var result = text
    for (character, spelling) in [
      ("\\", "\\textbackslash "), ("%", "\\%"), ("&", "\\&"), ("#", "\\#"), ("_", "\\_"),
      ("φ̄₁,₀", "$\\bar\\phi_{1,0}$"), ("θ₁", "$\\theta_1$"), ("θ₂", "$\\theta_2$"),
      ("ϑ₀", "$\\vartheta_0$"), ("ϑ", "$\\vartheta$"), ("θ′", "$\\theta'$"), ("μ²", "$\\mu^2$"),
      ("μ", "$\\mu$"), ("τ", "$\\tau$"), ("s²", "$s^2$"), ("√det J", "$\\sqrt{\\det J}$"),
      ("2^10", "$2^{10}$"), ("½", "$1/2$"), ("x₀", "$x_0$"), ("10⁴", "$10^4$"), ("φ", "$\\phi$"),
      ("θ", "$\\theta$"), ("λ", "$\\lambda$"), ("¼", "$1/4$"), ("·", "$\\cdot$"),
      ("∞", "$\\infty$"), ("→", "$\\to$"), ("−", "$-$"), ("±", "$\\pm$"), ("×", "$\\times$"),
      ("≤", "$\\le$"), ("≥", "$\\ge$"),
    ] {
      result = result.replacing(character, with: spelling)
    }
    return result.replacing("NM", with: "$NM$").replacing(/\b([NMp]) = ([0-9.]*[0-9])/) {
      "$\($0.1) = \($0.2)$"
    }
  }
}
