import Foundation
import Testing
import _TestSupport

/// Standard output and error that are closed, full, or read by nobody: what can be said is said, and nothing
/// crashes.
@Suite(.inTurn(.other)) struct OutputTests {
  private static let simulate =
    "simulate --family poisson --samples 5 --generations 4 --replicates 3"

  private static let commands: [(line: String, code: Int32)] = [
    ("--help", 0), ("--version", 0), ("simulate --help", 0), ("list", 0), ("definition", 0),
    ("definition collapse", 0), ("explain P1", 0), (simulate, 0),
    ("\(simulate) --plot terminal", 0),
    ("simulate --wrong", 64), ("simulat", 64), ("verify P99", 64),
    ("", 0),
  ]

  /// What a shell says of a command line in which `CLOSEDLOOP` stands for the command; descriptor 9 is a pipe that
  /// nobody reads.
  private static func shell(_ line: String) throws -> (code: Int32, output: String) {
    let (output, unread) = (Pipe(), Pipe())
    try unread.fileHandleForReading.close()
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    let command = line.replacing("CLOSEDLOOP", with: "'\(Command.executable.path)'")
    // Standard input is the one descriptor that is handed over as it is.
    shell.arguments = ["-c", "exec 9>&0 0</dev/null; \(command)"]
    shell.standardInput = unread.fileHandleForWriting
    (shell.standardOutput, shell.standardError) = (output, output)
    try shell.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    shell.waitUntilExit()
    return (shell.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  /// Notes are worth no result: without a standard error all comes out as it would.
  @Test(arguments: commands.indices)
  func errorsNobodyCanRead(index: Int) throws {
    let (line, code) = Self.commands[index]
    let usual = try Self.shell("CLOSEDLOOP \(line) 2>/dev/null")
    #expect(usual.code == code, "\(line): \(usual)")
    for place in ["2>/dev/full", "2>&-", "2>&9"] {
      let outcome = try Self.shell("CLOSEDLOOP \(line) \(place)")
      #expect(outcome.code == code, "\(line) \(place): \(outcome)")
      #expect(outcome.output == usual.output, "\(line) \(place): \(outcome)")
    }
  }

  /// Results that cannot be written are no success; a mistake is told as ever.
  @Test(arguments: commands.indices)
  func resultsThatCannotBeWritten(index: Int) throws {
    let (line, code) = Self.commands[index]
    for (place, reason) in [
      (">/dev/full", "No space left on device"), (">&-", "Bad file descriptor"),
    ] {
      let outcome = try Self.shell("CLOSEDLOOP \(line) 2>&1 \(place)")
      #expect(outcome.code == (code == 0 ? 73 : code), "\(line) \(place): \(outcome)")
      #expect(outcome.output.contains("closedloop: "), "\(line) \(place): \(outcome)")
      if code == 0 {
        #expect(outcome.output.contains("cannot write to standard output: \(reason)"))
      }
    }
    #expect(try Self.shell("CLOSEDLOOP \(line) >&- 2>&-").code == (code == 0 ? 73 : code))
  }

  /// As any program that a closed pipe stops, and without a word.
  @Test(arguments: commands.indices)
  func pipesThatNobodyReads(index: Int) throws {
    let (line, code) = Self.commands[index]
    let outcome = try Self.shell("CLOSEDLOOP \(line) >&9 2>&9")
    #expect(outcome.code == (code == 0 ? 141 : code), "\(line): \(outcome)")
    #expect(outcome.output.isEmpty, "\(line): \(outcome)")
  }
}
