import Documents
import Driving
import Foundation

/// A folder with real data in it, and definitions over them.
struct DrivenExample {
  let folder: String

  /// Runs `body` with a folder that goes away with it.
  static func with<R>(
    _ data: String = "x,y\n1,a\n2,b\n3,c\n4,a\n5,b\n6,a\n", _ body: (DrivenExample) throws -> R
  ) throws -> R {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("closedloop-driving-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let example = DrivenExample(folder: folder)
    try example.write(data, to: "real.csv")
    return try body(example)
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }

  /// The document of a definition with some fields.
  func document(_ fields: [String: JSONValue] = [:]) -> JSONValue {
    .object(
      [
        "command": .array([.string("sh"), .string("-c"), .string("cp {train} {output}")]),
        "data": .string("\(folder)/real.csv"),
      ].merging(fields) { $1 })
  }

  func definition(_ fields: [String: JSONValue] = [:]) throws -> DrivenDefinition {
    try DrivenDefinition(document(fields))
  }

  /// The rows as text.
  static func lines(_ rows: Rows) -> [String] {
    (0..<rows.count).map { String(decoding: rows[$0], as: UTF8.self) }
  }
}
