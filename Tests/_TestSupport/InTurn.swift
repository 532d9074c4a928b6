import Foundation
import Synchronization
import Testing

/// Tests that take a second or more run as many at a time as there are processors, and those of theorems first.
///
/// The testing library starts all tests at once, and says what came of one only when it gets the processor again:
/// without turns, that is after the last.
package struct InTurn: SuiteTrait, TestTrait, TestScoping {
  /// Whose turn comes first.
  package enum Rank: Int, Sendable {
    /// Those of theorems.
    case theorem
    /// All others.
    case other
  }

  /// Whose turn it is.
  package let rank: Rank
  /// Each case has its own turn.
  package var isRecursive: Bool { true }

  /// Cases wait, and neither suites nor functions.
  package func scopeProvider(for test: Test, testCase: Test.Case?) -> InTurn? {
    testCase == nil ? nil : self
  }

  /// Waits for its turn.
  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    await Turns.shared.begin(rank)
    defer { Turns.shared.end() }
    try await function()
  }
}

extension Trait where Self == InTurn {
  /// One case after the other.
  package static func inTurn(_ rank: InTurn.Rank) -> Self { InTurn(rank: rank) }
}

/// Who waits, and how many run.
private final class Turns: Sendable {
  static let shared = Turns(width: ProcessInfo.processInfo.activeProcessorCount)

  private struct State {
    var free: Int
    var waiting: [InTurn.Rank: [CheckedContinuation<Void, Never>]] = [:]

    /// Who comes next, if there is a place.
    mutating func next() -> CheckedContinuation<Void, Never>? {
      guard free > 0 else { return nil }
      for rank in [InTurn.Rank.theorem, .other] where waiting[rank]?.isEmpty == false {
        free -= 1
        return waiting[rank]?.removeFirst()
      }
      return nil
    }
  }

  private let state: Mutex<State>

  init(width: Int) { state = Mutex(State(free: width)) }

  /// Waits, also if there is a place: who began at once would keep those behind from lining up.
  func begin(_ rank: InTurn.Rank) async {
    await withCheckedContinuation { continuation in
      let hasPlace = state.withLock { state in
        state.waiting[rank, default: []].append(continuation)
        return state.free > 0
      }
      guard hasPlace else { return }
      Task {
        try? await Task.sleep(for: .milliseconds(100))
        callNext()
      }
    }
  }

  func end() {
    state.withLock { $0.free += 1 }
    callNext()
  }

  private func callNext() { state.withLock { $0.next() }?.resume() }
}
