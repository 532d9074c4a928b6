import Documents
import Driving
import Testing

/// Definitions are read strictly, and what is wrong is told with what is allowed.
@Suite struct DrivenDefinitionTests {
  private static func complaint(_ fields: [String: JSONValue]) throws -> String {
    try DrivenExample.with { example in
      do {
        _ = try example.definition(fields)
        return ""
      } catch {
        return "\(error)"
      }
    }
  }

  @Test func standardValuesAreWritten() throws {
    try DrivenExample.with { example in
      let definition = try example.definition()
      #expect(definition.samples == 6 && definition.start == nil && definition.policy.external == 0)
      guard case .object(let object) = definition.document else { return }
      #expect(object["samples"] == .integer(6))
      #expect(object["policy"] == .object(["kind": .string("replace")]))
      // What was written is read again.
      #expect(try DrivenDefinition(definition.document).document == definition.document)
    }
  }

  @Test(arguments: [
    ("external,count=2", 2, false), ("external,source=fixed,count=3", 3, true),
    ("external,fraction=0.25", 2, false), ("real", 1, false), ("accumulate,count=1", 1, false),
  ])
  func policiesHaveTheWordsOfSimulate(words: String, count: Int, isFixed: Bool) throws {
    try DrivenExample.with { example in
      let policy = try example.definition(["policy": .string(words)]).policy
      #expect(policy.external == count && policy.isFixed == isFixed)
    }
  }

  @Test(arguments: [
    ("policy", "weights,tilt=1", "weights need a density"),
    ("policy", "extrenal", "did you mean external?"),
    ("policy", "external,count=7", "at most 6, as many rows as the real data have"),
    ("policy", "external,fraction=0.01", "the nearest being"),
    ("policy", "external,from.mean=2", "external rows come from the real data"),
    ("policy", "external,count=1,fraction=0.5", "one of the two"),
    ("policy", "replace,count=1", "count = 1 is not allowed"),
    ("start", "sample=7", "from 1 to 6"),
    ("start", "smaple=2", "did you mean sample?"), ("keep", "every=0", "from 1 to"),
    ("keep", "some", "none, or all, or"),
  ])
  func wrongWordsAreRefused(field: String, words: String, sentence: String) throws {
    let complaint = try Self.complaint([field: .string(words)])
    #expect(complaint.contains(sentence), "\(complaint)")
  }

  @Test func wrongCommandsAreRefused() throws {
    func command(_ words: [String]) -> [String: JSONValue] {
      ["command": .array(words.map { .string($0) })]
    }
    #expect(try Self.complaint(command([])).contains("a program and its words"))
    #expect(try Self.complaint(command(["fit", "{train}"])).contains("words without {output}"))
    var session = command(["fit", "{train}"])
    session["session"] = .bool(true)
    #expect(try Self.complaint(session).contains("requests are lines of JSON"))
    #expect(try Self.complaint(["samplse": .integer(1)]).contains("did you mean samples?"))
    #expect(try Self.complaint(["data": .string("nowhere.csv")]).contains("nowhere.csv"))
  }

  @Test func changedFilesAreNoticed() throws {
    try DrivenExample.with { example in
      let document = try example.definition().document
      try example.write("x,y\n1,a\n2,b\n", to: "real.csv")
      #expect(throws: SourceChecksums.Changed.self) { try DrivenDefinition(document) }
    }
  }
}
