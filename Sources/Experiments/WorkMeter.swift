import Synchronization

/// Counts work as it is planned and done, for whoever shows progress.
///
/// Units are expected generations; results never depend on the meter.
public final class WorkMeter: Sendable {
  private let units = Mutex((planned: 0.0, completed: 0.0))

  /// A meter at zero.
  public init() {}

  /// Announces `units` of work to come.
  public func plan(_ units: Double) {
    self.units.withLock { $0.planned += units }
  }

  /// Reports `units` of work done.
  public func complete(_ units: Double) {
    self.units.withLock { $0.completed += units }
  }

  /// The fraction of the planned work that is done, in [0, 1]; 0 before any is planned.
  public var fraction: Double {
    let (planned, completed) = units.withLock { $0 }
    return planned > 0 ? min(1, completed / planned) : 0
  }
}

/// What a run may use besides its definition; none of it changes a result.
public struct RunContext: Sendable {
  /// Number of threads, ≥ 1.
  public let threads: Int
  /// Where progress is reported.
  public let meter: WorkMeter

  /// A context with the given number of threads.
  public init(threads: Int, meter: WorkMeter = WorkMeter()) {
    self.threads = threads
    self.meter = meter
  }
}
