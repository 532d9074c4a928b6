import Documents
import Foundation
import Subprocess
import Synchronization

/// A program that stays alive, and is asked for each generation by a line of JSON.
final class SessionModel: Model {
  private struct Question: Sendable {
    let line: String
    let answer: CheckedContinuation<String, any Error>
  }

  private let limit: Double
  private let errors = LastLines()
  private let questions: AsyncStream<Question>.Continuation
  private let task: Task<Void, Never>
  private let number: Int

  /// Starts the program.
  init(_ command: ModelCommand, _ executable: Executable, limit: Double) throws(DriveError) {
    self.limit = limit
    number = try RunningModels.enter()
    let (stream, questions) = AsyncStream<Question>.makeStream()
    self.questions = questions
    let task = Task.detached { [errors] in
      let open = Mutex<Question?>(nil)
      var ending: String
      do {
        let status = try await Subprocess.run(
          executable, arguments: Arguments(Array(command.words.dropFirst())),
          platformOptions: .apart, input: .inputWriter, output: .sequence, error: .sequence
        ) { execution in
          await withTaskGroup(of: Void.self) { group in
            group.addTask {
              do {
                for try await part in execution.standardError {
                  part.withUnsafeBytes { errors.add($0) }
                }
              } catch {}
            }
            var answers = AnswerLines(execution.standardOutput)
            for await question in stream {
              open.withLock { $0 = question }
              do {
                _ = try await execution.standardInputWriter.write(question.line)
                guard let line = try await answers.next() else { break }
                open.withLock { $0 = nil }
                question.answer.resume(returning: line)
              } catch let failure as ModelFailure {
                open.withLock { $0 = nil }
                question.answer.resume(throwing: failure)
              } catch {
                break
              }
            }
            try? await execution.standardInputWriter.finish()
          }
        }.terminationStatus
        ending = "ended \(status.words) before it answered"
      } catch {
        ending = "could not be run: \(error)"
      }
      questions.finish()
      let failure = ModelFailure(reason: ending)
      open.withLock { $0 }?.answer.resume(throwing: failure)
      for await question in stream { question.answer.resume(throwing: failure) }
    }
    self.task = task
    RunningModels.end(number) { task.cancel() }
  }

  var lastLines: [String] { errors.lines }

  func run(_ request: ModelRequest) async throws {
    let watch = Watch(request, limit: limit)
    let line = Self.line(request)
    let result: Result<String, any Error> = await watch.during({ [task] in task.cancel() }) {
      do {
        return .success(
          try await withCheckedThrowingContinuation { answer in
            if case .terminated = questions.yield(Question(line: line, answer: answer)) {
              answer.resume(throwing: ModelFailure(reason: "ended before it was asked"))
            }
          })
      } catch {
        return .failure(error)
      }
    }
    if RunningModels.isStopping { throw DriveError(.stopped, "interrupted") }
    if let reason = watch.reason { throw ModelFailure(reason: reason, lines: lastLines) }
    do {
      try Self.check(try result.get())
    } catch var failure as ModelFailure {
      failure.lines = lastLines
      throw failure
    }
  }

  func close() async {
    questions.finish()
    // Most end with their input; no more is asked of those that do not.
    let task = task
    let patience = Task.detached {
      try? await Task.sleep(for: .seconds(2))
      task.cancel()
    }
    await task.value
    patience.cancel()
    RunningModels.leave(number)
  }

  // MARK: - Lines

  private static func line(_ request: ModelRequest) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let object: JSONValue = .object([
      "train": .string(request.train), "samples": .integer(request.samples),
      "seed": .integer(Int(request.seed)), "output": .string(request.output),
      "generation": .integer(request.generation),
    ])
    return ((try? encoder.encode(object)).map { String(decoding: $0, as: UTF8.self) } ?? "{}")
      + "\n"
  }

  private static func check(_ line: String) throws(ModelFailure) {
    let allowed = #"use {"done": true} or {"error": "…"}, and print all else to standard error"#
    guard case .object(let answer)? = try? JSONValue(json: line) else {
      throw ModelFailure(
        reason: "answered \(WrongOutput.short(line)), which is no JSON object: \(allowed)")
    }
    if case .string(let error)? = answer["error"] {
      throw ModelFailure(reason: "answered that \(WrongOutput.short(error))")
    }
    guard answer["done"] == .bool(true) else {
      throw ModelFailure(reason: "answered \(WrongOutput.short(line)): \(allowed)")
    }
  }
}
