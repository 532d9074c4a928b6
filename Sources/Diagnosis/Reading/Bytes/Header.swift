/// Names of columns.
enum Header {
  /// The names in the first row of a block; a column without a name is called by its place.
  ///
  /// - Throws: ``ReadingError`` where two are the same, or all seem to be one.
  static func names(
    of block: RecordBlock, in file: String, delimiter: UInt8
  ) throws(ReadingError) -> [String] {
    let line = block.lines[0]
    var names: [String] = []
    var seen: Set<String> = []
    for column in 0..<block.columns {
      let text = trimmed(block.text(0, column))
      // Programs that number rows leave that column without a name.
      let name = text.isEmpty ? "number \(column + 1)" : text
      guard seen.insert(name).inserted else {
        throw ReadingError(
          file: file, line: line,
          problem: "two columns are called \(shown(name)): use distinct names")
      }
      names.append(name)
    }
    if names.contains(where: { $0.unicodeScalars.contains("\r") }) {
      throw ReadingError(
        file: file, line: line,
        problem: "lines end with carriage returns alone: use LF or CRLF")
    }
    let others: [(UInt8, Character)] = [(0x2c, ","), (0x3b, ";"), (0x09, "\t")]
    if names.count == 1,
      let other = others.first(where: { $0.0 != delimiter && names[0].contains($0.1) })
    {
      let word = other.1 == "\t" ? "tabs" : other.1 == ";" ? "semicolons" : "commas"
      throw ReadingError(
        file: file, line: line,
        problem: "the only column is called \(shown(names[0])): say that \(word) separate cells")
    }
    return names
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
    let start = scalars.drop(while: isSpace)
    return String(String.UnicodeScalarView(start.reversed().drop(while: isSpace).reversed()))
  }
}
