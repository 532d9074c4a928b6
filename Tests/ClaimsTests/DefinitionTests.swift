import Claims
import Documents
import Foundation
import Simulation
import Testing

@Suite struct DefinitionTests {
  static func edit(_ settings: String...) throws -> Figure1Definition {
    try Figure1.definition(.paper, seed: 5, settings: settings)
  }

  @Test func settingsReachEverySectionOrOne() throws {
    let all = try Self.edit("samples=70")
    #expect(all.a.samples == 70 && all.b.samples == [70] && all.c.samples == [70])
    #expect(all.seed == 5)
    let one = try Self.edit("b.samples=60,80")
    #expect(one.a.samples == 50 && one.b.samples == [60, 80] && one.c.samples == [50, 100])
    let several = try Self.edit("b.replicates=9", "c.starts=0.25", "b.maximumScaledTime=3")
    #expect(several.b.replicates == 9 && several.c.starts == [0.25])
    #expect(several.b.maximumScaledTime == 3)
    #expect(try Self.edit("b.replicates=1e3").b.replicates == 1000)
    #expect(try Self.edit("seed=18446744073709551615").seed == .max)
  }

  @Test(arguments: [
    ("samples=0", "samples", "0"), ("spins=-3", "spins", "-3"),
    ("c.replicates=0", "c.replicates", "0"),
    ("generations=0", "generations", "0"), ("samples=abc", "samples", "abc"),
    ("samples=", "samples", ""),
    ("samples=1.5", "samples", "1.5"), ("c.starts=1.2", "c.starts", "1.2"),
    ("c.starts=nan", "c.starts", "nan"), ("a.start=-1.01", "a.start", "-1.01"),
    ("a.samples=900719925474099", "samples", "20 × 900719925474099"),
    ("a.samples=9223372036854775807", "a.samples", "9223372036854775807"),
    ("a.samples=1,2", "a.samples", "a list of 2 values"), ("nothing=1", "--set", "nothing"),
    ("samples", "--set", "samples"), ("seed=-1", "seed", "-1"),
    ("c.confidence=1", "c.confidence", "1"),
    ("samples=1e19", "samples", "1e+19"), ("seed=1e25", "seed", "1e+25"),
    ("c.starts=inf", "c.starts", "inf"), ("b.spins=1", "", ""),
  ])
  func badSettingsAreOneSentence(setting: String, field: String, value: String) throws {
    if setting == "b.spins=1" {
      // One spin is fine with many samples, not with one.
      #expect(throws: DefinitionError.self) { try Self.edit("b.spins=1", "b.samples=1") }
      return
    }
    let error = #expect(throws: DefinitionError.self) { try Self.edit(setting) }
    let sentence = "\(error!)"
    #expect(sentence.contains(field) && (value.isEmpty || sentence.contains(value)), "\(sentence)")
    #expect(sentence.contains("is not allowed: use "), "\(sentence)")
    #expect(!sentence.contains("\n"))
  }

  @Test func anUnknownNameListsTheKnownOnes() {
    let error = #expect(throws: DefinitionError.self) { try Self.edit("nonsense=1") }
    for name in ["samples", "spins", "replicates", "generations", "b.steps"] {
      #expect("\(error!)".contains(name))
    }
  }
}
