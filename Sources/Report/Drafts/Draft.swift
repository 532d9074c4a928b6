/// A LaTeX draft with all it includes, as one text in which every character knows its place.
///
/// It is read the way an editor reads it, not as TeX would: comments are left out, macros are not expanded.
package struct Draft: Sendable {
  /// The text without comments.
  let characters: [Character]
  /// The place of each character, as an index into `lines`.
  private let lineOfCharacter: [Int]
  private let lines: [Place]
  /// What could not be followed.
  let problems: [DraftError]
  /// What stands between `\begin{document}` and `\end{document}`, or the end of the text.
  let body: Range<Int>

  /// What a name in `\input` stands for.
  package enum Inclusion: Sendable {
    /// Another part of the draft.
    case part(file: String, text: String)
    /// Something made from results, a picture or `numbers.tex`: the draft goes on behind it.
    case generated
    /// No such file.
    case missing
    /// Something that cannot be read, and why.
    case unreadable(String)
  }

  /// Reads a draft.
  ///
  /// - Parameters:
  ///   - file: the name of its main file, for messages.
  ///   - text: what it holds.
  ///   - include: what a name in `\input` or `\include` stands for.
  /// What cannot be included is left out and told by ``ReadDraft/problems``.
  ///
  /// - Throws: ``DraftError`` if this is no LaTeX; errors of `include`.
  package init(
    file: String, text: String, including include: (String) throws -> Inclusion
  ) throws {
    var reader = Reader()
    try reader.read(text, from: file, include: include)
    (characters, lineOfCharacter, lines) = (reader.characters, reader.lineOfCharacter, reader.lines)
    problems = reader.problems
    guard let begin = Self.range(of: "\\begin{document}", in: characters, from: 0) else {
      throw DraftError(
        place: Place(file: file, line: 1),
        problem: "\\begin{document} was not found: this is no LaTeX draft")
    }
    let end = Self.range(of: "\\end{document}", in: characters, from: begin.upperBound)
    body = begin.upperBound..<(end?.lowerBound ?? characters.count)
  }

  /// Where a character stands.
  func place(at index: Int) -> Place { lines[lineOfCharacter[index]] }

  /// The first occurrence of `word` at or behind `start`.
  static func range(of word: String, in text: [Character], from start: Int) -> Range<Int>? {
    let word = Array(word)
    guard text.count >= word.count, start <= text.count - word.count else { return nil }
    return (start...text.count - word.count).lazy
      .first { text[$0] == word[0] && text[$0..<$0 + word.count].elementsEqual(word) }
      .map { $0..<$0 + word.count }
  }
}

/// Gathers the text of a draft.
private struct Reader {
  var characters: [Character] = []
  var lineOfCharacter: [Int] = []
  var lines: [Place] = []
  var problems: [DraftError] = []
  private var files: [String] = []
  /// What ends the lines that TeX sets as they are or not at all, if any have begun.
  private var endOfSilence: String?

  mutating func read(
    _ text: String, from file: String, include: (String) throws -> Draft.Inclusion
  ) throws {
    files.append(file)
    defer { files.removeLast() }
    let lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
    for (index, line) in lines.enumerated() {
      let place = Place(file: file, line: index + 1)
      var rest = endOfSilence == nil ? Self.withoutComment(line) : line
      if isSilent(rest) {
        append("\n", at: place)
        continue
      }
      while let match = rest.firstMatch(
        of: /\\(?:input|include)(?:\s*\{([^{}]*)\}|\s+([^\s{}\\]+))/)
      {
        append(rest[..<match.range.lowerBound], at: place)
        let name = String(match.1 ?? match.2 ?? "")
        func problem(_ reason: String) {
          problems.append(DraftError(place: place, problem: "\(match.0): \(reason)"))
        }
        switch try include(name) {
        case .generated: append(rest[match.range], at: place)
        case .missing: problem("there is no such file, nor a figure of that name")
        case .unreadable(let reason): problem(reason)
        case .part(let inner, _) where files.contains(inner): problem("the file includes itself")
        case .part(let inner, let text): try read(text, from: inner, include: include)
        }
        rest = rest[match.range.upperBound...]
      }
      append(rest + "\n", at: place)
    }
  }

  /// Whether a line is one of those that TeX sets as they are or not at all, the first and the last with them.
  private mutating func isSilent(_ line: Substring) -> Bool {
    if let end = endOfSilence {
      if Self.range(of: end, in: line) != nil { endOfSilence = nil }
      return true
    }
    for (begin, end) in Self.silences {
      guard let range = Self.range(of: begin, in: line) else { continue }
      if Self.range(of: end, in: line[range.upperBound...]) == nil { endOfSilence = end }
      return true
    }
    return false
  }

  private static let silences =
    ["verbatim", "lstlisting", "comment"].map { ("\\begin{\($0)}", "\\end{\($0)}") }
    + [("\\iffalse", "\\fi")]

  /// Where a macro stands in a line; `\fi` is not the beginning of `\fill`.
  private static func range(of macro: String, in line: Substring) -> Range<Substring.Index>? {
    line.ranges(of: macro).first {
      macro.hasSuffix("}") || $0.upperBound == line.endIndex || !line[$0.upperBound].isLetter
    }
  }

  private mutating func append(_ text: some StringProtocol, at place: Place) {
    if lines.last != place { lines.append(place) }
    for character in text {
      characters.append(character)
      lineOfCharacter.append(lines.count - 1)
    }
  }

  /// What TeX reads of a line: up to a percent sign that no backslash takes its meaning from.
  private static func withoutComment(_ line: Substring) -> Substring {
    var isEscaped = false
    for index in line.indices {
      if line[index] == "%", !isEscaped, !isInAddress(line[..<index]) { return line[..<index] }
      isEscaped = line[index] == "\\" && !isEscaped
    }
    return line
  }

  /// Whether a line ends in an open address, which may hold percent signs.
  private static func isInAddress(_ line: Substring) -> Bool {
    line.firstMatch(of: /\\(?:url|href)\{[^}]*$/) != nil
  }
}
