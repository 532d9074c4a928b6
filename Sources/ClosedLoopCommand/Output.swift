import Foundation

/// Standard output and standard error, which may be closed, full, or a pipe that nobody reads.
///
/// No result is lost in silence: what cannot be printed ends the command. Notes on standard error are worth no
/// result, so where they cannot be written the command goes on without.
enum Output {
  /// A pipe that nobody reads any more: nothing is wrong, and there is nobody to tell.
  struct NobodyReads: Error {
    /// What a shell reports of a program that such a pipe has stopped.
    static var exitCode: Int32 { 128 + SIGPIPE }
  }

  /// Has all writes report what is wrong, in place of ending the program or writing into some other file.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    // A descriptor that is closed would be that of the first file to be opened.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      // Open for reading alone, so that writing to it still fails.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Prints a line of results.
  ///
  /// - Throws: ``NobodyReads``, or ``Failure`` with exit code 73 if it cannot be written, as on a full disk.
  static func print(_ line: String) throws {
    let error = write(line + "\n", to: STDOUT_FILENO)
    guard error != EPIPE else { throw NobodyReads() }
    guard error == 0 else {
      throw Failure(
        code: .cannotWrite,
        sentence: "cannot write to standard output: \(String(cString: strerror(error)))")
    }
  }

  /// Prints a value as JSON with sorted keys.
  static func printJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    try print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Says in one line which files were written, on standard error.
  static func wrote(_ files: [String], into folder: String) {
    let tables = files.filter { $0.hasSuffix(".csv") }
    let others = files.filter { !$0.hasSuffix(".csv") }
    // Many tables are counted.
    let words =
      tables.count > 3 ? others + ["\(tables.count) tables"] : others + tables
    note("wrote \(words.joined(separator: ", ")) into \(folder)")
  }

  /// Says something on standard error, if that can be written.
  static func note(_ text: String, terminator: String = "\n") {
    _ = write(text + terminator, to: STDERR_FILENO)
  }

  /// Writes all of a text.
  ///
  /// - Returns: 0, or the number of the error.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // Somebody made the descriptor one that does not wait.
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
