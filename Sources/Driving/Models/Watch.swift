import Foundation
import Synchronization

/// Watches over one generation of a model: its time, and the size of what it writes.
final class Watch: Sendable {
  private let found = Mutex<String?>(nil)
  private let limit: Double
  private let request: ModelRequest

  init(_ request: ModelRequest, limit: Double) { (self.request, self.limit) = (request, limit) }

  /// What was wrong, if anything was.
  var reason: String? { found.withLock { $0 } }

  /// Calls `end` as soon as anything is wrong, or nobody waits any more, while `body` runs.
  func during<Result: Sendable>(
    _ end: @escaping @Sendable () -> Void, _ body: () async -> Result
  ) async -> Result {
    let start = ContinuousClock.now
    let task = Task.detached { [self] in
      while !Task.isCancelled {
        let left = limit - (ContinuousClock.now - start) / .seconds(1)
        let reason =
          left <= 0
          ? "took longer than the time limit of \(Self.words(limit)): raise limit" : tooLarge
        if let reason {
          found.withLock { $0 = reason }
          return end()
        }
        try? await Task.sleep(for: .seconds(min(0.25, left)))
      }
    }
    let result = await withTaskCancellationHandler(operation: body, onCancel: end)
    task.cancel()
    // What it finds at the last moment is known now, and not after the next generation has begun.
    await task.value
    return result
  }

  /// What is wrong with the size of the output, if anything is.
  private var tooLarge: String? {
    var status = stat()
    guard stat(request.output, &status) == 0, Int(status.st_size) > request.mostBytes else {
      return nil
    }
    return "wrote more than \(request.mostBytes / 1_000_000 + 1) MB, far more than"
      + " \(request.samples) rows need"
  }

  private static func words(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
  }
}
