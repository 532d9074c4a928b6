import Theory

/// What becomes of a column if its loop goes on as estimated.
public struct LoopForecast: Sendable, Hashable, Codable {
  /// A symbol and when it will be gone.
  public struct Loss: Sendable, Hashable, Codable {
    /// Name of the symbol.
    public let symbol: String
    /// Its share in the last generation.
    public let share: Double
    /// Generations from the last one until it is lost with probability ½; `nil` if that never comes.
    public let even: Double?
    /// The same for probability 0.95; never, for shares above about 5 %, which may also win.
    public let nearlySure: Double?
  }

  /// A symbol of a loop that is pulled to the truth, which brings it back whenever it is lost.
  public struct Absence: Sendable, Hashable, Codable {
    /// Name of the symbol.
    public let symbol: String
    /// Its share in the truth.
    public let truth: Double
    /// In what part of all generations it is missing, in the long run.
    public let probability: Double
  }

  /// a, the pull that the forecast assumes: 0, unless one was found.
  public let pull: Double
  /// n_e, the size of the drift that it assumes.
  public let effectiveSize: Double
  /// `E Σ x(1 − x)` in the last generation, and where it settles; 0 in a closed loop.
  public let diversity: Double
  /// See ``diversity``.
  public let settledDiversity: Double
  /// Generations from the last one until half of the diversity is gone, at n_e and at the ends of its interval;
  /// `nil` if that never comes.
  public let halfDiversity: IntervalEstimate?
  /// Present symbols of a share below ½, the rarest first; none where a pull was found, which brings them back.
  public let losses: [Loss]
  /// The five rarest symbols of the truth, where a pull was found that amounts to half a point at least and n_e is not
  /// above 20000.
  public let absences: [Absence]

  /// A forecast from the last generation of `history`.
  package init(_ history: SymbolHistory, pull: Double, effectiveSize: IntervalEstimate) {
    let path = LoopPath(history)
    let last = Array(path.shares.suffix(path.symbols))
    (self.pull, self.effectiveSize) = (pull, effectiveSize.value)
    func forecast(_ size: Double) -> DiversityForecast {
      DiversityForecast(shares: last, truth: path.truth, pull: pull, size: size)
    }
    diversity = LoopMeasure.diversity.value(last, truth: path.truth)
    settledDiversity = forecast(effectiveSize.value).settled
    halfDiversity = forecast(effectiveSize.value).half.map { value in
      IntervalEstimate(
        value: value, lower: min(value, forecast(effectiveSize.lower).half ?? value),
        upper: effectiveSize.upper.isFinite
          ? max(value, forecast(effectiveSize.upper).half ?? .infinity) : .infinity)
    }
    // An interval of a number that is empty is filled again by every smooth model.
    guard history.kind == .categories else {
      (losses, absences) = ([], [])
      return
    }
    guard pull == 0 else {
      losses = []
      absences = Self.absences(history, path.truth, pull: pull, size: effectiveSize.value)
      return
    }
    absences = []
    let present = last.indices.filter { last[$0] > 0 && last[$0] < 0.5 }
      .sorted { (last[$0], $0) < (last[$1], $1) }
    let shares = present.map { last[$0] }
    let times = LossTimes(size: effectiveSize.value)
      .generations(shares: shares, probabilities: [0.5, 0.95])
    losses = present.indices.map {
      Loss(
        symbol: history.symbols[present[$0]], share: shares[$0], even: times[$0][0],
        nearlySure: times[$0][1])
    }
  }

  /// By the ancestors of the points of a generation, exact for `K = a n_e` and `M = n_e − K` points, both rounded.
  private static func absences(
    _ history: SymbolHistory, _ truth: [Double], pull: Double, size: Double
  ) -> [Absence] {
    guard size <= 20_000, pull * size >= 0.5 else { return [] }
    let points = Int((pull * size).rounded())
    let samples = max(1, Int(size.rounded()) - points)
    return truth.indices.filter { truth[$0] > 0 && truth[$0] < 1 }
      .sorted { (truth[$0], $0) < (truth[$1], $1) }.prefix(5)
      .map { s in
        Absence(
          symbol: history.symbols[s], truth: truth[s],
          probability: AnchoredShare(samples: samples, points: points, truth: truth[s]).absence
            .probability)
      }
  }
}
