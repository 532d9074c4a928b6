/// A piece of HTML, written as a string literal with what belongs into it.
///
/// What is put in as text is escaped and what is put in as ``HTML`` is not, so nothing that was read from
/// a file can become markup.
struct HTML: ExpressibleByStringInterpolation, Equatable {
  /// The characters of the page.
  let markup: String

  /// Markup from elsewhere, taken as it is.
  init(markup: String) { self.markup = markup }

  init(stringLiteral value: String) { markup = value }

  init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) { markup.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { markup += literal }

    mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }

    mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

    mutating func appendInterpolation(_ parts: [HTML]) {
      markup += parts.map(\.markup).joined(separator: "\n")
    }
  }

  /// Text with the characters that mean something in HTML spelled out, in attributes too.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}

extension [HTML] {
  /// The pieces one after another.
  func joined(by separator: HTML) -> HTML {
    HTML(markup: map(\.markup).joined(separator: separator.markup))
  }
}
