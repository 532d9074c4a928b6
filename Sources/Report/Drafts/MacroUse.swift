/// One use of a macro: `\measured[distance to the exact law]{P4}`.
package struct MacroUse: Sendable, Equatable {
  /// Its name without the backslash.
  package let name: String
  /// What stands in brackets, if anything.
  package let option: String?
  /// What stands in braces.
  package let arguments: [String]
  /// Which characters of the draft it takes up.
  let range: Range<Int>
  /// Where it begins.
  package let place: Place
}

extension Draft {
  /// All uses of macros in a range.
  ///
  /// - Parameters:
  ///   - range: where to look.
  ///   - arity: the number of arguments in braces, by name; other macros are passed over, but not
  ///     what stands in their arguments.
  ///   - report: is told where an argument is missing or not closed; that use is passed over.
  func uses(
    in range: Range<Int>, of arity: [String: Int], report: (DraftError) -> Void
  ) -> [MacroUse] {
    var uses: [MacroUse] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard characters[index] == "\\" else {
        index += 1
        continue
      }
      let name = controlWord(at: index)
      let start = index
      index += 1 + max(1, name.count)
      guard let count = arity[name] else { continue }
      do {
        let use = try use(of: name, at: start, arguments: count)
        uses.append(use)
        index = use.range.upperBound
      } catch {
        report(error)
      }
    }
    return uses
  }

  /// The use of a macro that begins at `start`.
  private func use(
    of name: String, at start: Int, arguments count: Int
  ) throws(DraftError) -> MacroUse {
    var cursor = start + 1 + name.count
    if cursor < characters.count, characters[cursor] == "*" { cursor += 1 }
    let option = try argument(at: &cursor, open: "[", close: "]", after: start)
    var arguments: [String] = []
    for _ in 0..<count {
      guard let argument = try argument(at: &cursor, open: "{", close: "}", after: start) else {
        throw DraftError(
          place: place(at: start),
          problem: "\\\(name) takes \(count) argument\(count == 1 ? "" : "s") in braces")
      }
      arguments.append(argument)
    }
    return MacroUse(
      name: name, option: option, arguments: arguments, range: start..<cursor,
      place: place(at: start))
  }

  /// The letters behind a backslash; none for `\%` and its like.
  func controlWord(at index: Int) -> String {
    String(characters[(index + 1)...].prefix { $0.isASCII && $0.isLetter })
  }

  /// The argument that begins at or behind `cursor`, which then stands behind it; `nil` if there is none.
  func argument(
    at cursor: inout Int, open: Character, close: Character, after macro: Int
  ) throws(DraftError) -> String? {
    var index = cursor
    while index < characters.count, characters[index] == " " || characters[index] == "\n" {
      index += 1
    }
    guard index < characters.count, characters[index] == open else { return nil }
    let start = index + 1
    var depth = 0
    while index < characters.count {
      switch characters[index] {
      case "\\": index += 1
      case open: depth += 1
      case close: depth -= 1
      default: break
      }
      index += 1
      if depth == 0 {
        cursor = index
        return Self.inOneLine(characters[start..<index - 1])
      }
    }
    throw DraftError(
      place: place(at: macro), problem: "\(open) behind \\\(controlWord(at: macro)) is not closed")
  }

  /// Text as TeX reads it: any blank space is one space.
  static func inOneLine(_ text: some Sequence<Character>) -> String {
    text.split(whereSeparator: \.isWhitespace).map { String($0) }.joined(separator: " ")
  }
}
