import Documents
import Foundation

/// The folder in which a driven loop grows: `.state`, from which it goes on, and `training`, the sets that are kept.
package final class DrivenFolder: Sendable {
  /// Its path.
  package let path: String
  private let lock: Int32
  /// Where files are that models read and write; it goes away with this.
  let scratch: String

  /// The folder at `path`, which holds the loop of a definition, or none yet.
  ///
  /// - Parameters:
  ///   - isFresh: whether what is there is removed first.
  ///   - waits: whether to wait for whoever works in it.
  /// - Throws: ``DriveError`` if it holds another loop, somebody works in it, or it cannot be written.
  package init(
    _ path: String, of definition: DrivenDefinition, isFresh: Bool, waits: Bool = false
  ) throws(DriveError) {
    let state = "\(path)/.state"
    self.path = path
    try SystemFile.makeFolder(state)
    lock = open("\(state)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard lock >= 0, flock(lock, waits ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 else {
      let isTaken = lock >= 0 && errno == EWOULDBLOCK
      let reason = String(cString: strerror(errno))
      scratch = ""
      throw DriveError(
        isTaken ? .otherFolder : .cannotWrite,
        isTaken
          ? "another program works in \(path): wait for it, or use another folder"
          : "cannot write \(state)/lock: \(reason)")
    }
    let place = URL(fileURLWithPath: state).path
    scratch = "\(place)/scratch"
    // What a program left that was killed; its models may still be writing there.
    if FileManager.default.fileExists(atPath: scratch) {
      let old = "\(place)/old-\(UInt64.random(in: 0 ... .max))"
      rename(scratch, old)
    }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: state)) ?? []
    where name.hasPrefix("old-") || isFresh && name != "lock" {
      try? FileManager.default.removeItem(atPath: "\(state)/\(name)")
    }
    if isFresh { try? FileManager.default.removeItem(atPath: "\(path)/training") }
    try check(definition, in: state)
    try SystemFile.makeFolder(scratch)
  }

  deinit {
    if !scratch.isEmpty { try? FileManager.default.removeItem(atPath: scratch) }
    close(lock)
  }

  /// Where a replicate is kept.
  func replicate(_ number: Int) -> String { "\(path)/.state/replicate-\(number)" }

  /// Where the check of the model is kept.
  var check: String { "\(path)/.state/check" }

  /// Keeps a training set.
  func keep(_ bytes: [UInt8], replicate: Int, generation: Int, hasLines: Bool) throws(DriveError) {
    let folder = "\(path)/training/replicate-\(replicate)"
    try SystemFile.makeFolder(folder)
    try SystemFile.write(
      bytes, to: "\(folder)/generation-\(generation).\(hasLines ? "txt" : "csv")")
  }

  private func check(_ definition: DrivenDefinition, in state: String) throws(DriveError) {
    let file = "\(state)/definition.json"
    if let text = FileManager.default.contents(atPath: file) {
      let old = try? JSONValue(json: String(decoding: text, as: UTF8.self))
      guard let old, DrivenDefinition.identity(of: old) == definition.identity else {
        let differing = old.map { Self.difference($0, definition.document) } ?? ""
        throw DriveError(
          .otherFolder,
          "\(path) holds another loop\(differing): use another folder, or --fresh to remove it")
      }
      if old == definition.document { return }
    }
    try SystemFile.write(Array(definition.document.json.utf8), to: file)
  }

  /// The first field that is not the same.
  private static func difference(_ old: JSONValue, _ new: JSONValue) -> String {
    guard case .object(let old) = DrivenDefinition.identity(of: old),
      case .object(let new) = DrivenDefinition.identity(of: new)
    else { return "" }
    for name in Set(old.keys).union(new.keys).sorted() where old[name] != new[name] {
      if name == "checksums" { return ", of other files (\(files(old[name], new[name])))" }
      return ", with \(name) = \(old[name]?.text ?? "nothing")"
    }
    return ""
  }

  private static func files(_ old: JSONValue?, _ new: JSONValue?) -> String {
    guard case .object(let old)? = old, case .object(let new)? = new else { return "" }
    return Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }
      .joined(separator: ", ")
  }
}
