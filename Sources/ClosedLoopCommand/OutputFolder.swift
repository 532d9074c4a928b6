import Driving
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

  /// Opens the folder at `path`, making it if need be, and puts into it the files that `body` writes
  /// and names; if `body` fails, nothing.
  ///
  /// - Returns: the names of the files.
  /// - Throws: ``Failure`` with exit code 73 if the folder cannot be written to; errors of `body`.
  @discardableResult
  static func fill(
    _ path: String, _ body: (OutputFolder) throws -> [String]
  ) throws -> [String] {
    let folder = try OutputFolder(path)
    defer { Interruption.cleanUp() }
    let files = try body(folder)
    try folder.commit(files)
    return files
  }

  private init(_ path: String) throws {
    guard !path.isEmpty else {
      throw Failure(
        code: .badArguments,
        sentence: "--output \"\" is not allowed: use the name of a folder, or . for this one")
    }
    destination = URL(fileURLWithPath: path, isDirectory: true)
    do {
      // Folders that were made for this go again if they stay empty.
      let made = try Self.make(destination.path)
      // Unlike a process number, the name is not that of another machine on the same file system.
      var name = Array("\(destination.path)/.closedloop-XXXXXX".utf8CString)
      Interruption.onSignal(remove: nil, andIfEmpty: made)
      guard mkdtemp(&name) != nil else { throw Self.lastError }
      let staged = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      staging = URL(fileURLWithPath: staged, isDirectory: true)
      Interruption.onSignal(remove: staging, andIfEmpty: made)
    } catch {
      Interruption.cleanUp()
      throw Self.cannotWrite(path, error)
    }
  }

  /// Writes a text file at `path` inside the folder, for now in the staging folder.
  func write(_ text: String, to path: String) throws {
    let file = staging.appendingPathComponent(path)
    do {
      _ = try Self.make(file.deletingLastPathComponent().path)
      try Data(text.utf8).write(to: file)
    } catch {
      throw Self.cannotWrite(destination.appendingPathComponent(path).path, error)
    }
  }

  /// Gives a file in the staging folder another name.
  func call(_ old: String, by new: String) throws {
    let (from, to) = (staging.appendingPathComponent(old), staging.appendingPathComponent(new))
    guard rename(from.path, to.path) == 0 else {
      throw Self.cannotWrite(destination.appendingPathComponent(new).path, Self.lastError)
    }
  }

  /// Lets a file in the staging folder be run as a program.
  func makeExecutable(_ path: String) throws {
    guard chmod(staging.appendingPathComponent(path).path, 0o755) == 0 else {
      throw Self.cannotWrite(destination.appendingPathComponent(path).path, Self.lastError)
    }
  }

  /// Puts a text file at `path` inside the folder at once, whatever becomes of the others.
  ///
  /// Safe to call from several threads for several files.
  func publish(_ text: String, to path: String) throws {
    try write(text, to: path)
    try moveIntoPlace(path)
  }

  /// The same, unless the folder has a file of that name: then it stays.
  func publishFirst(_ text: String, to path: String) throws {
    try write(text, to: path)
    let from = staging.appendingPathComponent(path).path
    // Of two programs only one can make the link. Where file systems have none, nothing is lost but that.
    if link(from, destination.appendingPathComponent(path).path) != 0, errno != EEXIST {
      try moveIntoPlace(path)
    }
  }

  /// Moves the staged files into place.
  private func commit(_ paths: [String]) throws {
    for path in paths { try moveIntoPlace(path) }
  }

  private func moveIntoPlace(_ path: String) throws {
    let from = staging.appendingPathComponent(path)
    let to = destination.appendingPathComponent(path)
    do {
      let bytes = try Data(contentsOf: from)
      if let old = try? Data(contentsOf: to), old == bytes { return }
      _ = try Self.make(to.deletingLastPathComponent().path)
      // Its bytes before its name, so that not even a power failure leaves one without the other.
      let file = try FileHandle(forUpdating: from)
      try file.synchronize()
      try file.close()
      guard rename(from.path, to.path) == 0 else { throw Self.lastError }
    } catch {
      throw Self.cannotWrite(to.path, error)
    }
  }

  private static var lastError: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }

  /// Makes a folder and those above it; unlike Foundation's way, this keeps the system's reason.
  ///
  /// - Returns: the folders that were not there before, innermost last.
  /// - Throws: the system's reason, and then no folder is left that was made for this.
  private static func make(_ path: String) throws(POSIXError) -> [String] {
    do {
      return try makeInside(path)
    } catch {
      guard error.code == .ENOENT, path.count > 1 else { throw error }
    }
    let above = try make((path as NSString).deletingLastPathComponent)
    do {
      // By now another program may have made it; and there are folders, as in /proc, that take none.
      return above + (try makeInside(path))
    } catch {
      for folder in above.reversed() { rmdir(folder) }
      throw error
    }
  }

  /// Makes a folder in one that exists, unless it is there.
  private static func makeInside(_ path: String) throws(POSIXError) -> [String] {
    if mkdir(path, 0o777) == 0 { return [path] }
    let reason = lastError
    var isFolder: ObjCBool = false
    guard reason.code == .EEXIST,
      FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    else { throw reason }
    guard isFolder.boolValue else { throw POSIXError(.ENOTDIR) }
    return []
  }

  private static func cannotWrite(_ path: String, _ error: any Error) -> Failure {
    Failure(
      code: .cannotWrite,
      sentence: "cannot write \(path): \(systemReason(of: error)); choose a folder that you may"
        + " write to")
  }
}

/// Cleans up when a run ends early, whether by an error or by a signal.
enum Interruption {
  private struct Leftovers {
    var staging: URL?
    var folders: [String] = []
  }

  private static let leftovers = Mutex(Leftovers())
  /// Kept alive; written once, before any thread starts.
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

  /// Handles Ctrl-C, the terminate signal and a closed terminal from now on.
  static func install() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        RunningModels.endAll()
        cleanUp()
        Foundation.exit(128 + number)
      }
      source.resume()
      sources.append(source)
    }
  }

  /// Names a folder to remove with all that is in it, and folders to remove if they are empty.
  static func onSignal(remove staging: URL?, andIfEmpty folders: [String]) {
    leftovers.withLock { $0 = Leftovers(staging: staging, folders: folders) }
  }

  /// Removes what was named, once.
  static func cleanUp() {
    leftovers.withLock { leftovers in
      if let staging = leftovers.staging { try? FileManager.default.removeItem(at: staging) }
      for folder in leftovers.folders.reversed() { rmdir(folder) }
      leftovers = Leftovers()
    }
  }
}
