import Documents
import Foundation

/// Checksums of the files that a loop depends on: the real data, and each word of the command that names a file.
package struct SourceChecksums: Sendable, Equatable {
  /// By the name of the file, as it is given.
  private var checksums: [String: String] = [:]

  /// A file that is not what it was.
  package struct Changed: Error, CustomStringConvertible {
    /// One sentence.
    package let description: String
  }

  /// Reads the field `checksums`, if there is one.
  init(_ fields: inout Fields) throws(DefinitionError) {
    guard var object = try fields.object("checksums") else { return }
    for name in object.names {
      checksums[name] = try object.text(name)
    }
  }

  /// The checksums of the files as they are.
  ///
  /// - Throws: ``Changed`` where one is not what the definition says it is.
  func checked(of command: ModelCommand, data: String) throws -> SourceChecksums {
    var found = self
    for name in Self.files(of: command) + [data] {
      guard let checksum = Self.checksum(of: name) else { continue }
      if let old = checksums[name], old != checksum {
        throw Changed(
          description: "\(name) has changed since this loop was begun (checksum \(checksum), it was"
            + " \(old)): use another folder, or --fresh")
      }
      found.checksums[name] = checksum
    }
    return found
  }

  /// As a field.
  var document: JSONValue { .object(checksums.mapValues { .string($0) }) }

  /// A definition with the checksums of its files, so that whoever runs it elsewhere notices other ones.
  package static func adding(to document: JSONValue) throws -> JSONValue {
    guard case .object(var object) = document, object["checksums"] == nil,
      case .array(let list)? = object["command"]
    else { return document }
    let words = list.compactMap { if case .string(let word) = $0 { word } else { nil } }
    var files = Self.files(among: words)
    if case .string(let data)? = object["data"] { files.append(data) }
    let found = files.compactMap { name in checksum(of: name).map { (name, JSONValue.string($0)) } }
    object["checksums"] = .object(Dictionary(found) { $1 })
    return .object(object)
  }

  private static func files(of command: ModelCommand) -> [String] { files(among: command.words) }

  /// A program that is found on the PATH, such as python3, is part of the machine.
  private static func files(among words: [String]) -> [String] {
    words.enumerated().filter { $0.offset > 0 || $0.element.contains("/") }.map(\.element)
      .filter { word in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: word, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
  }

  /// Fowler, Noll and Vo's hash of the bytes of a regular file; `nil` if it cannot be read.
  private static func checksum(of path: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    var hash = RunningChecksum()
    while let bytes = try? handle.read(upToCount: 1 << 20), !bytes.isEmpty { hash.add(bytes) }
    return hash.text
  }
}
