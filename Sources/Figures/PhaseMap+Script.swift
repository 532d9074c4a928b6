// How a map is drawn.

extension PhaseMap {
  /// The script that draws it as an SVG file, reading `data/<name>.csv`.
  package var script: String {
    let width = 100 + panels.count * (margin + 10 + mapWidth)
    let height = 60 + foot + max(160, 30 * rows.count)
    let parts = panels.indices.map { panel($0, frame($0, width, height)) }
    return """
      # A phase diagram: \(content.value) over \(content.x) and \(content.y).
      # Run this file with gnuplot in its own folder; it reads data/\(name).csv.
      \(Terminal.svg.preamble(id: name, width: width, height: height))
      set border linewidth 0.8
      set tics nomirror out scale 0.4
      unset key
      set style fill solid noborder
      set palette defined (0 '\(Palette.red)', 0.5 '#f3ece4', 1 '\(Palette.blue)')
      set cbrange [\(range.lowerBound):\(range.upperBound)]
      set cblabel \(quoted(content.label(content.value))) noenhanced
      set multiplot

      \(parts.joined(separator: "\n\n"))

      unset multiplot
      unset output

      """
  }

  private var range: ClosedRange<Double> {
    if let range = content.range { return range }
    let found = places.values.map(\.value).filter(\.isFinite)
    let (low, high) = (found.min() ?? 0, found.max() ?? 1)
    return low < high ? low...high : low - 1...low + 1
  }

  // MARK: - The page, in points

  private var mapWidth: Int { max(240, 46 * columns.count) }

  /// What the words along an axis need.
  private func length(of values: [String]) -> Int { 7 * (values.map(\.count).max() ?? 0) }

  /// To the left of a map.
  private var margin: Int { max(75, 50 + length(of: rows)) }

  /// Words that would run into each other are set at an angle.
  private var isCrowded: Bool { length(of: columns) + 8 > mapWidth / columns.count }

  /// Below a map.
  private var foot: Int { isCrowded ? 60 + 7 * length(of: columns) / 10 : 70 }

  /// Where a panel is: all have one size, side by side, and the box of colours is at the right.
  private func frame(_ index: Int, _ width: Int, _ height: Int) -> Panel {
    let (w, h) = (Double(width), Double(height))
    let left = Double(index * (margin + 10 + mapWidth) + margin)
    return Panel(
      left: left / w, right: (left + Double(mapWidth)) / w, bottom: Double(foot) / h,
      top: 1 - 40 / h)
  }

  private func panel(_ index: Int, _ frame: Panel) -> String {
    let file = "'data/\(name).csv'"
    let here = "($1 == \(index + 1) ? $2 : NaN)"
    let isLast = index + 1 == panels.count
    let title = content.panels.map { _ in panels[index] } ?? ""
    // White on strong colours, black on pale ones.
    let middle = (range.lowerBound + range.upperBound) / 2
    let reach = 0.3 * (range.upperBound - range.lowerBound)
    func numbers(_ condition: String, _ colour: String) -> String {
      "\(file) using \(here):3:(\(condition) ? sprintf('%.2f', $7) : '') with labels"
        + " font ',11' textcolor rgb '\(colour)'"
    }
    return """
      \(frame.frame)
      \(isLast ? "set colorbox user origin graph 1.04, graph 0 size graph \(colourBox(frame)), graph 1" : "unset colorbox")
      set title \(quoted(title)) noenhanced offset 0,-0.5
      set xlabel \(quoted(content.label(content.x))) noenhanced offset 0,0.3
      set ylabel \(quoted(index == 0 ? content.label(content.y) : "")) noenhanced
      set xrange [0.5:\(columns.count).5]
      set yrange [0.5:\(rows.count).5]
      set xtics (\(tics(columns)))\(isCrowded ? " rotate by 45 right" : "")
      set ytics (\(tics(rows)))
      unset arrow
      \(boundary(in: index + 1))
      plot \(file) using \(here):3:(0.5):(0.5):7 with boxxyerror linecolor palette, \\
        \(numbers("abs($7 - \(middle)) > \(reach)", "white")), \\
        \(numbers("abs($7 - \(middle)) <= \(reach)", "black"))
      """
  }

  private func colourBox(_ frame: Panel) -> String {
    Axis.decimals(0.012 / (frame.right - frame.left), 4)
  }

  private func tics(_ values: [String]) -> String {
    values.enumerated().map { "\(quoted($1)) \($0 + 1)" }.joined(separator: ", ")
  }

  /// Lines between places of which one is beyond the boundary and the other is not.
  private func boundary(in panel: Int) -> String {
    func isBeyond(_ column: Int, _ row: Int) -> Bool? {
      places[Place(panel: panel, column: column, row: row)].flatMap(\.isBeyond)
    }
    func line(_ x: (Double, Double), _ y: (Double, Double)) -> String {
      "set arrow from \(x.0),\(y.0) to \(x.1),\(y.1) nohead front linewidth 3 linecolor rgb 'black'"
    }
    var lines: [String] = []
    for row in 1...rows.count {
      for column in 1...columns.count {
        guard let here = isBeyond(column, row) else { continue }
        let (x, y) = (Double(column), Double(row))
        if let right = isBeyond(column + 1, row), right != here {
          lines.append(line((x + 0.5, x + 0.5), (y - 0.5, y + 0.5)))
        }
        if let above = isBeyond(column, row + 1), above != here {
          lines.append(line((x - 0.5, x + 0.5), (y + 0.5, y + 0.5)))
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
