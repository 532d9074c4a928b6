import Documents
import Testing

/// What users write is read strictly, and every complaint names field, value and what is allowed.
@Suite struct FieldsTests {
  private static func read(_ json: String, _ body: (inout Fields) throws -> Void) -> String {
    do {
      var fields = try Fields(json: json)
      try body(&fields)
      try fields.finish()
      return "read"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    (#"{"n": 3}"#, "read"), (#"{"n": 3.0}"#, "read"), (#"{}"#, "n = nothing"),
    (#"{"n": 3.5}"#, "n = 3.5"), (#"{"n": -1}"#, "n = -1"), (#"{"n": 11}"#, "n = 11"),
    (#"{"n": "3"}"#, #"n = "3""#), (#"{"n": [3]}"#, "n = [3]"), (#"{"n": true}"#, "n = true"),
    (#"{"n": 1e400}"#, "line 1, column 7: 1e400 is beyond double precision"),
    (#"{"n": 99999999999999999999}"#, "n = 1e+20"),
    (#"{"n": 3, "m": 1}"#, "m = 1 is not allowed: use one of the fields n"),
    (#"{"n": NaN}"#, "line 1, column 7: NaN is no value"), ("", "the text is empty"),
    ("[1]", "a JSON object"), (#"{"n": 3"#, "a comma or }"), (#"{"n": null}"#, "n = nothing"),
  ])
  func wholeNumbers(json: String, complaint: String) {
    let found = Self.read(json) { _ = try $0.integer("n", in: 0...10) }
    #expect(found.contains(complaint), "\(found)")
  }

  @Test(arguments: [
    (#"{"x": [1, 2]}"#, "read"), (#"{"x": [1]}"#, "a list of 2"), (#"{"x": 1}"#, "x = 1"),
    (#"{"x": [1, -2]}"#, "x = -2"), (#"{"x": [1, "a"]}"#, #"x = "a""#),
  ])
  func lists(json: String, complaint: String) {
    let found = Self.read(json) { _ = try $0.numbers("x", count: 2...2, in: 0...10) }
    #expect(found.contains(complaint), "\(found)")
  }

  /// Words are known in capital letters and by other names, and others are answered by the nearest one.
  @Test(arguments: [
    ("ml", "read ml"), ("ML", "read ml"), ("mle", "read ml"), ("mpa", "did you mean map?"),
    ("bayes", "did you mean a draw?"),
    ("something", #"k = "something" is not allowed: use one of ml, map"#),
  ])
  func wordsAreRecognised(given: String, answer: String) {
    var word = ""
    let found = Self.read(#"{"k": "\#(given)"}"#) {
      word = try $0.word("k", from: ["ml", "map"], others: ["mle": "ml", "bayes": "a draw"])
    }
    #expect("\(found) \(word)".contains(answer), "\(found)")
  }

  /// Fields that were looked for are allowed, whether they were there or not.
  @Test func unknownFieldsAreAnsweredByAllThatMightBeThere() {
    let found = Self.read(#"{"x": {"probabilty": 0.3}}"#) {
      var x = try #require(try $0.object("x"))
      _ = x.has("natural") || x.has("probability")
      try x.finish()
    }
    #expect(
      found == "x.probabilty = 0.3 is not allowed: use one of the fields natural, probability;"
        + " did you mean probability?")
    let word = Self.read(#"{"x": "0.3"}"#) {
      var x = try #require(try $0.object("x"))
      _ = x.has("probability")
      try x.finish()
    }
    #expect(word == #"x = "0.3" is not allowed: use name=value with one of the fields probability"#)
  }

  @Test func shortFormsAreObjectsInsideDocuments() throws {
    var fields = try Fields(json: #"{"record": "every=1", "policy": "external,count=2"}"#)
    var record = try #require(try fields.object("record"))
    #expect(try record.integer("every", in: 0...9) == 1)
    var policy = try #require(try fields.object("policy"))
    #expect(try policy.word("kind", from: ["external"]) == "external")
    #expect(try policy.integer("count", in: 0...9) == 2)
  }

  @Test func innerObjectsHaveTheirPath() {
    let found = Self.read(#"{"policy": {"kind": "external", "count": -1}}"#) {
      var policy = try #require(try $0.object("policy"))
      _ = try policy.word("kind", from: ["external"])
      _ = try policy.integer("count", in: 0...9)
    }
    #expect(found == "policy.count = -1 is not allowed: use a whole number from 0 to 9")
  }

  @Test func shortFormsSpellObjects() throws {
    let long = """
      {"kind": "external", "count": 1, "from": {"mean": [0.2, 0.3], "a": {"b": "c"}}, "x": true}
      """
    var expected = try Fields(json: long)
    let short = try ShortForm.parse(
      "external,count=1,from.mean=0.2:0.3,from.a.b=c,x=true", field: "--policy")
    var found = try Fields(short, path: "policy")
    #expect(try expected.text("kind") == found.text("kind"))
    #expect(try expected.integer("count", in: 0...9) == found.integer("count", in: 0...9))
    #expect(try expected.flag("x", standard: false) == found.flag("x", standard: false))
    var (a, b) = (try #require(try expected.object("from")), try #require(try found.object("from")))
    let two = 2...2
    #expect(
      try a.numbers("mean", count: two, in: .finite) == b.numbers("mean", count: two, in: .finite))
  }

  @Test(arguments: ["", "a,b", "a,x", "a,=1", "a,x=1,x=2", "a,x=1,x.y=2", "a,.x=1", "a,x.=1"])
  func otherFormsAreRefused(text: String) {
    #expect(throws: DefinitionError.self) { try ShortForm.parse(text, field: "--policy") }
  }
}
