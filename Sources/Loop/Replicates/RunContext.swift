import Synchronization

/// Counts work as it is planned and done, for whoever shows progress.
///
/// Units are expected generations; results never depend on the meter.
public final class WorkMeter: Sendable {
  private let units = Mutex((planned: 0.0, completed: 0.0))
  /// Of which meter it is a part, and how much of that meter's work.
  private let whole: (meter: WorkMeter, units: Double)?
  /// How much of that has been reported.
  private let reported = Mutex(0.0)

  /// A meter at zero.
  public init() { whole = nil }

  /// A meter at zero for a part of another one's work, to which it reports what is done.
  ///
  /// - Parameters:
  ///   - units: how much the part is, of what has been planned there.
  ///   - meter: the other.
  public init(part units: Double, of meter: WorkMeter) { whole = (meter, units) }

  /// Announces `units` of work to come.
  public func plan(_ units: Double) {
    self.units.withLock { $0.planned += units }
  }

  /// Reports `units` of work done.
  public func complete(_ units: Double) {
    self.units.withLock { $0.completed += units }
    report(fraction)
  }

  /// Reports all of the part as done, whatever was planned.
  public func finish() { report(1) }

  private func report(_ fraction: Double) {
    guard let whole else { return }
    let more = reported.withLock { reported in
      // Work that is planned later makes the fraction smaller: what has been said stays.
      let more = max(0, fraction * whole.units - reported)
      reported += more
      return more
    }
    whole.meter.complete(more)
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
