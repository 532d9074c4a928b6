import Dispatch
import Synchronization

/// Independent pieces of work spread over threads.
///
/// Results come back in the order of their indices and depend on nothing but the index, so the
/// number of threads and the order of work leave no trace.
public struct Replicates: Sendable {
  /// Number of replicates, ≥ 0.
  public let count: Int
  /// Number of threads, ≥ 1.
  public let threads: Int

  /// `count` replicates over `threads` threads.
  public init(count: Int, threads: Int) {
    precondition(count >= 0 && threads >= 1, "a count ≥ 0 and threads ≥ 1 are needed")
    self.count = count
    self.threads = threads
  }

  /// Computes `body(0)` … `body(count − 1)`.
  ///
  /// - Parameters:
  ///   - handful: how many a thread takes at once; small enough to balance, large enough that the counter
  ///     is not contended unless stated.
  ///   - progress: called now and then, from any thread, with the number of replicates newly done.
  ///   - body: a pure function of the index.
  /// - Returns: the results, in order.
  /// - Throws: the error of the lowest index that failed.
  public func map<Result: Sendable>(
    handful: Int? = nil, progress: (@Sendable (Int) -> Void)? = nil,
    _ body: @Sendable (Int) throws -> Result
  ) throws -> [Result] {
    let chunk = max(1, handful ?? min(64, count / (8 * threads)))
    let next = Atomic<Int>(0)
    let failure = Mutex<(index: Int, error: any Error)?>(nil)
    let slots = UnsafeMutableBufferPointer<Result?>.allocate(capacity: count)
    slots.initialize(repeating: nil)
    defer {
      slots.deinitialize()
      slots.deallocate()
    }
    // Each index is written by one thread, once.
    nonisolated(unsafe) let shared = slots
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let start = next.add(chunk, ordering: .relaxed).oldValue
        guard start < count else { return }
        let end = min(start + chunk, count)
        for index in start..<end {
          do {
            shared[index] = try body(index)
          } catch {
            // Lower chunks are in hand already and will finish; no higher one is begun.
            failure.withLock { if index < $0?.index ?? .max { $0 = (index, error) } }
            next.store(count, ordering: .relaxed)
            return
          }
        }
        progress?(end - start)
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure.error }
    return slots.map { $0! }
  }
}
