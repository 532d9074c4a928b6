import Documents
import Foundation
import Subprocess
import Synchronization

/// Whether the model makes the same rows of the same request again.
///
/// The second generation of replicate 0 is asked of another program, so that one that goes on with what it was asked
/// before is found out. What is needed for it is kept, and so is what came of it; in a session, whose start takes
/// time, the loop goes on meanwhile.
final class RepeatCheck: Sendable {
  private let definition: DrivenDefinition
  private let executable: Executable
  private let folder: DrivenFolder
  private let task = Mutex<Task<Void, any Error>?>(nil)

  init(_ definition: DrivenDefinition, _ executable: Executable, in folder: DrivenFolder) {
    (self.definition, self.executable, self.folder) = (definition, executable, folder)
  }

  /// Whether a generation is the one that is looked at.
  func isOf(replicate: Int, generation: Int) -> Bool {
    replicate == 0 && generation == min(2, definition.generations)
  }

  /// Keeps a request and the rows that were made of it, and begins.
  func begin(_ request: ModelRequest, training: [UInt8], output: Rows) async throws {
    let path = folder.check
    guard Self.outcome(in: folder) == nil else { return }
    try SystemFile.makeFolder(path)
    try SystemFile.write(training, to: "\(path)/train")
    try SystemFile.write(output.bytes, to: "\(path)/rows")
    let fields: [String: JSONValue] = [
      "samples": .integer(request.samples), "seed": .integer(Int(request.seed)),
      "generation": .integer(request.generation),
      "check": .string(Self.checksum(training, output.bytes)),
    ]
    try SystemFile.write(Array(JSONValue.object(fields).json.utf8), to: "\(path)/request")
    try await goOn()
  }

  /// Does what has been begun and has no outcome yet.
  func goOn() async throws {
    guard Self.outcome(in: folder) == nil, let request = try kept() else { return }
    let new = Task.detached { [self] in try await run(request) }
    task.withLock { $0 = new }
    if !definition.command.isSession { try await new.value }
  }

  /// Waits until it is done.
  func finish() async throws { try await task.withLock { $0 }?.value }

  /// Ends it without an outcome.
  func cancel() async {
    let task = task.withLock { $0 }
    task?.cancel()
    _ = await task?.result
  }

  /// Whether the rows were the same; `nil` where that is not known.
  static func outcome(in folder: DrivenFolder) -> Bool? {
    FileManager.default.contents(atPath: "\(folder.check)/outcome")
      .map { String(decoding: $0, as: UTF8.self) == "the same rows" }
  }

  private static func checksum(_ training: [UInt8], _ rows: [UInt8]) -> String {
    RunningChecksum.text(of: training) + RunningChecksum.text(of: rows)
  }

  /// The request with files of its own, if it is whole.
  private func kept() throws(DriveError) -> ModelRequest? {
    let (path, scratch) = (folder.check, "\(folder.scratch)/check")
    func bytes(_ name: String) -> [UInt8]? {
      FileManager.default.contents(atPath: "\(path)/\(name)").map { [UInt8]($0) }
    }
    guard let training = bytes("train"), let rows = bytes("rows"), let text = bytes("request"),
      case .object(let fields)? = try? JSONValue(json: String(decoding: text, as: UTF8.self)),
      fields["check"] == .string(Self.checksum(training, rows)),
      case .integer(let samples)? = fields["samples"], case .integer(let seed)? = fields["seed"],
      case .integer(let generation)? = fields["generation"]
    else { return nil }
    try SystemFile.makeFolder(scratch)
    let suffix = definition.hasLines ? "txt" : "csv"
    let train = "\(scratch)/train-\(generation).\(suffix)"
    unlink(train)
    try SystemFile(train).append(training)
    return ModelRequest(
      train: train, samples: samples, seed: UInt64(seed),
      output: "\(scratch)/output-\(generation).\(suffix)", generation: generation,
      mostBytes: definition.real.mostBytes(rows: samples))
  }

  private func run(_ request: ModelRequest) async throws {
    let model = try ModelKeeper.start(definition, executable)
    var isSame = false
    do {
      try await model.run(request)
      let coder = RowCoder(definition.real.symbols)
      let rows = try OutputReading(request: request, real: definition.real, coder: coder).rows()
      let first = FileManager.default.contents(atPath: "\(folder.check)/rows")
      isSame = first.map { $0.elementsEqual(rows.bytes) } ?? false
    } catch let error as DriveError {
      await model.close()
      throw error
    } catch {
      // That it fails the second time is another outcome, too.
    }
    await model.close()
    if Task.isCancelled { return }
    let words = isSame ? "the same rows" : "other rows"
    try SystemFile.write(Array(words.utf8), to: "\(folder.check)/outcome")
    for name in ["train", "rows"] { unlink("\(folder.check)/\(name)") }
  }
}
