extension Figure1Plot {
  /// Panel d: final against initial mean, with the mean start of each final level.
  static func finalLevels(_ data: FigureData, _ terminal: Terminal) -> String {
    let levels = data.numbers("final", in: "fig1d-mean")
    let reach = max(1, (data.numbers("start", in: "fig1d") + levels).map(abs).max() ?? 1)
    let phi = { (index: String) in
      terminal.label("{/:Italic φ̄}_{1,\(index)}", tex: "$\\bar\\phi_{1,\(index)}$")
    }
    // A series without a number would be an error in gnuplot.
    let hasRuns = data.numbers("final", in: "fig1d").contains(where: \.isFinite)
    let runs = Series.points("'data/fig1d.csv' using 1", 2, size: 0.18, colour: Palette.purple)
    let means = Series.points("'data/fig1d-mean.csv' using 2", 1, size: 0.8, colour: Palette.red)
    let keys = [
      Series.pointKey(
        terminal.label("a run", tex: "a run"), size: 0.4, colour: Palette.purple),
      Series.pointKey(
        terminal.label("mean start of a level", tex: "mean start of a level"), size: 0.8,
        colour: Palette.red),
    ]
    let diagonal = "x with lines linewidth 1 linecolor rgb 'black' notitle"
    let curves =
      [diagonal] + (hasRuns ? [runs] : []) + (levels.isEmpty ? [] : [means]) + keys
    return """
      # (d) where coupled spins end; on average, at the value they started from
      \(Panel.d.frame)
      \(Panel.d.letter("d", terminal))
      set xlabel \(phi("0")) offset 0,0.3
      set ylabel \(phi("∞").replacing("∞}$", with: "\\infty}$")) offset \(terminal.axisLabelOffset),0
      set xrange [\(-reach):\(reach)]
      set yrange [\(-reach):\(reach)]
      set xtics \(Axis.step(span: 2 * reach, intervals: 4))
      set ytics \(Axis.step(span: 2 * reach, intervals: 4))
      set key at graph 0.97,0.1 right bottom samplen 1 spacing 1.15
      plot \(curves.joined(separator: ", \\\n  "))
      unset key
      unset label
      """
  }
}
