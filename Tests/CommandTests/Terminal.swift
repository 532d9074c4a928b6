import Foundation
import Testing

/// A terminal that nobody sits at, to see what a person would.
enum Terminal {
  /// Runs a program on a terminal.
  ///
  /// - Parameters:
  ///   - process: the program with its arguments; its output goes to the terminal.
  ///   - columns: the width.
  ///   - withErrors: whether standard error goes there, too, or nowhere.
  /// - Returns: what the terminal was sent, with plain line breaks.
  static func output(of process: Process, columns: UInt16, withErrors: Bool) throws -> String {
    let (master, path) = try open()
    defer { close(master) }
    let slave = try #require(FileHandle(forUpdatingAtPath: path))
    var size = winsize(ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    let outcome = ioctl(master, UInt(TIOCSWINSZ), &size)
    try #require(outcome == 0)
    process.standardOutput = slave
    process.standardError = withErrors ? slave : FileHandle.nullDevice
    try process.run()
    try slave.close()
    // The terminal says that it is gone, in place of an end, when the last program has left it.
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(master, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
  }

  /// The lines as they stand in the end, where a line of progress was rewritten and then cleared.
  static func settled(_ output: String) -> String {
    output.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.components(separatedBy: "\r\u{1b}[K").last! }.joined(separator: "\n")
  }

  /// The side that reads, and the name of the other.
  private static func open() throws -> (master: Int32, path: String) {
    #if os(Linux)
      let master = Foundation.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      var (lock, number) = (Int32(0), UInt32(0))
      // TIOCSPTLCK and TIOCGPTN, which Swift does not see.
      let (unlocked, named) = (
        ioctl(master, 0x4004_5431, &lock), ioctl(master, 0x8004_5430, &number)
      )
      try #require(master >= 0 && unlocked == 0 && named == 0)
      return (master, "/dev/pts/\(number)")
    #else
      let master = posix_openpt(O_RDWR | O_NOCTTY)
      let (granted, unlocked) = (grantpt(master), unlockpt(master))
      try #require(master >= 0 && granted == 0 && unlocked == 0)
      return (master, String(cString: ptsname(master)))
    #endif
  }
}
