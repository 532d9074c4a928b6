/// Pieces of gnuplot's `plot` command that several figures share.
enum Series {
  /// Vertical bars of one standard error to either side.
  ///
  /// gnuplot's own error bars leave a blank around their points, which would cut the curves beneath.
  ///
  /// - Parameters:
  ///   - x: file and expression of the abscissa.
  ///   - value: column of the value.
  ///   - error: column of its standard error.
  static func errorBars(_ x: String, value: Int, error: Int, colour: String) -> String {
    "\(x):($\(value)-$\(error)):(0):(2*$\(error)) with vectors nohead linewidth 0.9"
      + " linecolor rgb '\(colour)' notitle"
  }

  /// Vertical bars between two columns.
  static func bars(_ x: String, from lower: Int, to upper: Int, colour: String) -> String {
    "\(x):\(lower):(0):($\(upper)-$\(lower)) with vectors nohead linewidth 0.9"
      + " linecolor rgb '\(colour)' notitle"
  }

  /// Filled points: 5 squares, 7 circles, 9 triangles, 13 diamonds.
  static func points(
    _ x: String, _ column: Int, type: Int = 7, size: Double, colour: String, title: String? = nil
  ) -> String {
    "\(x):\(column) with points pointtype \(type) pointsize \(size) linecolor rgb '\(colour)' "
      + (title.map { "title \($0)" } ?? "notitle")
  }

  /// A line through a column, or steps of it.
  static func line(
    _ x: String, _ column: Int, steps: Bool = false, width: Double = 1, colour: String = "black",
    title: String? = nil
  ) -> String {
    "\(x):\(column) with \(steps ? "histeps" : "lines") linewidth \(width)"
      + " linecolor rgb '\(colour)' " + (title.map { "title \($0)" } ?? "notitle")
  }

  /// An entry of the legend that stands for points.
  static func pointKey(_ title: String, size: Double, colour: String) -> String {
    "keyentry with points pointtype 7 pointsize \(size) linecolor rgb '\(colour)' title \(title)"
  }

  /// An entry of the legend that stands for a line.
  static func lineKey(_ title: String, width: Double = 1, colour: String = "black") -> String {
    "keyentry with lines linewidth \(width) linecolor rgb '\(colour)' title \(title)"
  }
}
