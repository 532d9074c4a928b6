import Claims
import Foundation
import Testing
import _TestSupport

/// Claims and comparisons.
@Suite(.inTurn(.other)) struct VerdictTests {
  @Test func verifyPrintsVerdictsAndJSON() throws {
    let spent = claimTests.reduce(0) { $0 + $1.falseAlarm } + MartingaleClaim.falseAlarm
    #expect(spent <= FalseAlarmBudget.share(of: "claims of the command") * (1 + 1e-12))
    let text = try Command.run(["verify", "P1", "--scale", "quick", "--checks"])
    #expect(text.code == 0 && text.output.hasPrefix("P1  holds"))
    #expect(text.output.contains("agrees  proof"))
    #expect(
      text.output.hasSuffix("\n1 claim, as on record: 1 holds\n"), "\(text.output.suffix(80))")
    // All claims come out in suites of their own, and through the command wherever figures are made.
    let ids = ["P1", "P5", "P11", "X3"]
    let outcome = try Command.run(
      ["verify"] + ids + ["--json", "--scale", "quick", "--seed", "99"])
    #expect(outcome.code == 0)
    let claims =
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]] ?? []
    #expect(claims.map { $0["id"] as? String } == ids)
    for claim in claims {
      for key in [
        "id", "statement", "reference", "prediction", "measurement", "uncertainty", "verdict",
        "evidence",
      ] {
        #expect(claim[key] != nil)
      }
      #expect(claim["verdict"] as? String == claim["recorded"] as? String)
    }
  }

  @Test func compareNamesTheFirstDifference() throws {
    try Command.withFolder { folder in
      func write(_ text: String, _ name: String) throws {
        let path = "\(folder)/\(name)"
        try FileManager.default.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
      }
      try write("x,y\n1,0.5\n2,nan\n", "a/t.csv")
      try write("x,y\n1,0.5000000001\n2,nan\n", "b/t.csv")
      let close = try Command.run(["compare", folder + "/a", folder + "/b"])
      #expect(close.code == 0 && close.output.contains("0 files agree byte by byte, 1 to"))
      try write("x,y\n1,0.50000001\n2,nan\n", "b/t.csv")
      let far = try Command.run(["compare", folder + "/a", folder + "/b"])
      #expect(far.code == 1 && far.errors.contains("t.csv, line 2, y: 0.5 and 0.50000001"))
      for (a, b) in [("inf", "5"), ("inf", "-inf"), ("nan", "0"), ("inf", "nan")] {
        try write("x,y\n1,\(a)\n", "a/t.csv")
        try write("x,y\n1,\(b)\n", "b/t.csv")
        #expect(try Command.run(["compare", folder + "/a", folder + "/b"]).code == 1)
      }
      try write("x,y\n1,0.5\n2,nan\n", "a/t.csv")
      try write("x,y\n1,0.5\n2,3\n", "b/t.csv")
      #expect(try Command.run(["compare", folder + "/a", folder + "/b"]).code == 1)
      try write("x,y\n1,0.5\n2,nan\n", "b/t.csv")
      try write("more", "b/u.txt")
      #expect(try Command.run(["compare", folder + "/a", folder + "/b"]).code == 1)
      #expect(try Command.run(["compare", folder + "/b", folder + "/a"]).code == 1)
      #expect(try Command.run(["compare", folder + "/nowhere", folder + "/a"]).code == 65)
    }
  }
}
