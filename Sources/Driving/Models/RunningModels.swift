import Foundation
import Synchronization

/// The programs that run at the moment, so that all can be ended at once.
package enum RunningModels {
  private struct State {
    var isStopping = false
    var next = 0
    var tasks: [Int: @Sendable () -> Void] = [:]
  }
  private static let state = Mutex(State())

  /// Whether all are to end.
  static var isStopping: Bool { state.withLock { $0.isStopping } }

  /// Enters a program before it begins, so that none is overlooked.
  ///
  /// - Throws: ``DriveError`` if no more are to begin.
  static func enter() throws(DriveError) -> Int {
    let number: Int? = state.withLock { state in
      guard !state.isStopping else { return nil }
      state.next += 1
      state.tasks[state.next] = {}
      return state.next
    }
    guard let number else { throw DriveError(.stopped, "interrupted") }
    return number
  }

  /// Says what ends a program, which is done at once if all are to end.
  static func end(_ number: Int, by end: @escaping @Sendable () -> Void) {
    let isLate = state.withLock { state in
      state.tasks[number] = end
      return state.isStopping
    }
    if isLate { end() }
  }

  /// A program has ended.
  static func leave(_ number: Int) { state.withLock { $0.tasks[number] = nil } }

  /// Ends all programs with all that they have started, and waits until they are gone, for some seconds at most.
  ///
  /// No more are begun then.
  package static func endAll() {
    let ends = state.withLock { state in
      state.isStopping = true
      return Array(state.tasks.values)
    }
    for end in ends { end() }
    for _ in 0..<500 where state.withLock({ !$0.tasks.isEmpty }) {
      usleep(10_000)
    }
  }
}
