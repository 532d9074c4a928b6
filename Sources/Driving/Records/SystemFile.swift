import Foundation

/// A file that is written to at its end, with the system's reasons where that fails.
final class SystemFile {
  private let descriptor: Int32
  let path: String
  /// How many bytes there are.
  private(set) var count: Int
  private var synchronised = ContinuousClock.now

  /// Opens a file, and makes it if need be.
  init(_ path: String) throws(DriveError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.error(path) }
    let end = lseek(descriptor, 0, SEEK_END)
    count = max(0, Int(end))
  }

  deinit { close(descriptor) }

  /// Adds bytes at the end; where that fails, the file is as it was.
  func append(_ bytes: [UInt8]) throws(DriveError) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress! + done, $0.count - done, off_t(count + done))
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let error = Self.error(path)
        ftruncate(descriptor, off_t(count))
        throw error
      }
      done += written
    }
    count += done
  }

  /// The bytes from an offset on; `nil` if there are not so many.
  func read(at offset: Int, count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, offset + count <= self.count else { return nil }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(
          descriptor, buffer.baseAddress! + filled, count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        filled += got
      }
    }
  }

  /// Leaves only the first bytes.
  func truncate(to count: Int) throws(DriveError) {
    guard ftruncate(descriptor, off_t(count)) == 0 else { throw Self.error(path) }
    self.count = count
  }

  /// Has the bytes on the disk if that has not been done for five seconds, or is a must.
  ///
  /// Nothing depends on it but what a power failure costs: whatever is not there is noticed by its checks.
  func synchronise(always: Bool = false) throws(DriveError) {
    guard always || ContinuousClock.now - synchronised > .seconds(5) else { return }
    guard fsync(descriptor) == 0 else { throw Self.error(path) }
    synchronised = .now
  }

  // MARK: - Whole files

  /// Writes a file whole or not at all: beside, and then by its name.
  static func write(_ bytes: [UInt8], to path: String) throws(DriveError) {
    let beside = path + ".part"
    unlink(beside)
    do throws(DriveError) {
      let file = try SystemFile(beside)
      try file.append(bytes)
      try file.synchronise(always: true)
    } catch {
      unlink(beside)
      throw error
    }
    guard rename(beside, path) == 0 else { throw error(path) }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(DriveError) {
    if mkdir(path, 0o777) == 0 { return }
    if errno == ENOENT, path.count > 1 {
      try makeFolder((path as NSString).deletingLastPathComponent)
      if mkdir(path, 0o777) == 0 { return }
    }
    var isFolder: ObjCBool = false
    let reason = errno
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      return
    }
    errno = reason == EEXIST ? ENOTDIR : reason
    throw error(path)
  }

  private static func error(_ path: String) -> DriveError {
    DriveError(
      .cannotWrite,
      "cannot write \(path): \(String(cString: strerror(errno))); what was finished is kept, and the"
        + " same command goes on")
  }
}
