import class Foundation.ProcessInfo
import Loop
import PortableMath

/// What is happening to the generations: each column, and all together.
///
/// One generation replaces the shares x of a column's symbols by
///
///     x_{t+1} − x_t = a (x* − x_t) + noise,   Cov noise = (M V(x_t) + K V(x*))/(M + K)²
///
/// with `V(x) = diag x − x xᵀ` and `a = K/(M + K)`: maximum likelihood on M of the model's points and K fresh ones, of
/// which the truth has shares x*. Two numbers are estimated: the pull a, and the size n_e of which the noise is, N/n_e
/// times the covariance above.
///
/// The rows of a generation are read as the training set of the next model, N = M + K of them. If they are the model's
/// own M points only, and fresh ones join them unseen, the pull is the same, fresh points are `aM/(1 − a)` instead of
/// aN, and the noise of the unseen ones makes n_e about `M/(1 + a(1 − a))`, four fifths of M at least.
public struct LoopDiagnosis: Sendable, Hashable, Codable {
  /// One column after the other, as given.
  public let columns: [ColumnDiagnosis]
  /// The verdict on all columns together: the first finding that holds in any column, all tests of all columns being
  /// corrected together (Holm), so that dependence between columns does not matter.
  public let verdict: LoopVerdict
  /// What was found and in which columns, under that correction.
  public let findings: [Finding]
  /// The pull: means of the columns' estimates and ends, weighted by one over the square of the upper end, so that
  /// columns that can tell little take little away.
  ///
  /// The standard error of a mean is at most the mean of the standard errors, with equality where columns repeat each
  /// other: so with given weights the interval covers whatever the dependence, and is too wide where columns are
  /// independent. Weights that depend on the data keep this only about; simulated loops say that they do.
  public let pull: IntervalEstimate
  /// `n_e/N` in the same way, on a logarithmic scale, weighted by one over the square of the width.
  public let relativeSize: IntervalEstimate

  /// One kind of finding.
  public struct Finding: Sendable, Hashable, Codable {
    /// What.
    public let verdict: LoopVerdict
    /// Names of the columns where.
    public let columns: [String]
  }

  /// The tails of columns of numbers.
  public let tails: [TailWatch]

  /// Diagnoses `histories`, one a column, at least one of them other than tails.
  ///
  /// Tails are watched and take no part in the verdict: what a smooth model puts there follows its mean and variance.
  ///
  /// - Parameters:
  ///   - all: one for each column, and one for each pair of tails.
  ///   - options: seed, simulated loops, levels.
  ///   - threads: how many columns at a time; results do not depend on it, since the random numbers of a column are its
  ///     own.
  public init(
    _ all: [SymbolHistory], options: DiagnosisOptions = DiagnosisOptions(),
    threads: Int = ProcessInfo.processInfo.activeProcessorCount
  ) {
    let histories = all.filter { $0.kind != .tails }
    precondition(!histories.isEmpty, "a column is needed")
    tails = all.filter { $0.kind == .tails }.map { TailWatch($0, options: options) }
    // Nothing in it throws.
    let columns = try! Replicates(count: histories.count, threads: threads).map {
      ColumnDiagnosis(histories[$0], options: options)
    }
    self.columns = columns
    let tests = columns.flatMap { column in
      column.probabilities.ordered.map { (column.column, $0.0, $0.1) }
    }
    let rejected = holmRejections(tests.map(\.2), level: options.falseAlarm)
    let found = zip(tests, rejected).compactMap { $1 ? $0 : nil }
    findings = FindingProbabilities.none.ordered.compactMap { kind, _ in
      let names = found.filter { $0.1 == kind }.map(\.0)
      return names.isEmpty ? nil : Finding(verdict: kind, columns: names)
    }
    pull = Self.mean(columns.map(\.pull)) { $0.upper }
    relativeSize = Self.mean(
      columns.map { column in column.effectiveSize.map { log($0 / column.rows) } }
    ) { $0.upper - $0.lower }.map { exp($0) }
    verdict = ColumnDiagnosis.verdict(
      findings.map(\.verdict), pull: pull,
      smallestPull: columns.map(\.smallestPull).min()!, size: relativeSize, rows: 1,
      options: options)
  }

  /// Means with weights 1/scale²; an interval without an end has none, unless all are such.
  private static func mean(
    _ intervals: [IntervalEstimate], scale: (IntervalEstimate) -> Double
  ) -> IntervalEstimate {
    let bounded = intervals.filter { scale($0).isFinite }
    guard !bounded.isEmpty else { return intervals[0] }
    let weights = bounded.map { 1 / max(scale($0) * scale($0), 1e-18) }
    let total = weights.reduce(0, +)
    func mean(_ number: (IntervalEstimate) -> Double) -> Double {
      zip(bounded, weights).reduce(0) { $0 + number($1.0) * $1.1 } / total
    }
    return IntervalEstimate(
      value: mean(\.value), lower: mean(\.lower), upper: mean(\.upper))
  }
}
