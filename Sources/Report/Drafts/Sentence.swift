/// A sentence of a draft.
package struct Sentence: Sendable {
  /// As in the source, in one line.
  package let text: String
  /// Where it begins.
  package let place: Place
  /// The lines it stands in, of one file or several.
  package let places: Set<Place>
  let range: Range<Int>

  /// Whether it stands in a line of a file, at least in part.
  package func covers(_ place: Place) -> Bool { places.contains(place) }
}

extension Draft {
  /// The sentences of the body, in order; headings, captions and cells of displays count as such.
  func sentences() -> [Sentence] {
    var sentences: [Sentence] = []
    var start = body.lowerBound
    func end(at index: Int) {
      if let sentence = sentence(in: start..<index) { sentences.append(sentence) }
      start = index
    }
    var index = start
    while index < body.upperBound {
      switch characters[index] {
      case "\\":
        let word = controlWord(at: index)
        if Self.structural.contains(word) { end(at: index) }
        index += 1 + max(1, word.count)
      case "\n" where isBlankLine(after: index):
        end(at: index)
        index += 1
      case ".", "?", "!":
        index += 1
        if let close = endOfSentence(from: index) {
          end(at: close)
          index = close
        }
      default: index += 1
      }
    }
    end(at: body.upperBound)
    return sentences
  }

  /// Macros that begin something new.
  private static let structural: Set<String> = [
    "begin", "end", "section", "subsection", "subsubsection", "paragraph", "item", "caption",
    "title", "author", "date", "maketitle", "bibliography", "label", "input",
  ]

  /// Words whose full stop ends no sentence.
  private static let abbreviations: Set<String> = [
    "Fig", "Figs", "Eq", "Eqs", "Ref", "Refs", "Sec", "Secs", "cf", "i.e", "e.g", "al", "vs",
    "resp", "approx", "No",
  ]

  /// Where the sentence ends, if a full stop just before `index` ends one; `nil` if it does not.
  private func endOfSentence(from index: Int) -> Int? {
    var next = index
    // What closes with the sentence: a brace, a quotation.
    while next < characters.count, "})'”".contains(characters[next]) { next += 1 }
    let close = next
    guard next < characters.count, characters[next].isWhitespace else { return nil }
    let word = String(
      characters[..<(index - 1)].reversed().prefix { !$0.isWhitespace && !"~({".contains($0) }
        .reversed())
    if Self.abbreviations.contains(word) { return nil }
    while next < characters.count, characters[next].isWhitespace { next += 1 }
    return next < characters.count && characters[next].isLowercase ? nil : close
  }

  /// Whether only blanks stand between this line break and the next.
  private func isBlankLine(after index: Int) -> Bool {
    characters[(index + 1)...].first { $0 != " " && $0 != "\t" } == "\n"
  }

  /// The sentence in a range without the blanks about it; `nil` if there is nothing else.
  private func sentence(in range: Range<Int>) -> Sentence? {
    guard let first = range.first(where: { !characters[$0].isWhitespace }),
      let last = range.last(where: { !characters[$0].isWhitespace })
    else { return nil }
    return Sentence(
      text: Self.inOneLine(characters[first...last]), place: place(at: first),
      places: Set((first...last).map { place(at: $0) }), range: first..<last + 1)
  }
}
