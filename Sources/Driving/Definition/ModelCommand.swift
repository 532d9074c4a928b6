import Documents
import Foundation
import Subprocess

/// The words that start a model, with placeholders in them.
package struct ModelCommand: Sendable, Equatable {
  /// The program, and its words.
  package let words: [String]
  /// Whether it stays alive, and is asked line by line.
  package let isSession: Bool

  /// What may stand in braces.
  package static let placeholders = ["train", "samples", "seed", "output", "generation"]

  /// Checks the words.
  ///
  /// - Throws: ``DefinitionError`` where a program that is run once a generation could not know what to do.
  init(_ words: [String], isSession: Bool) throws(DefinitionError) {
    (self.words, self.isSession) = (words, isSession)
    func wrong(_ value: String, _ allowed: String) -> DefinitionError {
      DefinitionError(field: "command", value: value, allowed: allowed)
    }
    guard let program = words.first, !program.isEmpty else {
      throw wrong("nothing", "a program and its words, such as python3 fit.py {train} {output}")
    }
    if words.contains(where: { $0.utf8.contains(0) }) {
      throw wrong("a word with a zero byte", "words of text")
    }
    let used = Self.placeholders.filter { name in words.contains { $0.contains("{\(name)}") } }
    if isSession {
      guard used.isEmpty else {
        throw wrong(
          "{\(used[0])}", "no placeholders with session, in which requests are lines of JSON")
      }
      return
    }
    for name in ["train", "output"] where !used.contains(name) {
      throw wrong(
        "words without {\(name)}",
        "{train} and {output}, the files that the program reads and writes, or session")
    }
  }

  /// The words with what a request says in place of placeholders.
  func filled(_ request: ModelRequest) -> [String] {
    let values = [
      "train": request.train, "samples": "\(request.samples)", "seed": "\(request.seed)",
      "output": request.output, "generation": "\(request.generation)",
    ]
    return words.map { word in
      // One pass, so that what is filled in is not looked at again.
      word.replacing(/\{(train|samples|seed|output|generation)\}/) { values[String($0.1)]! }
    }
  }

  /// The program, found on the PATH where it is a name.
  ///
  /// - Throws: ``DriveError`` if there is none, or it may not be run.
  package func executable() async throws(DriveError) -> Executable {
    let name = words[0]
    if !name.contains("/") {
      do {
        return .path(try await Executable.name(name).resolveExecutablePath(in: .inherit))
      } catch {
        throw DriveError(
          .noProgram,
          "the program \(name) is not found: install it, or use its path, such as ./\(name)")
      }
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) else {
      throw DriveError(.noProgram, "there is no program \(name): use the path of one")
    }
    guard !isFolder.boolValue, access(name, X_OK) == 0 else {
      throw DriveError(
        .noProgram,
        isFolder.boolValue
          ? "\(name) is a folder: use the path of a program"
          : "\(name) may not be run: use chmod +x \(name), or its interpreter before it")
    }
    return .path(.init(name))
  }
}
