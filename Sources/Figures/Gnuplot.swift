import CGnuplot

/// gnuplot, driven through gnuplot-iostream, with no failure swallowed.
package enum Gnuplot {
  /// What may go wrong.
  package enum Failure: Error, Equatable, CustomStringConvertible {
    /// The program is not on PATH.
    case missing
    /// A file, pipe or process could not be opened.
    case system(String)
    /// gnuplot refused the script; its own words.
    case refused(String)
    /// The program on PATH was built without a terminal of this name.
    case noTerminal(String)

    /// One sentence for people, with gnuplot's own words if there are any.
    package var description: String {
      switch self {
      case .missing:
        "gnuplot was not found on PATH: install it (Debian: apt-get install gnuplot-nox)"
      case .system(let problem): problem
      case .refused(let words): "gnuplot refused the script: \(words)"
      case .noTerminal(let name):
        "this gnuplot was built without the terminal \(name): install one that has it"
          + " (Debian: apt-get install gnuplot-nox)"
      }
    }
  }

  /// Writes `script` to `path`.
  package static func write(_ script: String, to path: String) throws(Failure) {
    try check { cgnuplot_write(script, path, $0, $1) }
  }

  /// Runs `script` with `directory`, which must exist, as gnuplot's working directory.
  ///
  /// - Returns: its warnings, as it words them; what a script prints is among them.
  @discardableResult
  package static func run(_ script: String, in directory: String) throws(Failure) -> String {
    try check { cgnuplot_run(script, directory, $0, $1) }
  }

  /// Makes sure that the program on PATH can draw on a terminal.
  ///
  /// gnuplot 6 only warns of a terminal that it does not have, after it has emptied the file.
  package static func require(_ terminal: String) throws(Failure) {
    let known = try run("print GPVAL_TERMINALS\n", in: "/").split(whereSeparator: \.isWhitespace)
    guard known.contains(where: { $0 == terminal }) else { throw .noTerminal(terminal) }
  }

  /// What the program says of itself, such as `gnuplot 5.4 patchlevel 4`.
  package static func version() throws(Failure) -> String {
    try check { cgnuplot_version($0, $1) }
  }

  @discardableResult
  private static func check(
    _ call: (UnsafeMutablePointer<CChar>, Int) -> cgnuplot_outcome
  ) throws(Failure) -> String {
    let capacity = 8192
    let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: capacity)
    buffer.initialize(repeating: 0, count: capacity)
    defer { buffer.deallocate() }
    let outcome = call(buffer, capacity)
    let message = String(cString: buffer)
    switch outcome {
    case CGNUPLOT_OK: return message
    case CGNUPLOT_MISSING: throw .missing
    case CGNUPLOT_SYSTEM: throw .system(message)
    default: throw .refused(inOneLine(message))
    }
  }

  /// Without the line breaks and the spaces with which gnuplot points at a place.
  private static func inOneLine(_ words: String) -> String {
    words.split(whereSeparator: \.isWhitespace).filter { $0 != "^" }.joined(separator: " ")
  }
}
