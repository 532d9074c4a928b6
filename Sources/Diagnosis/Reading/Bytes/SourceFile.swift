import Foundation

/// A file that is read from its begin to its end, in pieces.
final class SourceFile {
  let path: String
  private let descriptor: Int32

  /// Opens a file.
  ///
  /// - Throws: ``ReadingError`` where there is none that can be read again and again.
  init(_ path: String) throws(ReadingError) {
    self.path = path
    descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw ReadingError(file: path, problem: "cannot be read: \(String(cString: strerror(errno)))")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      close(descriptor)
      let what = isFolder ? "is a folder" : "is no file that can be read twice"
      throw ReadingError(file: path, problem: "\(what): use a CSV file")
    }
  }

  deinit { close(descriptor) }

  /// Reads up to `count` bytes; fewer only at the end of the file.
  func read(into bytes: UnsafeMutablePointer<UInt8>, count: Int) throws(ReadingError) -> Int {
    var total = 0
    while total < count {
      let got = Foundation.read(descriptor, bytes + total, count - total)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw ReadingError(
          file: path, problem: "cannot be read: \(String(cString: strerror(errno)))")
      }
      total += got
    }
    return total
  }
}
