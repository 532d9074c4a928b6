import Foundation

/// Programs that obey the contract of closedloop drive, asked as it asks them.
struct ModelProgram: CustomStringConvertible {
  /// The program's words, without the four that say what is wanted.
  let words: [String]
  /// The training set's text.
  let train: String
  /// Whether it can run here; a test says so and is skipped where it cannot.
  var isThere = true

  var description: String {
    words.map { URL(fileURLWithPath: $0).lastPathComponent }.joined(separator: " ")
  }

  /// The folder of those that come with the package.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples/Models").path

  /// Whether a program ends with 0.
  static func succeeds(_ words: String...) -> Bool {
    (try? run(words, in: NSTemporaryDirectory()))?.code == 0
  }

  /// Runs a program that is found on the PATH, in a folder.
  static func run(
    _ words: [String], in folder: String, input: String = ""
  ) throws -> (code: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    let requests = Pipe()
    process.standardInput = requests
    try process.run()
    // What is asked here fits into a pipe.
    try requests.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try requests.fileHandleForWriting.close()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    let told = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: said, as: UTF8.self),
      String(decoding: told, as: UTF8.self)
    )
  }

  /// What it writes when it is run once.
  func once(samples: Int, seed: Int) throws -> (code: Int32, text: String, errors: String) {
    try Command.withFolder { folder in
      try train.write(toFile: folder + "/train file.csv", atomically: true, encoding: .utf8)
      let outcome = try Self.run(
        words + ["train file.csv", "\(samples)", "\(seed)", "next.csv"], in: folder)
      let text = try? String(contentsOfFile: folder + "/next.csv", encoding: .utf8)
      return (outcome.code, text ?? "", outcome.errors)
    }
  }

  /// What it writes in a session for each seed, and what it answers; the last request names no file.
  func session(samples: Int, seeds: [Int]) throws -> (texts: [String], answers: [String]) {
    try Command.withFolder { folder in
      try train.write(toFile: folder + "/train file.csv", atomically: true, encoding: .utf8)
      let requests = seeds.enumerated().map { place, seed in
        #"{"generation":\#(place + 1),"output":"next \#(place).csv","samples":\#(samples),"seed":\#(seed),"#
          + #""train":"train file.csv"}"#
      }
      let wrong =
        #"{"generation":9,"output":"no.csv","samples":1,"seed":1,"train":"no file.csv"}"#
      let outcome = try Self.run(
        words + ["--session"], in: folder,
        input: (requests + [wrong]).map { $0 + "\n" }.joined())
      let texts = try seeds.indices.map {
        try String(contentsOfFile: "\(folder)/next \($0).csv", encoding: .utf8)
      }
      return (texts, outcome.output.split(separator: "\n").map(String.init))
    }
  }
}
