import Testing

import Documents

/// One function finds the word that was meant, for everything that has a name.
@Suite struct WordsTests {
  static let commands = ["list", "run", "plot", "simulate", "sweep", "merge", "map", "definition"]

  @Test(arguments: [
    ("simulat", "simulate"), ("simualte", "simulate"), ("Simulate", "simulate"), ("swep", "sweep"),
    ("rnu", "run"), ("mapp", "map"), ("def", "definition"), ("lsit", "list"),
  ])
  func theNearestWordIsFound(given: String, meant: String) {
    #expect(Words.nearest(to: given, in: Self.commands) == meant)
  }

  @Test(arguments: [
    "", "xyz", "nonsense", "m", "simulate the loop", String(repeating: "a", count: 10_000),
  ])
  func nothingIsNearWhatIsFar(given: String) {
    #expect(Words.nearest(to: given, in: Self.commands) == nil)
  }

  /// Damerau and Levenshtein's distances, counted by hand.
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("abc", "ca", 3), ("kitten", "sitting", 3),
    ("zipf", "zip", 1), ("probabilty", "probability", 1), ("acumulate", "accumulate", 1),
  ])
  func distances(a: String, b: String, distance: Int) {
    #expect(Words.distance(Array(a), Array(b)) == distance)
    #expect(Words.distance(Array(b), Array(a)) == distance)
  }

  @Test func choicesAreOneSentence() {
    #expect(Words.choice(of: ["a", "b"], for: "") == "one of a, b")
    #expect(Words.choice(of: ["map", "run"], for: "rum") == "one of map, run; did you mean run?")
    #expect(
      Words.choice(of: ["map"], for: "Mode", others: ["mode": "map"]) == "map; did you mean map?")
    #expect(
      Words.choice(of: ["gaussian"], for: "norml", others: ["normal": "gaussian"])
        == "gaussian; did you mean gaussian?")
    #expect(Words.match("P3", in: ["p3", "P3"]) == "P3")
    #expect(Words.match("FIG1", in: ["fig1"]) == "fig1" && Words.match("fig", in: ["fig1"]) == nil)
  }
}
