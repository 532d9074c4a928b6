import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A program that is started anew for each generation.
final class OnceModel: Model {
  private let command: ModelCommand
  private let executable: Executable
  private let limit: Double
  private let errors = LastLines()

  init(_ command: ModelCommand, _ executable: Executable, limit: Double) {
    (self.command, self.executable, self.limit) = (command, executable, limit)
  }

  var lastLines: [String] { errors.lines }

  func close() async {}

  func run(_ request: ModelRequest) async throws {
    errors.clear()
    let watch = Watch(request, limit: limit)
    let number = try RunningModels.enter()
    defer { RunningModels.leave(number) }
    let task = Task.detached { [errors, executable, command] in
      try await Subprocess.run(
        executable, arguments: Arguments(Array(command.filled(request).dropFirst())),
        platformOptions: .apart, input: .none, output: .discarded, error: .sequence
      ) { execution in
        for try await part in execution.standardError {
          part.withUnsafeBytes { errors.add($0) }
        }
      }.terminationStatus
    }
    let end: @Sendable () -> Void = { task.cancel() }
    RunningModels.end(number, by: end)
    let result = await watch.during(end) { await task.result }
    if RunningModels.isStopping { throw DriveError(.stopped, "interrupted") }
    if let reason = watch.reason { throw ModelFailure(reason: reason, lines: lastLines) }
    switch result {
    case .success(let status) where status.isSuccess: return
    case .success(let status):
      throw ModelFailure(reason: "ended \(status.words): use exit code 0", lines: lastLines)
    case .failure(let error):
      throw ModelFailure(reason: "could not be run: \(error)", lines: lastLines)
    }
  }
}

extension PlatformOptions {
  /// A process group of its own, all of which is ended at once.
  static var apart: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(5))
    ]
    return options
  }
}

extension TerminationStatus {
  /// "with exit code 3".
  var words: String {
    switch self {
    case .exited(let code): "with exit code \(code)"
    case .signaled(let number): "by signal \(number)"
    }
  }
}
