import Synchronization

/// Counts work as it is planned and done, for whoever shows progress.
///
/// Units are expected generations; results never depend on the meter.
public final class WorkMeter: Sendable {
  private let plannedUnits = Atomic<Int>(0)
  private let completedUnits = Atomic<Int>(0)

  /// A meter at zero.
  public init() {}

  /// Announces `units` of work to come.
  public func plan(_ units: Double) {
    plannedUnits.add(Int(min(units, 1e15)), ordering: .relaxed)
  }

  /// Reports `units` of work done.
  public func complete(_ units: Double) {
    completedUnits.add(Int(min(units, 1e15)), ordering: .relaxed)
  }

  /// The fraction of the planned work that is done, in [0, 1]; 0 before any is planned.
  public var fraction: Double {
    let total = plannedUnits.load(ordering: .relaxed)
    guard total > 0 else { return 0 }
    return min(1, Double(completedUnits.load(ordering: .relaxed)) / Double(total))
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
