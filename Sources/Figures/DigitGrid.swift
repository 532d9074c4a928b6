/// The policies of a figure with handwritten digits: how each is called and coloured.
enum DigitPolicies {
  /// A policy, with what its models learn from on a second line.
  struct Style {
    let policy: String
    let name: String
    let detail: String
    let colour: String
  }

  /// The policies in the table called `table`, in order; red where nothing comes in from outside.
  static func styles(_ data: FigureData, in table: String) -> [Style] {
    data.names("policy", in: table).map { policy in
      let row = data.rows(of: table) { $0("policy").description == policy }[0]
      let (own, real) = (row("samples").description, row("external").description)
      switch policy {
      case "replace":
        return Style(
          policy: policy, name: "replace all data", detail: "\(own) pictures of its own",
          colour: Palette.red)
      case "few":
        return Style(
          policy: policy, name: real == "1" ? "one fresh digit" : "\(real) fresh digits",
          detail: "\(own) of its own, \(real) real", colour: Palette.blue)
      case "many":
        return Style(
          policy: policy, name: "\(real) fresh digits",
          detail: "\(own) of its own, \(real) real", colour: Palette.lightBlue)
      default:
        return Style(
          policy: policy, name: "all data so far", detail: "the real ones and all its own",
          colour: Palette.shade(2, of: 3))
      }
    }
  }
}

/// Pictures of 8 × 8 pixels: a row a policy, a column a generation, and real digits on the left.
struct DigitGrid {
  let table: String
  let styles: [DigitPolicies.Style]
  let generations: [Int]
  let pictures: Int

  /// Pictures side by side in a cell.
  private static let across = 3
  /// From one picture to the next, from one cell to the next beyond that, in pixels of a picture.
  private static let (step, gap) = (10, 5)
  private var deep: Int { (pictures + Self.across - 1) / Self.across }
  private var cellWidth: Int { Self.across * Self.step + Self.gap }
  private var cellHeight: Int { deep * Self.step + Self.gap }
  /// Width and height of the whole in pixels of a picture.
  private var size: (width: Int, height: Int) {
    ((generations.count + 1) * cellWidth, styles.count * cellHeight)
  }

  /// The grid with names on the left and generations above.
  ///
  /// - Parameters:
  ///   - room: where it may be; it takes as much of it, from the upper left, as leaves pixels square.
  ///   - page: width and height of the page.
  func script(_ room: Panel, page: (width: Double, height: Double), _ terminal: Terminal) -> String
  {
    let (width, height) = (Double(size.width), Double(size.height))
    let scale = min(
      (room.right - room.left) * page.width / width, (room.top - room.bottom) * page.height / height
    )
    let panel = Panel(
      left: room.left, right: room.left + scale * width / page.width,
      bottom: room.top - scale * height / page.height, top: room.top)
    // The file's columns: policy, generation, picture, row, first, last.
    func ink(_ policy: String, _ colour: String, column: String, row: String) -> String {
      let isHere = "strcol(1) eq '\(policy)'"
      let line = "floor($3/\(Self.across))"
      let x = "\(cellWidth)*\(column) + \(Self.step)*($3 - \(Self.across)*\(line))"
      let y = "\(row) - \(Self.step)*\(line) - $4"
      return "'data/\(table).csv' using (\(isHere) ? 0 : NaN):(0):"
        + "(\(x) + $5):(\(x) + $6 + 1.04):(\(y) - 1.04):(\(y))"
        + " with boxxyerror fillstyle solid 1 noborder linecolor rgb '\(colour)' notitle"
    }
    let place = generations.enumerated().map { "$2 == \($1) ? \($0 + 1) : " }.joined()
    // The real digits go down all rows, and skip the gaps between them.
    var series = [
      ink(
        "truth", "#404040", column: "0",
        row: "-\(Self.gap)*floor($3/\(Self.across * deep))")
    ]
    series += styles.enumerated().map { index, style in
      ink(style.policy, style.colour, column: "(\(place)NaN)", row: "\(-index * cellHeight)")
    }
    return """
      \(panel.frame)
      unset border
      unset tics
      unset key
      set xrange [-2:\(size.width - 2)]
      set yrange [\(2 - size.height):2]
      \(cells().joined(separator: "\n"))
      \(names(terminal).joined(separator: "\n"))
      plot \(series.joined(separator: ", \\\n  "))
      unset label
      unset object
      """
  }

  /// A pale ground under each cell.
  private func cells() -> [String] {
    (0..<styles.count).flatMap { row in
      (0...generations.count).map { column in
        let (x, y) = (column * cellWidth, -row * cellHeight)
        return "set object \(row * 100 + column + 1) rectangle from \(x - 2),\(y + 2) to"
          + " \(x + cellWidth - Self.gap),\(y - cellHeight + Self.gap) behind fillstyle solid 1 noborder"
          + " fillcolor rgb '\(column == 0 ? "#e4e4e4" : "#f3f3f3")'"
      }
    }
  }

  private func names(_ terminal: Terminal) -> [String] {
    let middle = Double(cellWidth - Self.gap) / 2 - 1
    var labels = ["set label 1 'real digits' at \(middle),5 center"]
    for (index, generation) in generations.enumerated() {
      let text = terminal.label(
        "{/:Italic t} = \(generation)", tex: "$t = \(generation)$")
      let x = Double((index + 1) * cellWidth) + middle
      labels.append("set label \(index + 2) \(text) at \(x),5 center")
    }
    for (index, style) in styles.enumerated() {
      let y = -Double(index * cellHeight) - Double(cellHeight - Self.gap) / 2
      labels.append(
        "set label \(100 + 2 * index) '\(style.name)' at -6,\(y + 3) right"
          + " textcolor rgb '\(style.colour)'")
      labels.append(
        "set label \(101 + 2 * index) '\(style.detail)' at -6,\(y - 3.4) right"
          + " font \(terminal.smallFont) textcolor rgb '#606060'")
    }
    return labels
  }
}
