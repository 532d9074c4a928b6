import Foundation
import Synchronization

/// A folder that results are put into, each file whole or not at all.
///
/// Everything is first made in a hidden folder beside its destination and then renamed into place,
/// file by file; a file whose bytes would not change is not touched. Whatever ends the program
/// before that leaves the destination as it was.
struct OutputFolder {
  private let destination: URL
  /// Whether the folder was there before; if not, it goes again should nothing be put into it.
  private let wasThere: Bool
  /// Where files are made first.
  let staging: URL

  /// Opens `path`, making it if need be.
  ///
  /// - Throws: ``Failure`` with exit code 73 if it cannot be written to.
  init(_ path: String) throws {
    guard !path.isEmpty else {
      throw Failure(
        code: .badArguments,
        sentence: "--output \"\" is not allowed: use the name of a folder, or . for this one")
    }
    destination = URL(fileURLWithPath: path, isDirectory: true)
    wasThere = FileManager.default.fileExists(atPath: destination.path)
    staging = destination.appendingPathComponent(
      ".closedloop-\(ProcessInfo.processInfo.processIdentifier)", isDirectory: true)
    do {
      try Self.make(staging.path)
    } catch {
      throw Self.cannotWrite(path, error)
    }
    Interruption.remove(whenInterrupted: wasThere ? staging : destination)
  }

  /// Writes a text file at `path` inside the folder, for now in the staging folder.
  func write(_ text: String, to path: String) throws {
    let file = staging.appendingPathComponent(path)
    do {
      try Self.make(file.deletingLastPathComponent().path)
      try Data(text.utf8).write(to: file)
    } catch {
      throw Self.cannotWrite(destination.appendingPathComponent(path).path, error)
    }
  }

  /// Moves the staged files into place and removes the staging folder.
  ///
  /// - Throws: ``Failure`` with exit code 73.
  func commit(_ paths: [String]) throws {
    defer { discard() }
    for path in paths {
      let from = staging.appendingPathComponent(path)
      let to = destination.appendingPathComponent(path)
      do {
        let bytes = try Data(contentsOf: from)
        if let old = try? Data(contentsOf: to), old == bytes { continue }
        try Self.make(to.deletingLastPathComponent().path)
        guard rename(from.path, to.path) == 0 else {
          throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
      } catch {
        throw Self.cannotWrite(to.path, error)
      }
    }
  }

  /// Removes the staging folder, and the folder itself if it is new and empty.
  func discard() {
    try? FileManager.default.removeItem(at: staging)
    if !wasThere { rmdir(destination.path) }
    Interruption.remove(whenInterrupted: nil)
  }

  /// Makes a folder and those above it; unlike Foundation's way, this keeps the system's reason.
  private static func make(_ path: String) throws(POSIXError) {
    if mkdir(path, 0o777) == 0 { return }
    switch errno {
    case EEXIST:
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if !(exists && isFolder.boolValue) { throw POSIXError(.ENOTDIR) }
    case ENOENT where path.count > 1:
      try make((path as NSString).deletingLastPathComponent)
      if mkdir(path, 0o777) != 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    case let code:
      throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO)
    }
  }

  private static func cannotWrite(_ path: String, _ error: any Error) -> Failure {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError
    let reason = (error as? POSIXError) ?? underlying
    let words = reason.map { String(cString: strerror($0.code.rawValue)) } ?? "\(error)"
    return Failure(
      code: .cannotWrite,
      sentence: "cannot write \(path): \(words); choose a folder that you may write to")
  }
}

/// Cleans up when the program is interrupted.
enum Interruption {
  private static let folder = Mutex<URL?>(nil)
  /// Kept alive; written once, before any thread starts.
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

  /// Handles Ctrl-C and the terminate signal from now on.
  static func install() {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if let url = folder.withLock({ $0 }) { try? FileManager.default.removeItem(at: url) }
        Foundation.exit(128 + number)
      }
      source.resume()
      sources.append(source)
    }
  }

  /// Names the folder to remove, or none.
  static func remove(whenInterrupted url: URL?) {
    folder.withLock { $0 = url }
  }
}
