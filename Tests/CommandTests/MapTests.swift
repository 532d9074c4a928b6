import Documents
import Foundation
import Testing
import _TestSupport

/// Maps of sweeps.
@Suite struct MapTests {
  @Test func mapsAreDrawnWholeOrNotAtAll() throws {
    try SweptPlan.withPlan { folder, plan in
      try Command.run(["sweep", plan, "--output", folder + "/a"])
      let table = folder + "/a/sweep.csv"
      let all = ["--y", "truth.rate", "--value", "entropy_mean", "--panels", "policy"]
      for (options, code, words) in [
        (["--y", "truth.rate", "--value", "entropy_mean"], 65, "several cells have samples = 2"),
        (
          ["--y", "truth", "--value", "entropy_mean"], 65,
          "there is no column truth: use one of cell"
        ),
        (all + ["--boundary", "absorbed"], 64, "--boundary absorbed"),
        (all + ["--boundary", "absorbed=x"], 64, "--boundary absorbed=x"),
        (all + ["--range", "1:0"], 64, "--range 1:0"), (all + ["--label", "x"], 64, "--label x"),
        (all + ["--name", "a/b"], 64, "--name a/b"),
      ] {
        let outcome = try Command.run(
          ["map", table, "--output", folder + "/maps", "--x", "samples"] + options)
        #expect(outcome.code == code && outcome.errors.contains(words), "\(outcome)")
        #expect(outcome.errors.count { $0 == "\n" } == 1, "\(outcome.errors)")
      }
      let missing = try Command.run(
        ["map", table, "--output", folder + "/maps", "--x", "samples"] + all, path: folder)
      #expect(missing.code == 69)
      #expect(!FileManager.default.fileExists(atPath: folder + "/maps"))
      let drawn = try Command.run(
        ["map", table, "--output", folder + "/maps", "--x", "samples", "--name", "phases"] + all
          + ["--boundary", "absorbed=0.5", "--range", "-1:2", "--label", "samples=it's 100 % M"])
      #expect(drawn.code == 0, "\(drawn)")
      #expect(
        Command.files(in: folder + "/maps")
          == ["data", "data/phases.csv", "phases.gp", "phases.svg"])
    }
  }
}
