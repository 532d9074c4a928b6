import Dispatch
import Documents
import Loop
import Randomness
import Subprocess
import Synchronization

/// Runs a loop whose model is any program, from where it was left.
package struct Driver: Sendable {
  /// What is run.
  package let definition: DrivenDefinition
  /// Where it is kept.
  package let folder: DrivenFolder

  /// A loop in its folder.
  package init(_ definition: DrivenDefinition, in folder: DrivenFolder) {
    (self.definition, self.folder) = (definition, folder)
  }

  /// Runs all that is left.
  ///
  /// - Parameter context: as many programs run at once as it has threads; no result depends on it.
  /// - Returns: how each replicate ended.
  /// - Throws: ``DriveError``.
  package func run(context: RunContext) throws -> [DrivenEnd] {
    try Self.waiting { try await ends(context) }
  }

  /// Looks for the program, so that one that is not there is told of before anything is written.
  ///
  /// - Throws: ``DriveError``.
  package static func check(_ definition: DrivenDefinition) throws {
    try waiting { _ = try await definition.command.executable() }
  }

  /// What a task comes to, for whom has no other.
  private static func waiting<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let (outcome, done) = (Outcome<Value>(), DispatchSemaphore(value: 0))
    Task.detached {
      do {
        outcome.set(.success(try await body()))
      } catch {
        outcome.set(.failure(error))
      }
      done.signal()
    }
    done.wait()
    return try outcome.get()
  }

  private func ends(_ context: RunContext) async throws -> [DrivenEnd] {
    let executable = try await definition.command.executable()
    let work = Work()
    let check = RepeatCheck(definition, executable, in: folder)
    try await check.goOn()
    context.meter.plan(Double(definition.generations) * Double(definition.replicates))
    return try await withThrowingTaskGroup(of: [DrivenEnd].self) { group in
      for _ in 0..<min(context.threads, definition.replicates) {
        group.addTask {
          let models = ModelKeeper(definition, executable)
          var ends: [DrivenEnd] = []
          do {
            while !work.isStopping {
              guard let replicate = work.next(below: definition.replicates) else { break }
              let run = try ReplicateRun(definition, replicate: replicate, in: folder)
              let end = try await run.end(models, check, context.meter) { work.isStopping }
              if let end { ends.append(end) }
            }
            await models.close()
          } catch {
            work.stop()
            await models.close()
            await check.cancel()
            throw error
          }
          return ends
        }
      }
      var ends: [DrivenEnd] = []
      for try await part in group { ends += part }
      try await check.finish()
      return ends.sorted { $0.replicate < $1.replicate }
    }
  }
}

/// What a task came to.
private final class Outcome<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)

  func set(_ new: Result<Value, any Error>) { result.withLock { $0 = new } }
  func get() throws -> Value { try result.withLock { $0! }.get() }
}

/// What workers share.
private final class Work: Sendable {
  private let replicates = Atomic<Int>(0)
  private let stops = Atomic<Bool>(false)

  /// The next replicate, if there is one left.
  func next(below count: Int) -> Int? {
    let replicate = replicates.add(1, ordering: .relaxed).oldValue
    return replicate < count ? replicate : nil
  }

  /// Whether the loop ends.
  var isStopping: Bool { stops.load(ordering: .relaxed) }
  /// Ends the loop.
  func stop() { stops.store(true, ordering: .relaxed) }
}

/// The program of one worker, which serves one replicate after the other.
final class ModelKeeper {
  private let definition: DrivenDefinition
  private let executable: Executable
  private var model: (any Model)?

  init(_ definition: DrivenDefinition, _ executable: Executable) {
    (self.definition, self.executable) = (definition, executable)
  }

  /// A program that is ready.
  func ready() throws -> any Model {
    if let model { return model }
    let model = try Self.start(definition, executable)
    self.model = model
    return model
  }

  /// A program of its own.
  static func start(
    _ definition: DrivenDefinition, _ executable: Executable
  ) throws -> any Model {
    definition.command.isSession
      ? try SessionModel(definition.command, executable, limit: definition.limit)
      : OnceModel(definition.command, executable, limit: definition.limit)
  }

  /// Ends the program; the next one is another.
  func close() async {
    await model?.close()
    model = nil
  }
}
