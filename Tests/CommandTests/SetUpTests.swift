import Foundation
import Testing
import _TestSupport

/// What make says on a machine that lacks something.
@Suite(.inTurn(.other)) struct SetUpTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Once set up, make still says in a sentence that Swift has gone since.
  @Test(arguments: ["lint", "test", "verify"])
  func aSwiftThatIsGoneIsMissed(target: String) throws {
    try Command.withFolder { folder in
      for (name, from) in [("Makefile", "Makefile"), ("Scripts", "Scripts")] {
        try Command.copy("\(Self.root)/\(from)", to: "\(folder)/\(name)")
      }
      try FileManager.default.createDirectory(
        atPath: folder + "/.build/stamps", withIntermediateDirectories: true)
      for directory in ["Sources", "bin"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(directory)", withIntermediateDirectories: true)
      }
      try "// swift\n".write(
        toFile: folder + "/Package.swift", atomically: true, encoding: .utf8)
      try "".write(
        toFile: folder + "/.build/stamps/set-up", atomically: true, encoding: .utf8)
      // All that the Makefile and the script run before Swift, and nothing else.
      for tool in ["sh", "find", "cat", "sha256sum", "test"] {
        let path = try #require(
          ["/usr/bin", "/bin"].map { "\($0)/\(tool)" }
            .first { FileManager.default.fileExists(atPath: $0) })
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/bin/\(tool)", withDestinationPath: path)
      }
      let make = Process()
      make.executableURL = URL(fileURLWithPath: "/usr/bin/make")
      make.arguments = [target]
      make.environment = ["PATH": folder + "/bin"]
      make.currentDirectoryURL = URL(fileURLWithPath: folder)
      let words = Pipe()
      (make.standardOutput, make.standardError) = (FileHandle.nullDevice, words)
      try make.run()
      let errors = words.fileHandleForReading.readDataToEndOfFile()
      make.waitUntilExit()
      let lines = String(decoding: errors, as: UTF8.self).split(separator: "\n")
      #expect(make.terminationStatus == 2)
      #expect(lines.count == 2, "\(lines)")
      #expect(lines.first?.hasPrefix("set-up: Swift 6.2 or later was not found on PATH") == true)
      #expect(lines.last?.hasSuffix("Error 69") == true)
    }
  }
}
