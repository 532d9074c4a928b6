import Documents
import Foundation
import Testing

/// JSON is read as the standard says, no key twice, and every complaint has its place.
@Suite struct JSONTests {
  @Test(arguments: [
    ("{\"a\": 1,\n  \"a\": 2}", 2, 3, "the key \"a\" is in line 1, too"),
    ("{\"a\": {\"b\": 1,\n\"c\": 2,\n \"\\u0062\": 1}}", 3, 2, "the key \"b\" is in line 1, too"),
    ("[{\"é\": 1, \"é\": 1}]", 1, 11, "the key \"é\""),
    ("{\"a\": 1,}", 1, 9, "} stands where a key"), ("{\"a\" 1}", 1, 6, "a colon is needed"),
    ("{a: 1}", 1, 2, "a key in double quotes"), ("[1 2]", 1, 4, "a comma or ]"),
    ("[1,]", 1, 4, "] stands where a value"), ("[01]", 1, 2, "01 is no number"),
    ("[1.]", 1, 2, "1. is no number"), ("[+1]", 1, 2, "+ stands"), ("[-]", 1, 2, "- is no number"),
    ("[tru]", 1, 2, "tru is no value"), ("\n\n 'a'", 3, 2, "' stands"),
    ("[\"a\n\"]", 1, 2, "not closed"), ("[\"\\x\"]", 1, 3, "backslash"),
    ("[\"\\ud800\"]", 1, 3, "half a character"), ("{} {}", 1, 4, "follows the end"),
    ("", 1, 1, "empty"), ("  \n", 2, 1, "empty"), ("[", 1, 2, "a value is missing"),
  ])
  func mistakesHaveTheirPlace(text: String, line: Int, column: Int, problem: String) {
    let error = #expect(throws: JSONError.self) { try JSONValue(json: text) }
    #expect(error?.line == line && error?.column == column, "\(error!)")
    #expect(error?.description.contains(problem) == true, "\(error!)")
    #expect(error?.description.hasPrefix("line \(line), column \(column): ") == true)
  }

  @Test func depthIsBounded() throws {
    let deep = { (n: Int) in String(repeating: "[", count: n) + String(repeating: "]", count: n) }
    #expect(throws: Never.self) { try JSONValue(json: deep(200)) }
    #expect(throws: JSONError.self) { try JSONValue(json: deep(201)) }
    #expect(throws: JSONError.self) { try JSONValue(json: String(repeating: "[", count: 100_000)) }
  }

  /// What is valid is read as Foundation's decoder reads it.
  @Test(arguments: [
    "{}", "[]", "null", "\u{FEFF}[true, false, null]",
    "[1, -1, 0, -0, 3.0, 1e3, 2.5, -1.5e-7, 1E+2]",
    "[9223372036854775807, 9223372036854775808, 18446744073709551615, 18446744073709551616]",
    "[1e18, 1e300, 123456789012345678901234567890]",
    #"["", "a\"b\\c\/d\b\f\n\r\t", "é\u00e9\ud83d\ude00😀"]"#,
    #"{"a": {"b": [1, {"c": []}]}, " ": "x", "é": 2}"#,
  ])
  func validTextIsReadAsFoundationReadsIt(text: String) throws {
    let plain = text.unicodeScalars.filter { $0 != "\u{FEFF}" }
    let expected = try JSONDecoder().decode(
      JSONValue.self, from: Data(String(String.UnicodeScalarView(plain)).utf8))
    #expect(try JSONValue(json: text) == expected)
  }
}

extension JSONValue: Decodable {
  /// Any document.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(UInt64.self) {
      self = .unsigned(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }
}
