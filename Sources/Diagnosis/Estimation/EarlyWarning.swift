/// One number along the generations, and whether it leaves what a closed loop would show.
///
/// A closed loop itself loses diversity: a number inside the band may warn all the same. The entropy, which bounds
/// what a model can learn from its own data, falls, so that the model's likelihood of its own data improves; symbols
/// and rare shares disappear meanwhile.
public struct EarlyWarning: Sendable, Hashable, Codable {
  /// Where the last generation is.
  public enum Place: String, Sendable, Codable {
    /// Below what closed loops show.
    case below
    /// As in closed loops.
    case inside
    /// Above that.
    case above
  }

  /// What is measured.
  public let measure: LoopMeasure
  /// The number in the real data.
  public let truth: Double
  /// The observed numbers and those of closed loops.
  public let band: ClosedLoopBand
  /// Where the last generation is.
  public let place: Place

  /// Share of its value in the first generation that is left in the last; `nil` if that was 0.
  public var left: Double? {
    guard let first = band.observed.first, let last = band.observed.last, first > 0 else {
      return nil
    }
    return last / first
  }

  /// Entropy, distinct symbols and rare symbols of `history`.
  static func all(in history: SymbolHistory, options: DiagnosisOptions) -> [EarlyWarning] {
    let measures: [LoopMeasure] = [.entropy, .distinctSymbols, .rareSymbols]
    let bands = history.closedLoopBands(of: measures, seed: options.seed)
    let truth = LoopPath(history).truth
    return zip(measures, bands).map { measure, band in
      let (last, end) = (band.observed.last!, band.observed.count - 1)
      return EarlyWarning(
        measure: measure, truth: measure.value(truth, truth: truth), band: band,
        place: last < band.lower[end] ? .below : last > band.upper[end] ? .above : .inside)
    }
  }
}
