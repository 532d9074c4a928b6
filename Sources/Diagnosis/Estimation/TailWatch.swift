/// The tails of a column of numbers: how much of the data lies beyond the first and the last percentile of the truth.
///
/// They go first when a loop collapses, before the mean shows anything.
public struct TailWatch: Sendable, Hashable, Codable {
  /// Name of the column.
  public let column: String
  /// The share of both tails along the generations, beside closed loops that resample their rows.
  public let share: EarlyWarning

  init(_ history: SymbolHistory, options: DiagnosisOptions) {
    column = history.column
    share = EarlyWarning.all(in: history, options: options).first { $0.measure == .rareSymbols }!
  }
}
