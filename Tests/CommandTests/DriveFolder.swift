import Foundation

/// A folder with real data and models of the shell, which is on every machine.
struct DriveFolder {
  let path: String

  /// Runs `body` with a folder that goes away with it.
  static func with(_ body: (DriveFolder) throws -> Void) throws {
    try Command.withFolder { path in
      let folder = DriveFolder(path: path)
      let rows = (0..<60).map { "\(["red", "blue", "green"][$0 % 7 % 3]),\($0 * 37 % 60).50" }
      try folder.write("colour,size\n" + rows.joined(separator: "\n") + "\n", to: "real.csv")
      try folder.write(Self.bootstrap, to: "bootstrap.sh")
      try folder.write(Self.session, to: "session.sh")
      try body(folder)
    }
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// Rows of the training set, chosen with the seed: `bootstrap.sh train samples seed output`.
  private static let bootstrap = """
    # Park and Miller's generator, whose numbers awk holds exactly.
    tail -n +2 "$1" | awk -v n="$2" -v seed="$3" -v head="$(head -n 1 "$1")" '
      { row[NR] = $0 }
      END {
        x = substr(seed, length(seed) - 7) + 1
        print head
        for (i = 0; i < n; i++) { x = (x * 16807) % 2147483647; print row[1 + x % NR] }
      }' >"$4"

    """

  /// The same in a session.
  private static let session = """
    while read -r line; do
      field() { printf '%s' "$line" | sed "s/.*\\"$1\\":\\"*\\([^,\\"}]*\\).*/\\1/"; }
      sh bootstrap.sh "$(field train)" "$(field samples)" "$(field seed)" "$(field output)"
      echo '{"done": true}'
    done

    """

  static let once = ["sh", "bootstrap.sh", "{train}", "{samples}", "{seed}", "{output}"]

  /// Runs the loop with options and the words of a model.
  func drive(
    _ options: [String] = [], to output: String = "runs", model: [String] = once
  ) throws -> Command.Outcome {
    try Command.run(arguments(options, to: output, model: model), in: path)
  }

  func arguments(
    _ options: [String] = [], to output: String = "runs", model: [String] = once
  ) -> [String] {
    let standard = [
      ("--data", "real.csv"), ("--samples", "8"), ("--generations", "5"), ("--replicates", "2"),
    ].filter { !options.contains($0.0) }.flatMap { [$0.0, $0.1] }
    return ["drive"] + standard + options + ["--output", output, "--"] + model
  }

  /// A model of one line of the shell, whose words are $1 to $4 as those of `bootstrap.sh`.
  static func line(_ text: String) -> [String] {
    ["sh", "-c", text, "sh", "{train}", "{samples}", "{seed}", "{output}"]
  }

  /// The files that must be the same each time.
  func results(of output: String) -> [String: Data] {
    var files: [String: Data] = [:]
    for name in Command.files(in: "\(path)/\(output)")
    where !name.hasPrefix(".") && name != "times.csv" {
      files[name] = FileManager.default.contents(atPath: "\(path)/\(output)/\(name)")
    }
    return files
  }
}
