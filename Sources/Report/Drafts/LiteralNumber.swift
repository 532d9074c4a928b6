/// A number that was typed where a result should stand.
package struct LiteralNumber: Sendable, Equatable {
  /// As typed: `0.703(5)`.
  package let text: String
  /// Where.
  package let place: Place
  /// Its value.
  package let value: Double
  /// How many decimals were typed.
  package let decimals: Int

  /// Whether it can only be a result: it has an uncertainty, or many decimals.
  var isMeasured: Bool { text.contains("(") || decimals >= 3 }
}

extension Draft {
  /// Macros whose arguments are no text of a sentence, or numbers on purpose.
  private static let silent: Set<String> = Set(resultMacros.keys).union([
    "given", "label", "input", "include", "includegraphics", "begin", "end", "hspace", "vspace",
    "bibliography", "bibliographystyle", "url", "href", "texttt", "verb", "setlength",
    "addtolength", "resizebox", "rule", "multicolumn", "frac", "tfrac", "dfrac", "usepackage",
    "documentclass", "newcommand", "geometry",
  ])

  private static func isSilent(_ word: String) -> Bool {
    silent.contains(word) || word.hasSuffix("ref") || word.lowercased().hasPrefix("cite")
      || word == "onlinecite"
  }

  /// The numbers in a range of the draft that only results can justify.
  ///
  /// Those are numbers with decimals, percentages, and whole numbers from 10 on; not those of equations,
  /// figures and references, years, indices, exponents and powers of ten.
  func literalNumbers(in range: Range<Int>) -> [LiteralNumber] {
    var numbers: [LiteralNumber] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let character = characters[index]
      switch character {
      case "\\":
        let word = controlWord(at: index)
        index += 1 + max(1, word.count)
        if word == "verb" {
          skipVerbatim(from: &index)
        } else if Self.isSilent(word) {
          skipArguments(from: &index, orDigits: word.hasSuffix("frac"))
        }
      case "_", "^":
        index += 1
        skipGroup(from: &index)
      case _ where Self.isDigit(character) || character == "." && isDecimalPoint(at: index):
        let number = number(at: index)
        if let number, !isNumberOfSomething(at: index, to: number.end, below: range.upperBound) {
          numbers.append(number.literal)
        }
        index = number?.end ?? index + 1
        while index < range.upperBound, Self.isDigit(characters[index]) { index += 1 }
      default: index += 1
      }
    }
    return numbers
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// Whether a full stop begins a number: `.7025`.
  private func isDecimalPoint(at index: Int) -> Bool {
    let next = index + 1 < characters.count ? characters[index + 1] : " "
    let last = index > 0 ? characters[index - 1] : " "
    return Self.isDigit(next) && !last.isLetter && !Self.isDigit(last)
  }

  /// The number that begins at `index`, with where it ends; `nil` if no result is needed for it.
  private func number(at index: Int) -> (literal: LiteralNumber, end: Int)? {
    let text = String(characters[index..<min(index + 40, characters.count)])
    guard
      let match = text.prefixMatch(
        of: /(\d*(?:(?:\{,\}|\\,|,)\d{3}(?!\d))*(?:\.\d+)?(?:e[+-]?\d+)?)(\(\d+\))?(\\,?%|\\,\\%)?/)
    else { return nil }
    let digits = String(match.1).replacing("{,}", with: "").replacing("\\,", with: "")
      .replacing(",", with: "")
    let end = index + match.0.count
    guard let value = Double(digits) else { return nil }
    let fraction = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
      .map { $0.prefix { Self.isDigit($0) }.count }
    // A power of ten is a size, its mantissa may be a result.
    if digits == "10", end < characters.count, characters[end] == "^" { return nil }
    guard fraction != nil || value >= 10 || match.3 != nil || digits.contains("e") else {
      return nil
    }
    let literal = LiteralNumber(
      text: String(match.1) + String(match.2 ?? "") + (match.3 == nil ? "" : "%"),
      place: place(at: index), value: value, decimals: fraction ?? 0)
    return (literal, end)
  }

  /// Whether the digits name something: an equation, a figure, a year, the end of a range of them.
  private func isNumberOfSomething(at index: Int, to end: Int, below limit: Int) -> Bool {
    let before = String(characters[max(0, index - 24)..<index])
    let digits = String(characters[index..<end])
    let names =
      /(?:Eqs?|Refs?|Figs?|Secs?|Apps?|No|Equations?|Figures?|Sections?|Theorem|Lemma|Proposition|Appendix|Table|Chapter|pages?|version)\.?[~\s]*\(?$/
    if before.firstMatch(of: names) != nil { return true }
    // B7, and the end of Eqs. 12--15.
    if before.firstMatch(of: /[A-Za-z]$/) != nil, before.firstMatch(of: /\\[A-Za-z]+$/) == nil {
      return true
    }
    if before.firstMatch(of: /[0-9)]--\(?$/) != nil { return true }
    return digits.wholeMatch(of: /(?:19|20)\d\d/) != nil
      && before.firstMatch(of: /(?:in|since|of|from|until|and|year)[~\s]+$/) != nil
  }

  private func skipArguments(from index: inout Int, orDigits: Bool) {
    if orDigits, index < characters.count, Self.isDigit(characters[index]) {
      // \frac12 takes one digit after the other.
      index = min(index + 2, characters.count)
      return
    }
    if index < characters.count, characters[index] == "*" { index += 1 }
    while index < characters.count, characters[index] == "[" || characters[index] == "{" {
      skipGroup(from: &index)
    }
  }

  private func skipVerbatim(from index: inout Int) {
    guard index < characters.count else { return }
    let delimiter = characters[index]
    index += 1
    while index < characters.count, characters[index] != delimiter, characters[index] != "\n" {
      index += 1
    }
    index = min(index + 1, characters.count)
  }

  /// Moves behind one character, or behind what it opens.
  private func skipGroup(from index: inout Int) {
    guard index < characters.count else { return }
    let open = characters[index]
    guard open == "{" || open == "[" else {
      if open == "\\" { index += controlWord(at: index).count }
      index += 1
      return
    }
    let close: Character = open == "{" ? "}" : "]"
    var depth = 0
    while index < characters.count {
      if characters[index] == open { depth += 1 }
      if characters[index] == close { depth -= 1 }
      index += 1
      if depth == 0 { return }
    }
  }
}
