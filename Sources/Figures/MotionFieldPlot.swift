/// Drift and noise of θ, predicted and measured.
package enum MotionFieldPlot: Figure {
  /// `equation-of-motion`.
  package static let id = "equation-of-motion"

  /// Its tables.
  package static let inputs = [
    FigureInput(
      "equation-of-motion",
      columns: [
        "case": .name, "theta1": .number, "theta2": .number, "drift1": .open,
        "drift1_error": .open, "drift2": .open, "drift2_error": .open,
        "predicted1": .number, "predicted2": .number, "predicted_variance1": .nonnegative,
        "predicted_variance2": .nonnegative,
      ]),
    FigureInput(
      "equation-of-motion-ellipse",
      columns: [
        "case": .name, "point": .count, "theta1": .number, "theta2": .number, "measured1": .open,
        "measured2": .open, "predicted1": .number, "predicted2": .number,
      ]),
    FigureInput(
      "equation-of-motion-line",
      columns: [
        "case": .name, "theta": .number, "drift": .open, "drift_error": .open,
        "predicted": .number, "variance": .open, "predicted_variance": .nonnegative,
      ]),
  ]

  /// Four planes and two lines on a page of two rows.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    let planes = data.names("case", in: "equation-of-motion").enumerated().map { index, name in
      plane(index, name, data, terminal)
    }
    let lines = families(data).enumerated().map { index, family in
      line(planes.count + index, family, data, terminal)
    }
    return """
      # The equation of motion of the parameter, measured over one generation (P7).
      # Run this file with gnuplot in its own folder; it reads data/equation-of-motion*.csv.
      \(terminal.preamble(id: id, width: 1100, height: 700))
      set border linewidth 0.8
      set tics nomirror scale 0.6
      set multiplot

      \((planes + lines).joined(separator: "\n\(Panel.reset)\n\n"))

      unset multiplot
      unset output

      """
  }

  /// The place of a panel, three in a row.
  private static func panel(_ index: Int) -> Panel {
    let column = Panel.column(index % 3, of: 3)
    return index < 3
      ? column.part(bottom: 0.56, top: 0.98) : column.part(bottom: -0.07, top: 0.37)
  }

  private static func letter(_ index: Int) -> String {
    String("abcdefghijkl".dropFirst(index).prefix(1))
  }

  // MARK: - Planes

  private static func plane(
    _ index: Int, _ name: String, _ data: FigureData, _ terminal: Terminal
  ) -> String {
    let rows = data.rows(of: "equation-of-motion") { $0("case").description == name }
    func numbers(_ column: String) -> [Double] { rows.map { $0(column).value } }
    let x = Axis.range(of: numbers("theta1"), padding: 0.24)
    let y = Axis.range(of: numbers("theta2"), padding: 0.24)
    let cells = max(1, Double(rows.count).squareRoot() - 1)
    let (width, height) = (
      (x.upperBound - x.lowerBound) / 1.48 / cells, (y.upperBound - y.lowerBound) / 1.48 / cells
    )
    /// A factor that brings the largest of some vectors to so many cells.
    func scale(_ first: [Double], _ second: [Double], to cells: Double) -> String {
      let largest = zip(first, second).map { max(abs($0) / width, abs($1) / height) }.max() ?? 0
      return Axis.plain(Axis.oneDigit(largest > 0 ? cells / largest : 1))
    }
    let arrows = scale(numbers("predicted1"), numbers("predicted2"), to: 0.8)
    let ellipses = scale(
      numbers("predicted_variance1").map { $0.squareRoot() },
      numbers("predicted_variance2").map { $0.squareRoot() }, to: 0.4)
    func arrow(_ first: Int, _ second: Int, _ style: String) -> String {
      "'data/equation-of-motion.csv' using (strcol(1) eq '\(name)' ? $2 : NaN):3:"
        + "(\(arrows)*$\(first)):(\(arrows)*$\(second)) with vectors \(style) notitle"
    }
    func outline(_ first: Int, _ style: String) -> String {
      "for [i=0:\(rows.count - 1)] 'data/equation-of-motion-ellipse.csv' using"
        + " (strcol(1) eq '\(name)' && $2 == i ? $3+\(ellipses)*$\(first) : NaN):"
        + "($4+\(ellipses)*$\(first + 1)) with lines \(style) notitle"
    }
    let curves = [
      outline(7, "linewidth 2.2 linecolor rgb '#d0d0d0'"),
      outline(5, "linewidth 0.7 linecolor rgb '\(Palette.blue)'"),
      arrow(8, 9, "head filled size graph 0.035,22 linewidth 3 linecolor rgb '#e8b0ac'"),
      arrow(4, 6, "head filled size graph 0.025,15 linewidth 0.9 linecolor rgb '\(Palette.red)'"),
    ]
    return """
      # (\(letter(index))) \(name): arrows \(arrows) A, ellipses \(ellipses) J^(-1/2)
      \(panel(index).frame)
      \(panel(index).letter(letter(index), terminal))
      set label 2 \(title(of: name, terminal)) at graph 0.5,1.11 center
      set label 3 \(terminal.label(
        "arrows \(arrows) {/:Italic A}, ellipses \(ellipses) {/:Italic J}^{ −1/2}",
        tex: "arrows $\(arrows)\\,A$, ellipses $\(ellipses)\\,J^{-1/2}$")) \
      at graph 0.5,1.04 center font \(terminal.smallFont)
      set xlabel \(terminal.label("{/:Italic θ}_1", tex: "$\\theta_1$")) offset 0,0.3
      set ylabel \(terminal.label("{/:Italic θ}_2", tex: "$\\theta_2$")) \
      offset \(terminal.axisLabelOffset),0
      set xrange [\(Axis.plain(x.lowerBound)):\(Axis.plain(x.upperBound))]
      set yrange [\(Axis.plain(y.lowerBound)):\(Axis.plain(y.upperBound))]
      set xtics \(Axis.plain(Axis.step(span: x.upperBound - x.lowerBound, intervals: 4)))
      set ytics \(Axis.plain(Axis.step(span: y.upperBound - y.lowerBound, intervals: 5)))
      plot \(curves.joined(separator: ", \\\n  "))
      unset label
      """
  }

  /// What a case is called over its panel.
  private static func title(of name: String, _ terminal: Terminal) -> String {
    let title =
      switch name {
      case "coupled-closed": "coupled spins, closed loop"
      case "coupled-anchored": "coupled spins, priors and a point"
      case "categorical": "three symbols, closed loop"
      case "gaussian": "Gaussian, closed loop"
      case "spins": "independent spins"
      case "poisson": "Poisson counts"
      default: name
      }
    return terminal.label(title, tex: title)
  }

  // MARK: - Lines

  /// The families of the lines: a case is called after its family and after what is done to it.
  private static func families(_ data: FigureData) -> [String] {
    var families: [String] = []
    for name in data.names("case", in: "equation-of-motion-line") {
      let family = String(name.prefix { $0 != "-" })
      if !families.contains(family) { families.append(family) }
    }
    return families
  }

  private static func line(
    _ index: Int, _ family: String, _ data: FigureData, _ terminal: Terminal
  ) -> String {
    let cases = data.names("case", in: "equation-of-motion-line")
      .filter { $0.hasPrefix("\(family)-") }
    let curves = cases.enumerated().flatMap { index, name in
      let x = "'data/equation-of-motion-line.csv' using (strcol(1) eq '\(name)' ? $2 : NaN)"
      let colour = Palette.cycle(index)
      let title = String(name.dropFirst(family.count + 1))
      return [
        Series.line(x, 5, width: 1, colour: colour),
        Series.errorBars(x, value: 3, error: 4, colour: colour),
        Series.points(
          x, 3, size: 0.55, colour: colour, title: terminal.label(title, tex: title)),
      ]
    }
    return """
      # (\(letter(index))) \(family): the drift of one parameter
      \(panel(index).frame)
      \(panel(index).letter(letter(index), terminal))
      set label 2 \(title(of: family, terminal)) at graph 0.5,1.05 center
      set xlabel \(terminal.label("{/:Italic θ}", tex: "$\\theta$")) offset 0,0.3
      set ylabel \(terminal.label("drift {/:Italic A}", tex: "drift $A$")) \
      offset \(terminal.axisLabelOffset),0
      set xzeroaxis linewidth 0.6 linecolor rgb '\(Palette.grey)'
      set key \(family == "spins" ? "at graph 0.03,0.04 left bottom" : "at graph 0.97,0.97 right top") \
      samplen 1.2 spacing 1.1
      plot \(curves.joined(separator: ", \\\n  "))
      unset key
      unset label
      unset xzeroaxis
      """
  }
}
