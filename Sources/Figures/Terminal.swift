import Foundation

/// Where a figure is drawn, and how its labels are spelled there.
package enum Terminal: String, CaseIterable, Sendable {
  /// Scalable graphics for screens and review; byte-stable.
  case svg
  /// TikZ for the paper: labels are set by TeX in the text's own type.
  case tikz
  /// A bitmap, for a quick look; depends on the fonts installed.
  case png

  /// What the last bytes of a whole picture contain; a disk that fills up cuts them off, unnoticed
  /// by gnuplot.
  package var ending: [UInt8] {
    switch self {
    case .svg: Array("</svg>".utf8)
    case .tikz: Array("\\end{tikzpicture}".utf8)
    case .png: Array("IEND".utf8)
    }
  }

  /// Extension of the file it writes.
  package var fileExtension: String { self == .tikz ? "tex" : rawValue }

  /// The format of an axis whose ticks are powers of ten.
  var powersOfTen: String { self == .tikz ? "'$10^{%L}$'" : "'10^{%L}'" }

  /// `set terminal …; set output …` for a picture of the given size.
  ///
  /// - Parameters:
  ///   - id: the figure; names the output file.
  ///   - width: in points of the screen; a thousand are 16 cm on paper, where none is wider than a page.
  ///   - height: in the same unit.
  func preamble(id: String, width: Int, height: Int) -> String {
    let centimetres = 0.016
    let widest = 17.8
    let terminal =
      switch self {
      case .svg:
        "svg enhanced size \(width),\(height) font 'Helvetica,Arial,sans-serif,13'"
          + " background '#ffffff' linewidth 1.2"
      case .tikz:
        "tikz size \(Axis.decimals(min(widest, centimetres * Double(width)), 2))cm,"
          + "\(Axis.decimals(centimetres * Double(height), 2))cm font '\\footnotesize' fontscale 0.75"
      case .png:
        "pngcairo enhanced size \(width),\(height) font 'Helvetica,13' linewidth 1.2"
      }
    return """
      set terminal \(terminal)
      set output '\(id).\(fileExtension)'
      set datafile separator comma
      \(Self.encoding)
      """
  }

  /// Text in UTF-8.
  ///
  /// gnuplot warns of this in a locale without the degree sign, and has no way to set another for itself: the
  /// file goes to a gnuplot that has one. (From a pipe it has no name; there our own driver sets the locale.)
  private static let encoding = """
    # Where the locale has only ASCII, another gnuplot draws this file.
    if (exists('ARG0') && strlen(ARG0) && !exists('utf8') && system('locale charmap') eq 'ANSI_X3.4-1968') {
      system("LC_ALL=C.UTF-8 gnuplot -e utf8=1 '".ARG0."'")
      exit status GPVAL_SYSTEM_ERRNO
    }
    set encoding utf8
    """

  /// What gnuplot calls it.
  package var gnuplotName: String { self == .png ? "pngcairo" : rawValue }

  /// A label: gnuplot's enhanced text, or TeX.
  ///
  /// Spaces beside a change of font are joined to it, since some viewers drop others there.
  func label(_ enhanced: String, tex: String) -> String {
    let text =
      self == .tikz
      ? tex
      : enhanced.replacing(" {", with: "\u{a0}\u{2060}{")
        .replacing("} ", with: "}\u{2060}\u{a0}")
    // Double quotes would have gnuplot interpret the backslashes of TeX.
    return "'\(text.replacing("'", with: "''"))'"
  }

  /// How far the label of a vertical axis moves towards its axis, in character widths.
  var axisLabelOffset: Double { self == .tikz ? -0.5 : 1.2 }

  /// The font of an inset, quoted.
  var smallFont: String { self == .tikz ? "'\\scriptsize'" : "',10'" }
}

/// A text as gnuplot reads it back, whatever is in it.
func quoted(_ text: String) -> String {
  "'\(text.replacing("'", with: "''").replacing("\n", with: " "))'"
}

/// Colours that stay apart for colour-blind readers, near the paper's blue, red and black.
enum Palette {
  static let blue = "#0072b2"
  static let lightBlue = "#56b4e9"
  static let red = "#d0312d"
  static let grey = "#8a8a8a"
  static let green = "#009e73"
  static let purple = "#aa4499"
  static let orange = "#e69f00"

  /// The `index`-th of `count` shades from light to dark blue.
  static func shade(_ index: Int, of count: Int) -> String {
    let fraction = count > 1 ? Double(index) / Double(count - 1) : 1
    let parts = zip([0x9e, 0xca, 0xe1], [0x08, 0x30, 0x6b]).map { light, dark in
      Int((Double(light) + fraction * Double(dark - light)).rounded())
    }
    return "#" + parts.map { String(format: "%02x", $0) }.joined()
  }

  /// The colour of the `index`-th of several cases.
  static func cycle(_ index: Int) -> String {
    let colours = [blue, red, grey, green, purple, orange]
    return colours[index % colours.count]
  }
}
