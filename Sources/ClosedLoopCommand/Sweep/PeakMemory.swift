import Foundation

/// The most memory that this program has had so far.
enum PeakMemory {
  /// In bytes.
  ///
  /// Linux keeps `ru_maxrss` across fork and exec: a program that a notebook of a gigabyte starts begins with that
  /// gigabyte. The high-water mark in `/proc` belongs to the program's own memory, and begins with it.
  static var bytes: Double {
    if let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let kilobytes = highWater(status)
    {
      return 1024 * kilobytes
    }
    return largest(0)
  }

  /// The most that a program had which this one has started and which has ended; 0 if there was none.
  static var bytesOfPrograms: Double { largest(-1) }

  /// Of 0, RUSAGE_SELF, or −1, RUSAGE_CHILDREN, whose types differ between systems.
  private static func largest(_ who: Int32) -> Double {
    var usage = rusage()
    getrusage(who, &usage)
    #if os(macOS)
      return Double(usage.ru_maxrss)
    #else
      return 1024 * Double(usage.ru_maxrss)
    #endif
  }

  /// The line `VmHWM:  1234 kB` of a process's status, in kilobytes.
  private static func highWater(_ status: String) -> Double? {
    for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
      let words = line.split(whereSeparator: \.isWhitespace)
      return words.count == 3 && words[2] == "kB" ? Double(words[1]) : nil
    }
    return nil
  }
}
