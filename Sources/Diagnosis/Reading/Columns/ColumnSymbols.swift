import Documents

/// The symbols that the real data make of a column, for rows that come generation by generation.
///
/// They are those of ``GenerationFiles``, which reads all generations at once: values, or the intervals between the
/// deciles of the real data and its tails.
package struct ColumnSymbols: Sendable {
  /// Counts of one kind.
  package struct Series: Sendable, Equatable {
    /// What the symbols are.
    package let kind: SymbolHistory.Kind
    /// Names of the symbols.
    package let symbols: [String]
    /// Their counts in the real data.
    package let truth: [Int]
  }

  /// Name of the column.
  package let column: String
  /// Categories alone, or deciles, and tails where there are a hundred numbers.
  package let series: [Series]
  /// What the cells of the real data are.
  package let content: Content
  /// Whether some of them are empty.
  package let hasMissing: Bool

  /// What the cells of a column are, beside those that are empty.
  package enum Content: String, Sendable {
    /// Numbers.
    case numbers = "number"
    /// Dates in ISO notation.
    case dates = "date"
    /// Anything.
    case words
  }

  let thresholds: Thresholds?
  /// For each cell between thresholds the symbol of each series.
  private let places: [[Int]]

  /// Values as they stand, in the order in which they are to be told.
  package init(column: String, symbols: [String], truth: [Int]) {
    self.column = column
    series = [Series(kind: .categories, symbols: symbols, truth: truth)]
    (content, hasMissing, thresholds, places) = (.words, false, nil, [])
  }

  init(column: String, tally: Tally, content: Content, hasMissing: Bool) {
    self.column = column
    series = [Series(kind: .categories, symbols: tally.symbols, truth: tally.truth)]
    (self.content, self.hasMissing, thresholds, places) = (content, hasMissing, nil, [])
  }

  init(column: String, quantiles: Quantiles, hasDates: Bool, hasMissing: Bool) {
    let thresholds = quantiles.thresholds
    self.column = column
    (content, self.hasMissing) = (hasDates ? .dates : .numbers, hasMissing)
    self.thresholds = thresholds
    var series = [
      Series(
        kind: .deciles, symbols: quantiles.decileNames(hasDates: hasDates),
        truth: quantiles.truthByDecile)
    ]
    var places = [(0..<thresholds.cells).map { quantiles.decile(ofCell: $0, thresholds) }]
    if let truth = quantiles.truthByTail {
      series.append(
        Series(kind: .tails, symbols: quantiles.tailNames(hasDates: hasDates), truth: truth))
      places.append((0..<thresholds.cells).map { quantiles.tail(ofCell: $0, thresholds) })
    }
    (self.series, self.places) = (series, places)
  }

  /// How many codes the real data need; larger ones are those of new values.
  package var codes: Int { thresholds?.cells ?? series[0].symbols.count }

  /// The symbol of a code in a series.
  package func symbol(_ code: Int, in place: Int) -> Int {
    thresholds == nil ? code : places[place][code]
  }

  /// Reads the columns of a file of real data.
  ///
  /// - Parameter mostValues: a column of categories that has more is skipped.
  /// - Returns: for each column of the header its symbols; `nil` where they say nothing, of which the notes tell.
  /// - Throws: ``ReadingError``.
  package static func read(
    _ file: String, mostValues: Int
  ) throws(ReadingError) -> (columns: [ColumnSymbols?], notes: [ReadingNote]) {
    var options = GenerationFiles.Options()
    options.mostValues = mostValues
    let header = try RecordScanner(path: file, settings: options.settings).header
    let reading = TruthReading(
      file: file, first: nil, columns: header, generations: 1, options: options)
    let counters = try reading.read().counters
    var notes: [ReadingNote] = []
    return (counters.map { $0.symbols(&notes) }, notes)
  }
}
