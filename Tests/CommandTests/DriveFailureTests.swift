import Foundation
import Testing
import _TestSupport

/// Models that do not do what they are asked for: a sentence, and no more is lost than their replicate.
@Suite(.inTurn(.other)) struct DriveFailureTests {
  /// A model, and what is said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let model: String
    let sentence: String
    var options: [String] = []
    var testDescription: String { model }

    init(_ model: String, _ sentence: String, _ options: [String] = []) {
      (self.model, self.sentence, self.options) = (model, sentence, options)
    }
  }

  static let once = [
    Case("exit 3", "ended with exit code 3: use exit code 0"),
    Case("echo one >&2; echo two >&2; exit 1", "its last words: one | two"),
    Case("kill -9 $$", "ended by signal 9"),
    Case(":", "wrote nothing: use {output}, the file for 8 rows"),
    Case(": >$4", "wrote an empty file: use a header and 8 rows"),
    Case("head -n 1 $1 >$4", "wrote 0 of 8 rows"),
    Case("head -n 8 $1 >$4", "wrote 7 of 8 rows"),
    Case("head -n 10 $1 >$4", "wrote more than 8 rows"),
    Case("(echo colour,length; tail -n +2 $1) >$4", "use those of the real data, colour, size"),
    Case("(echo colour; tail -n +2 $1 | cut -d , -f 1) >$4", "its output are colour: use"),
    Case("head -n 9 $1 | sed 's/,[0-9.]*$/,NaN/' >$4", "size = NaN in line 2"),
    Case(
      "head -n 9 $1 | sed 's/,[0-9.]*$/,-inf/' >$4", "use a finite number, as the real data have"),
    Case("head -n 9 $1 | sed 's/,[0-9.]*$/,big/' >$4", "size = big in line 2"),
    Case("head -n 9 $1 | sed 's/,[0-9.]*$/,/' >$4", "size in line 2 of its output is empty"),
    Case("head -n 9 $1 | sed 's/$/,1/' >$4", "its output are colour, size, 1: use"),
    Case("head -n 9 $1 | sed '3s/$/,1/' >$4", "line 3: 2 cells were expected"),
    Case("head -n 9 $1 | sed '9s/^/\"/' >$4", "its output cannot be read, line 9"),
    Case("exec yes >$4", "far more than 8 rows need"),
    Case("mkdir $4", "use a plain file"), Case("mkfifo $4", "use a plain file"),
    Case("ln -s /dev/zero $4", "use a plain file"),
    Case("sleep 600 & sleep 600", "the time limit of 0.2 s", ["--limit", "0.2"]),
  ]

  @Test(arguments: once) func aModelThatFailsIsToldOf(_ given: Case) throws {
    try DriveFolder.with { folder in
      let outcome = try folder.drive(given.options, model: DriveFolder.line(given.model))
      #expect(outcome.code == 1 && outcome.errors.contains(given.sentence), "\(outcome)")
      #expect(outcome.errors.contains("replicate 0 ends before generation 1: "), "\(outcome)")
      #expect(outcome.errors.contains("2 of 2 replicates ended before the last generation"))
      let ends = try folder.text("runs/ends.csv")
      #expect(ends.contains("\n0,0,ended,") && ends.contains("\n1,0,ended,"), "\(ends)")
      #expect(!ends.contains(folder.path) && !ends.contains("one | two"))
    }
  }

  static let session = [
    Case("while read -r x; do echo Epoch 1; done", "answered Epoch 1, which is no JSON object"),
    Case("while read -r x; do echo '{}'; done", "answered {}: use"),
    Case(#"while read -r x; do echo '{"error": "singular"}'; done"#, "answered that singular"),
    Case(
      #"while read -r x; do printf '{"done": true}\nmore\n'; done"#,
      "printed more than one line for an answer"),
    Case(#"while read -r x; do echo '{"done": true}'; done"#, "wrote nothing"),
    Case(
      "read -r x; echo dying >&2; exit 7", "exit code 7 before it answered; its last words: dying"),
    Case("exit 0", "ended with exit code 0"),
    Case("yes | tr -d '\\n'", "printed a line of more than 65536 bytes"),
    Case("sleep 600", "the time limit of 0.2 s", ["--limit", "0.2"]),
    Case("exec >&-; sleep 600", "the time limit of 0.2 s", ["--limit", "0.2"]),
  ]

  @Test(arguments: session) func aSessionThatFailsIsToldOf(_ given: Case) throws {
    try DriveFolder.with { folder in
      let outcome = try folder.drive(
        ["--session"] + given.options, model: ["sh", "-c", given.model])
      #expect(outcome.code == 1 && outcome.errors.contains(given.sentence), "\(outcome)")
    }
  }

  /// Others go on: a model that dies in generation 3 of one replicate ends that alone, and later it goes on there.
  @Test func oneReplicateEndsAlone() throws {
    try DriveFolder.with { folder in
      #expect(try folder.drive(["--replicates", "3"], to: "whole").code == 0)
      try folder.write(
        "case $4 in *replicate-1/output-3.csv) [ ! -e broken ] || exit 5 ;; esac\n"
          + (try folder.text("bootstrap.sh")), to: "bootstrap.sh")
      try folder.write("", to: "broken")
      let outcome = try folder.drive(["--replicates", "3", "--jobs", "2"])
      #expect(outcome.code == 1, "\(outcome)")
      #expect(
        outcome.errors.contains("replicate 1 ends before generation 3: ended with exit code 5"))
      #expect(outcome.errors.contains("1 of 3 replicates ended"))
      #expect(
        try folder.text("runs/ends.csv").contains("0,5,complete,\n1,2,ended,\"ended") == false)
      #expect(try folder.text("runs/ends.csv").contains("0,5,complete,\n1,2,ended,ended with exit"))
      try FileManager.default.removeItem(atPath: "\(folder.path)/broken")
      #expect(try folder.drive(["--replicates", "3"]).code == 0)
      let (whole, runs) = (folder.results(of: "whole"), folder.results(of: "runs"))
      #expect(runs["generations.csv"] == whole["generations.csv"])
    }
  }

  @Test func programsThatAreNotThereAreToldOfFirst() throws {
    try DriveFolder.with { folder in
      for (program, sentence) in [
        ("no-such-program", "the program no-such-program is not found"),
        ("./nothing", "there is no program ./nothing"), ("./real.csv", "may not be run"),
        ("./", "./ is a folder"),
      ] {
        let outcome = try folder.drive(model: [program, "{train}", "{output}"])
        #expect(outcome.code == 69 && outcome.errors.contains(sentence), "\(outcome)")
        #expect(outcome.errors.count { $0 == "\n" } == 1)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/runs"))
      }
    }
  }

  @Test func realDataThatAreUsedUpEndTheReplicate() throws {
    try DriveFolder.with { folder in
      let outcome = try folder.drive(["--policy", "external,count=25"])
      #expect(
        outcome.code == 1 && outcome.errors.contains("10 rows are left, and 25"), "\(outcome)")
      #expect(outcome.errors.hasPrefix("note: the real data last for 2 of 5 generations"))
      #expect(try folder.text("runs/ends.csv").contains("1,2,ended,\"the real data are used up"))
    }
  }

  @Test func wrongDefinitionsAreRefused() throws {
    try DriveFolder.with { folder in
      for (options, sentence) in [
        (["--policy", "weights"], "a program gives samples only"),
        (["--data", "nowhere.csv"], "nowhere.csv"), (["--generations", "-1"], "generations = -1"),
        (["--keep", "every=x"], "keep.every"), (["--jobs", "0"], "--jobs 0 is not allowed"),
      ] {
        let outcome = try folder.drive(options)
        #expect([64, 65].contains(outcome.code) && outcome.errors.contains(sentence), "\(outcome)")
      }
      let none = try Command.run(["drive", "--data", "real.csv", "--output", "a"], in: folder.path)
      #expect(none.code == 64 && none.errors.contains("a program and its words"), "\(none)")
    }
  }
}
