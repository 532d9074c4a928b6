/// A number that was typed where a result should stand.
public struct LiteralNumber: Sendable, Equatable {
  /// As typed: `0.703(5)`.
  public let text: String
  /// Where.
  public let place: Place
  /// Its value.
  public let value: Double
  /// How many decimals were typed.
  public let decimals: Int
}

extension Draft {
  /// Macros whose arguments are no text of a sentence, or numbers on purpose.
  private static let silent: Set<String> = Set(resultMacros.keys).union([
    "given", "ref", "eqref", "cite", "onlinecite", "citep", "citet", "label", "input", "include",
    "includegraphics", "begin", "end", "hspace", "vspace", "bibliography", "bibliographystyle",
    "url", "href", "texttt", "verb", "setlength", "resizebox", "rule", "multicolumn",
  ])

  /// The numbers in a sentence that only results can justify.
  ///
  /// Those are numbers with decimals, percentages, and whole numbers from 10 on; not those of equations,
  /// figures and references, indices and exponents.
  func literalNumbers(in sentence: Sentence) -> [LiteralNumber] {
    var numbers: [LiteralNumber] = []
    var index = sentence.range.lowerBound
    while index < sentence.range.upperBound {
      let character = characters[index]
      switch character {
      case "\\":
        let word = controlWord(at: index)
        index += 1 + max(1, word.count)
        if Self.silent.contains(word) { skipArguments(from: &index) }
      case "_", "^":
        index += 1
        skipGroup(from: &index)
      case _ where Self.isDigit(character):
        let end = endOfNumber(from: index)
        if !isNumberOfSomething(at: index),
          let number = number(in: index..<end, of: sentence)
        {
          numbers.append(number)
        }
        index = end
      default: index += 1
      }
    }
    return numbers
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// The number in a range, if it is one that only results can justify.
  private func number(in range: Range<Int>, of sentence: Sentence) -> LiteralNumber? {
    let digits = String(characters[range])
    guard let value = Double(digits) else { return nil }
    let behind = String(characters[range.upperBound..<min(range.upperBound + 4, characters.count)])
    let isPercentage = behind.hasPrefix("\\%") || behind.hasPrefix("\\,\\%")
    let fraction = digits.split(separator: ".").dropFirst().first
    guard fraction != nil || value >= 10 || isPercentage else { return nil }
    let uncertainty = String(characters[range.upperBound...].prefix(4)).prefixMatch(of: /\(\d+\)/)
    return LiteralNumber(
      text: digits + (uncertainty.map { String($0.0) } ?? "") + (isPercentage ? "%" : ""),
      place: place(at: range.lowerBound), value: value, decimals: fraction?.count ?? 0)
  }

  private func endOfNumber(from start: Int) -> Int {
    var index = start
    while index < characters.count, Self.isDigit(characters[index]) { index += 1 }
    // A full stop belongs to the number if digits follow.
    if index + 1 < characters.count, characters[index] == ".", Self.isDigit(characters[index + 1]) {
      index += 1
      while index < characters.count, Self.isDigit(characters[index]) { index += 1 }
    }
    return index
  }

  /// Whether the digits name something: an equation, a figure, a claim, the end of a range of them.
  private func isNumberOfSomething(at index: Int) -> Bool {
    let before = String(characters[max(0, index - 14)..<index])
    return before.firstMatch(
      of: /(?:[A-Za-z]|(?:Eqs?|Refs?|Figs?|Secs?|Apps?|Table|case)\.?[~\s]*\(?|--\(?)$/) != nil
      && before.firstMatch(of: /\\[A-Za-z]+$/) == nil
  }

  private func skipArguments(from index: inout Int) {
    while index < characters.count, characters[index] == "[" || characters[index] == "{" {
      skipGroup(from: &index)
    }
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
