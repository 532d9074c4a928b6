import Claims
import Documents
import Foundation
import Simulation
import Testing

/// What is said of fields where they are declared is all that their definitions are read, written and listed by.
@Suite struct FieldTests {
  struct Inner: FieldGroup {
    let family = "one"
    @Field("A list.", in: 0...1) var list = [0.5, 1]
  }

  struct Outer: FieldGroup {
    @Field("A seed.") var seed: UInt64 = 7
    @Field("A number.", in: 1...9, because: "ten are too many") var number = 3
    var inner = Inner()
  }

  private static func read(_ json: String) -> String {
    do {
      let outer = Outer()
      var fields = try Fields(json: json)
      try outer.read(&fields)
      return outer.document.json.filter { !$0.isWhitespace }
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("{}", #"{"inner":{"family":"one","list":[0.5,1]},"number":3,"seed":7}"#),
    (
      #"{"inner": "list=0.25", "number": 9, "seed": 18446744073709551615}"#,
      #"{"inner":{"family":"one","list":[0.25]},"number":9,"seed":18446744073709551615}"#
    ),
    (#"{"number": 10}"#, "number = 10 is not allowed: use a whole number from 1 to 9, because ten"),
    (#"{"number": 1.5}"#, "number = 1.5"), (#"{"number": [3]}"#, "number = [3]"),
    (#"{"seed": -1}"#, "seed = -1 is not allowed: use a whole number from 0 to 2^64 - 1"),
    (#"{"inner": {"list": []}}"#, "inner.list = an empty list is not allowed: use at least one"),
    (#"{"inner": {"list": [0, 2]}}"#, "inner.list = 2 is not allowed: use a number from 0 to 1"),
    (#"{"inner": {"list": "a"}}"#, #"inner.list = "a""#),
    (#"{"inner": {"lisst": 1}}"#, "did you mean list?"), (#"{"inner": 3}"#, "inner = 3"),
    (#"{"inner": {"family": "two"}}"#, #"use "one", the only one here"#),
  ])
  func documentsAreReadStrictly(json: String, answer: String) {
    #expect(Self.read(json).contains(answer), "\(Self.read(json))")
  }

  @Test func copiesAreValues() {
    let first = Outer()
    var second = first
    second.number = 4
    second.inner.list = [0]
    #expect(first.number == 3 && first.inner.list == [0.5, 1])
    #expect(second != first && second.number == 4)
  }

  @Test func linesSayWhatIsDeclared() {
    let lines = Outer().lines
    #expect(lines.map(\.path) == ["seed", "number", "inner.list"])
    #expect(lines.map(\.allowed) == ["0 to 2^64 - 1", "1 to 9", "0 to 1"])
    #expect(lines[1].doc == "A number." && lines[1].standard == .integer(3) && lines[2].isList)
  }

  /// Numbers are read as they were written, and written as they were read.
  @Test(arguments: [0.1, 2, -0.0, 1e15, 9e15, 1e16, 1e300, 1e-300])
  func numbersKeepTheirDigits(value: Double) throws {
    let document = JSONValue.object(["x": value.json])
    let plain = try JSONEncoder().encode(["x": value])
    #expect(document.text == String(decoding: plain, as: UTF8.self))
    #expect(Double(try JSONValue(json: value.json.text)) == value)
  }

  /// Results of sweeps are found under what is written in definitions.
  @Test(arguments: allExperiments.map { $0.id })
  func builtInDefinitionsAreWrittenAsEver(id: String) throws {
    func json<E: Experiment>(_ type: E.Type, _ scale: Scale) -> String {
      type.definition(scale).json
    }
    let experiment = allExperiments.first { $0.id == id }!
    #expect(fingerprint(json(experiment, .quick)) == Self.quick[id])
    let figures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("figures")
    let files = ["data", "beyond/data"].map {
      figures.appendingPathComponent("\($0)/\(id).json").path
    }
    let file = try #require(files.first { FileManager.default.fileExists(atPath: $0) })
    #expect(try String(contentsOfFile: file, encoding: .utf8) == json(experiment, .paper))
  }

  private static let quick = [
    "accumulate": "4d7a0f22e02c70b5",
    "blur": "498fc6c08765220a",
    "coordinates": "7b60902f0ca05cf7",
    "digits-machine": "f103a838e8fbde19",
    "digits-network": "44932d4897284a4e",
    "dose": "15725fd264ae02de",
    "entropy": "089410d5fc2096e1",
    "equation-of-motion": "fc32ff4c6350a1aa",
    "errors": "3e753a555ccf127a",
    "families": "35fc64dde531601c",
    "fig1": "e63c21a1a55eeacf",
    "fig2": "3fb20f35fbdba6d3",
    "fig3": "f256df5f272fb0fc",
    "fixed-anchor": "e5d9ad0e2881c641",
    "infinite-synthetic": "e5b1e53b5c52a2cb",
    "libraries": "a8409e208c929945",
    "machines": "77f1884cb778ac14",
    "rem": "0337909f8e45e6f6",
    "remedies": "d0866afff9c49aeb",
    "tails": "897d29645d83434d",
    "weights": "5364bf19354529b8",
  ]
}
