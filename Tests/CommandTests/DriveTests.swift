import Foundation
import Testing
import _TestSupport

/// The loop with a program as the model.
@Suite(.inTurn(.other)) struct DriveTests {
  @Test func everyGenerationIsRecorded() throws {
    try DriveFolder.with { folder in
      let outcome = try folder.drive(["--policy", "external,count=2", "--keep", "every=2"])
      #expect(outcome.code == 0, "\(outcome)")
      #expect(outcome.output == "runs/generations.csv: 2 of 2 replicates have all 5 generations\n")
      let files = folder.results(of: "runs")
      let kept = [0, 2, 4].flatMap { g in
        [0, 1].map { "training/replicate-\($0)/generation-\(g).csv" }
      }
      let tables = ["checks", "ends", "generations", "truth"].map { "\($0).csv" } + ["drive.json"]
      #expect(Set(files.keys).isSuperset(of: kept + tables))
      #expect(try folder.text("runs/ends.csv").hasSuffix("0,5,complete,\n1,5,complete,\n"))
      #expect(try folder.text("runs/checks.csv").hasSuffix("determinism,the same rows\n"))
      #expect(try folder.text("runs/times.csv").split(separator: "\n").count == 11)
      let training = try folder.text("runs/training/replicate-1/generation-4.csv")
      #expect(training.hasPrefix("colour,size\n") && training.split(separator: "\n").count == 11)
      // Of each training set all rows are counted, and diagnose reads the table of one replicate.
      let counts = try folder.text("runs/generations.csv").split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",") }
      let sums = counts.filter { $0[0] == "1" && $0[1] == "4" && $0[2] == "colour" }
      #expect(sums.reduce(0) { $0 + (Int($1.last!) ?? 0) } == 10)
      // Nothing tells where or when it was made.
      for (name, bytes) in files {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(folder.path), "\(name)")
      }
    }
  }

  @Test(arguments: ["external,count=3", "accumulate", "subsample", "external,impurity=0.5"])
  func resultsDoNotDependOnTheWay(policy: String) throws {
    try DriveFolder.with { folder throws in
      let options = ["--policy", policy, "--keep", "all"]
      #expect(try folder.drive(options, to: "one").code == 0)
      #expect(try folder.drive(options + ["--jobs", "2"], to: "two").code == 0)
      let session = options + ["--session"]
      #expect(try folder.drive(session, to: "three", model: ["sh", "session.sh"]).code == 0)
      // More generations and replicates go on with what is there.
      let few = options + ["--generations", "2", "--replicates", "1"]
      #expect(try folder.drive(few, to: "four").code == 0)
      #expect(try folder.drive(options, to: "four").code == 0)
      let expected = folder.results(of: "one")
      #expect(folder.results(of: "two") == expected && folder.results(of: "four") == expected)
      let other = folder.results(of: "three")
      for (name, bytes) in expected where name != "drive.json" {
        #expect(other[name] == bytes, "\(name)")
      }
    }
  }

  /// A new number keeps the text with which it came first, and a line what stands at its end, if a run goes on between.
  @Test(arguments: [
    (
      ["--data", "numbers.csv"],
      "echo n; for i in 1 2 3 4 5 6 7 8; do [ $2 -gt 2 ] && echo 7 || echo 7.0; done"
    ),
    (["--data", "lines.txt", "--lines"], #"printf 'or\r\r\n%.0s' 1 2 3 4 5 6 7 8"#),
  ]) func whatIsNewStays(options: [String], model: String) throws {
    try DriveFolder.with { folder in
      let lines = String(repeating: "0\n1\n2\n", count: 20)
      try folder.write(lines, to: "lines.txt")
      try folder.write("n\n" + lines, to: "numbers.csv")
      let model = ["sh", "-c", "(\(model)) >$1", "sh", "{output}", "{generation}", "{train}"]
      let all = options + ["--keep", "all"]
      #expect(try folder.drive(all, to: "whole", model: model).code == 0)
      for generations in ["3", "5"] {
        let part = all + ["--generations", generations]
        #expect(try folder.drive(part, model: model).code == 0)
      }
      #expect(folder.results(of: "runs") == folder.results(of: "whole"))
    }
  }

  @Test func aDefinitionIsAFile() throws {
    try DriveFolder.with { folder in
      #expect(try folder.drive().code == 0)
      let again = ["drive", "runs/drive.json", "--output", "again"]
      #expect(try Command.run(again, in: folder.path).code == 0)
      #expect(folder.results(of: "again") == folder.results(of: "runs"))
      try folder.write("exit 3\n", to: "bootstrap.sh")
      let changed = try Command.run(again, in: folder.path)
      #expect(changed.code == 65 && changed.errors.contains("bootstrap.sh has changed"))
      let other = try folder.drive()
      #expect(other.code == 65 && other.errors.contains("of other files (bootstrap.sh)"))
      let seed = try folder.drive(["--seed", "4", "--fresh"], model: DriveFolder.line("cp $1 $4"))
      #expect(seed.code == 1, "\(seed)")
      #expect(try !folder.text("runs/generations.csv").contains("\n0,1,"))
    }
  }

  @Test func linesArePoints() throws {
    try DriveFolder.with { folder in
      try folder.write("to be\nor, not\nto be\n\"that\n", to: "text.txt")
      let model = DriveFolder.line(#"sed -n '$p' "$1" >"$4""#)
      let options = ["--data", "text.txt", "--lines", "--samples", "1", "--keep", "all"]
      let outcome = try folder.drive(options, model: model)
      #expect(outcome.code == 0, "\(outcome)")
      #expect(try folder.text("runs/training/replicate-0/generation-5.txt") == "\"that\n")
      #expect(
        try folder.text("runs/generations.csv").hasSuffix("1,5,line,categories,\"\"\"that\",1\n"))
    }
  }

  @Test func columnsMayStandInAnyOrder() throws {
    try DriveFolder.with { folder in
      let model = DriveFolder.line(#"sed -n 's/\([^,]*\),\(.*\)/\2,\1/p' "$1" | head -n 9 >"$4""#)
      let outcome = try folder.drive(["--keep", "all"], model: model)
      #expect(outcome.code == 0, "\(outcome)")
      let last = try folder.text("runs/training/replicate-0/generation-5.csv")
      let real = try folder.text("real.csv").split(separator: "\n").prefix(9)
      #expect(last == real.joined(separator: "\n") + "\n")
    }
  }

  @Test func aModelThatIsNotDeterministicIsFoundOut() throws {
    try DriveFolder.with { folder in
      let model = DriveFolder.line(
        #"echo x >>count; n=$(wc -l <count); (head -n 1 $1; tail -n +$((2 + n)) $1 | head -n 8) >$4"#
      )
      let options = ["--policy", "accumulate", "--generations", "3"]
      let outcome = try folder.drive(options, model: model)
      #expect(outcome.code == 0 && outcome.errors.contains("is not deterministic"), "\(outcome)")
      #expect(try folder.text("runs/checks.csv").hasSuffix("other rows\n"))
    }
  }

  /// A program that goes on with what it was asked before is found out, since another one is asked the same.
  @Test func aSessionThatRemembersIsFoundOut() throws {
    try DriveFolder.with { folder in
      try folder.write(
        try folder.text("session.sh").replacing(#""$(field seed)""#, with: "$((n += 1))"),
        to: "session.sh")
      let outcome = try folder.drive(["--session"], model: ["sh", "session.sh"])
      #expect(outcome.code == 0 && outcome.errors.contains("is not deterministic"), "\(outcome)")
    }
  }

  @Test func replicatesAreDiagnosed() throws {
    try DriveFolder.with { folder in
      let outcome = try folder.drive(["--generations", "12", "--diagnose"])
      #expect(outcome.code == 0 && outcome.output.contains("\nreplicate 1: "), "\(outcome)")
      #expect(try folder.text("runs/diagnosis.csv").hasPrefix("replicate,column,kind,"))
    }
  }
}
