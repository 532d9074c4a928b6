/// Reads JSON (RFC 8259), and no key twice.
///
/// A library's decoder would take the first of two values of one key, and be silent about the other.
struct JSONParser {
  private let text: [Unicode.Scalar]
  private var place = 0
  private var depth = 0

  /// How deep objects and lists may lie in one another.
  static let deepest = 200

  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
    if self.text.first == "\u{FEFF}" { place = 1 }
  }

  /// The whole document.
  mutating func document() throws(JSONError) -> JSONValue {
    skipSpace()
    guard place < text.count else { throw error("the text is empty: use a JSON object") }
    let value = try value()
    skipSpace()
    guard place == text.count else {
      throw error("\(found) follows the end of the document: use one JSON object")
    }
    return value
  }

  // MARK: - Values

  private mutating func value() throws(JSONError) -> JSONValue {
    guard place < text.count else { throw error("a value is missing") }
    switch text[place] {
    case "{": return try nested { parser throws(JSONError) in try parser.object() }
    case "[": return try nested { parser throws(JSONError) in try parser.array() }
    case "\"": return .string(try string())
    case "-", "0"..."9": return try number()
    default: return try word()
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    guard depth < Self.deepest else {
      throw error("more than \(Self.deepest) objects and lists lie in one another")
    }
    depth += 1
    defer { depth -= 1 }
    place += 1
    return try body(&self)
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    var values: [String: JSONValue] = [:]
    var places: [String: Int] = [:]
    skipSpace()
    if skip("}") { return .object(values) }
    while true {
      let start = place
      guard place < text.count, text[place] == "\"" else {
        throw error("\(found) stands where a key in double quotes is needed")
      }
      let key = try string()
      if let first = places[key] {
        throw error("the key \"\(key)\" is in line \(line(of: first)), too: keep one", at: start)
      }
      places[key] = start
      skipSpace()
      guard skip(":") else { throw error("\(found) stands where a colon is needed") }
      skipSpace()
      values[key] = try value()
      skipSpace()
      if skip("}") { return .object(values) }
      guard skip(",") else { throw error("\(found) stands where a comma or } is needed") }
      skipSpace()
    }
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    var values: [JSONValue] = []
    skipSpace()
    if skip("]") { return .array(values) }
    while true {
      values.append(try value())
      skipSpace()
      if skip("]") { return .array(values) }
      guard skip(",") else { throw error("\(found) stands where a comma or ] is needed") }
      skipSpace()
    }
  }

  private mutating func word() throws(JSONError) -> JSONValue {
    let start = place
    while place < text.count, text[place].properties.isAlphabetic { place += 1 }
    switch String(String.UnicodeScalarView(text[start..<place])) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case "":
      throw error("\(found) stands where a value is needed")
    case let word:
      throw error("\(word) is no value: words are put in double quotes", at: start)
    }
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = place
    while place < text.count, "+-.eE0123456789".unicodeScalars.contains(text[place]) { place += 1 }
    let digits = String(String.UnicodeScalarView(text[start..<place]))
    guard Self.isNumber(digits) else {
      throw error("\(digits) is no number in JSON", at: start)
    }
    guard let value = JSONValue(number: digits) else {
      throw error("\(digits) is beyond double precision", at: start)
    }
    guard case .number(let number) = value else { return value }
    // 3.0 and 1e3 are whole numbers.
    if let whole = Int(exactly: number) { return .integer(whole) }
    return UInt64(exactly: number).map { .unsigned($0) } ?? value
  }

  /// Whether it is `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`; a regular expression takes fifty times as long.
  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text)
    func skip(_ characters: Set<Character>) -> Bool {
      guard let first = rest.first, characters.contains(first) else { return false }
      rest.removeFirst()
      return true
    }
    func skipDigits() -> Bool {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(digits.count)
      return !digits.isEmpty
    }
    _ = skip(["-"])
    guard skip(["0"]) || skipDigits() else { return false }
    if skip(["."]) {
      guard skipDigits() else { return false }
    }
    if skip(["e", "E"]) {
      _ = skip(["+", "-"])
      guard skipDigits() else { return false }
    }
    return rest.isEmpty
  }

  // MARK: - Text

  private mutating func string() throws(JSONError) -> String {
    let start = place
    place += 1
    var result = String.UnicodeScalarView()
    while place < text.count {
      let scalar = text[place]
      if scalar == "\"" {
        place += 1
        return String(result)
      }
      guard scalar.value >= 32 else { break }
      if scalar == "\\" {
        result.append(try escape())
      } else {
        result.append(scalar)
        place += 1
      }
    }
    throw error("the text that begins here is not closed on its line", at: start)
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = place
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
    ]
    guard place + 1 < text.count, text[place + 1] == "u" else {
      guard place + 1 < text.count, let scalar = plain[text[place + 1]] else {
        throw error("this backslash begins no character: write \\\\ for one", at: start)
      }
      place += 2
      return scalar
    }
    guard var code = codeUnit(at: place) else {
      throw error("\\u wants four hexadecimal digits", at: start)
    }
    place += 6
    if (0xD800...0xDBFF).contains(code), let second = codeUnit(at: place),
      (0xDC00...0xDFFF).contains(second)
    {
      code = 0x10000 + (code - 0xD800) << 10 + (second - 0xDC00)
      place += 6
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw error("\\u stands for half a character", at: start)
    }
    return scalar
  }

  /// The number that `\uXXXX` at a place stands for.
  private func codeUnit(at place: Int) -> UInt32? {
    guard place + 6 <= text.count, text[place] == "\\", text[place + 1] == "u" else { return nil }
    let digits = text[place + 2..<place + 6]
    guard digits.allSatisfy({ $0.properties.isASCIIHexDigit }) else { return nil }
    return UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
  }

  // MARK: - Places

  private mutating func skipSpace() {
    while place < text.count, " \t\r\n".unicodeScalars.contains(text[place]) { place += 1 }
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard place < text.count, text[place] == scalar else { return false }
    place += 1
    return true
  }

  private var found: String { place < text.count ? "\(text[place])" : "the end of the text" }

  private func line(of place: Int) -> Int { text[..<place].count { $0 == "\n" } + 1 }

  private func error(_ problem: String, at start: Int? = nil) -> JSONError {
    let place = start ?? place
    let lineStart = text[..<place].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let column = String(String.UnicodeScalarView(text[lineStart..<place])).count + 1
    return JSONError(line: line(of: place), column: column, problem: problem)
  }
}
