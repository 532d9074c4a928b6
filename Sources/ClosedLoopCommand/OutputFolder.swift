import Foundation
import Synchronization

/// A folder that results are put into, each file whole or not at all.
///
/// Everything is first made in a hidden folder beside its destination and then renamed into place,
/// file by file; a file whose bytes would not change is not touched. Whatever ends the program
/// before that leaves the destination as it was.
struct OutputFolder {
  private let destination: URL
  /// Where files are made first.
  let staging: URL

  /// Opens `path`, making it if need be.
  ///
  /// - Throws: ``Failure`` with exit code 73 if it cannot be written to.
  init(_ path: String) throws {
    destination = URL(fileURLWithPath: path, isDirectory: true)
    let madeBefore = FileManager.default.fileExists(atPath: destination.path)
    staging = destination.appendingPathComponent(
      ".closedloop-\(ProcessInfo.processInfo.processIdentifier)", isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
    } catch {
      throw Self.cannotWrite(path, error)
    }
    Interruption.remove(whenInterrupted: madeBefore ? staging : destination)
  }

  /// Writes a text file at `path` inside the folder, for now in the staging folder.
  func write(_ text: String, to path: String) throws {
    let file = staging.appendingPathComponent(path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
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
        try FileManager.default.createDirectory(
          at: to.deletingLastPathComponent(), withIntermediateDirectories: true)
        guard rename(from.path, to.path) == 0 else {
          throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
      } catch {
        throw Self.cannotWrite(to.path, error)
      }
    }
  }

  /// Removes the staging folder.
  func discard() {
    try? FileManager.default.removeItem(at: staging)
    Interruption.remove(whenInterrupted: nil)
  }

  private static func cannotWrite(_ path: String, _ error: any Error) -> Failure {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let code = (cause ?? error as NSError).code
    let words =
      (cause ?? error as NSError).domain == NSPOSIXErrorDomain || cause != nil
      ? String(cString: strerror(Int32(code))) : error.localizedDescription
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
