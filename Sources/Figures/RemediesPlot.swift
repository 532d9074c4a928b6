import Documents

/// Every remedy on one axis: what is left of the truth's variance, and how far the models are from it.
package enum RemediesPlot: Figure {
  /// `remedies`.
  package static let id = "remedies"

  /// Its table.
  package static let inputs = [
    FigureInput(
      "remedies",
      columns: [
        "row": .count, "remedy": .name, "detail": .nonnegative, "lives": .number, "samples": .count,
        "generation": .count,
        "variance": .nonnegative, "variance_error": .nonnegative, "variance_exact": .number,
        "distance": .nonnegative, "distance_error": .nonnegative, "distance_exact": .number,
        "alive": .fraction, "lower": .fraction, "upper": .fraction,
      ])
  ]

  /// What a remedy is called, and what comes of it; `#` stands for its number.
  private static let texts: [String: (name: String, note: String)] = [
    "closed": ("replace all data: the closed loop", "collapses"),
    "more-samples": ("# times the synthetic data", "collapses, # times later"),
    "tilted-weights": ("weights that prefer a symbol", "collapses"),
    "oracle-weights": ("weights of an oracle", "collapses, exponentially late in M"),
    "prior-angle": ("Jeffreys’ prior, maximised in arcsin √p", "collapses: does nothing"),
    "prior-mean": ("Jeffreys’ prior, maximised in p", "collapses, faster"),
    "boundary-point": ("one fixed data point, on the boundary", "collapses onto the point"),
    "fixed-points": ("two fixed data points, one of each", "lives, off the truth"),
    "fresh-point": ("one fresh data point", "lives, near the truth"),
    "fresh-points": ("# fresh data points", "lives, closer to the truth"),
    "infinite-synthetic": ("one fresh data point, M = #", "lives, however large M is"),
    "impure-source": ("one point, fresh # of the time", "lives, about as with K = #"),
    "other-source": ("one fresh point of another law", "lives, at the other law"),
    "penalty": ("L2 penalty on the parameter", "lives, forgets the truth"),
    "prior-natural": ("Jeffreys’ prior, maximised in θ", "lives, forgets the truth"),
    "posterior": ("Jeffreys’ prior, posterior draws", "lives, forgets the truth"),
    "accumulate": ("all data so far", "lives, never better than real data"),
    "subsample": ("M points out of all data so far", "lives, a little worse"),
  ]

  /// The text for a terminal, with the remedy's number in it.
  private static func label(_ text: String, _ detail: Double, _ terminal: Terminal) -> String {
    let filled = text.replacing("#", with: Axis.plain(detail))
    let tex = [
      ("arcsin √p", "$\\arcsin\\sqrt p$"), ("θ", "$\\theta$"), ("M = ", "$M = $ "),
      ("in M", "in $M$"), ("M points", "$M$ points"), ("M is", "$M$ is"), ("K = ", "$K = $ "),
      ("D/(2K)", "$D/(2K)$"), ("’", "'"),
    ].reduce(filled) { $0.replacing($1.0, with: $1.1) }
    return terminal.label(filled, tex: tex)
  }

  /// One wide panel, a row a remedy.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    let rows = data.rows(of: "remedies") { _ in true }
    let count = rows.count
    let panel = Panel(left: 0.335, right: 0.73, bottom: 0.1, top: 0.93)
    let closed = rows.count { ($0("lives").value) == 0 }
    func text(_ row: (String) -> Table.Cell, _ part: ((name: String, note: String)) -> String)
      -> String
    {
      let name = row("remedy").description
      return label(part(texts[name] ?? (name, "")), row("detail").value, terminal)
    }
    let names = rows.enumerated().map { "\(text($1) { $0.name }) \(count - $0)" }
    let notes = rows.enumerated().map { index, row in
      let colour = row("lives").value == 0 ? Palette.cycle(1) : Palette.cycle(0)
      return "set label \(index + 10) \(text(row) { $0.note }) at graph 1.02,first \(count - index)"
        + " left textcolor rgb '\(colour)'"
    }
    let y = "(\(count + 1)-$1)"
    let file = "'data/remedies.csv' using"
    func points(_ column: Int, lives: Bool, type: Int, size: Double, colour: String) -> String {
      "\(file) ($4 == \(lives ? 1 : 0) ? $\(column) : NaN):\(y) with points pointtype \(type)"
        + " pointsize \(size) linecolor rgb '\(colour)' notitle"
    }
    func bars(_ value: Int, _ error: Int, colour: String) -> String {
      "\(file) ($\(value)-$\(error)):\(y):(2*$\(error)):(0) with vectors nohead linewidth 0.9"
        + " linecolor rgb '\(colour)' notitle"
    }
    func exact(_ column: Int) -> String {
      "\(file) \(column):(\(count + 1)-$1-0.28):(0):(0.56) with vectors nohead linewidth 1"
        + " linecolor rgb 'black' notitle"
    }
    let (blue, red, grey) = (Palette.cycle(0), Palette.cycle(1), Palette.grey)
    let series = [
      exact(9), exact(12), bars(7, 8, colour: blue), bars(10, 11, colour: grey),
      points(10, lives: true, type: 12, size: 0.8, colour: grey),
      points(10, lives: false, type: 12, size: 0.8, colour: grey),
      points(7, lives: true, type: 7, size: 0.9, colour: blue),
      points(7, lives: false, type: 7, size: 0.9, colour: red),
      "keyentry with points pointtype 7 pointsize 0.9 linecolor rgb '\(blue)' title "
        + terminal.label(
          "{/:Italic E p}(1 − {/:Italic p}) left", tex: "$E\\,p(1-p)$ left"),
      "keyentry with points pointtype 12 pointsize 0.8 linecolor rgb '\(grey)' title "
        + terminal.label(
          "{/:Italic E}({/:Italic p} − {/:Italic p}*)², the price", tex: "$E(p-p^*)^2$, the price"),
      "keyentry with lines linewidth 1 linecolor rgb 'black' title \(terminal.label("exact", tex: "exact"))",
    ]
    let last = data.numbers("distance", in: "remedies").filter(\.isFinite).max() ?? 1
    return """
      # What collapses, what does not, and at what price (P2, P12, P13, P17, X5 to X10, X13).
      # Run this file with gnuplot in its own folder; it reads data/remedies.csv.
      \(terminal.preamble(id: id, width: 1000, height: 560))
      set border linewidth 0.8
      set tics nomirror scale 0.6
      \(panel.frame)
      set xlabel \(terminal.label(
        "in units of the truth's variance {/:Italic p}*(1 − {/:Italic p}*)",
        tex: "in units of the truth's variance $p^*(1-p^*)$")) offset 0,0.3
      set xrange [-0.04:\(Axis.plain(max(1.1, Axis.ceiling(1.05 * last))))]
      set yrange [0.4:\(count).6]
      set ytics scale 0 (\(names.joined(separator: ", \\\n  ")))
      set arrow 1 from graph 0,first \(Double(count - closed) + 0.5) to graph 1,first \(Double(count - closed) + 0.5) \
      nohead linewidth 0.6 dashtype (4,4) linecolor rgb '\(grey)'
      \(notes.joined(separator: "\n"))
      set key at screen 0.532,0.965 center center maxrows 1 samplen 1 width 1
      plot \(series.joined(separator: ", \\\n  "))
      unset output

      """
  }
}
