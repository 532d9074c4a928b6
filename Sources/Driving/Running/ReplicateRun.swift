import Diagnosis
import Foundation
import Loop
import Randomness

/// One replicate of a driven loop.
struct ReplicateRun {
  private let definition: DrivenDefinition
  private let replicate: Int
  private let folder: DrivenFolder
  private let scratch: String
  private let key: StreamKey

  init(_ definition: DrivenDefinition, replicate: Int, in folder: DrivenFolder) throws(DriveError) {
    (self.definition, self.replicate, self.folder) = (definition, replicate, folder)
    scratch = "\(folder.scratch)/replicate-\(replicate)"
    key = StreamKey(rootSeed: definition.seed).child("drive")
    try SystemFile.makeFolder(scratch)
  }

  /// Runs it up to its last generation, or to what ends it.
  ///
  /// - Returns: how it ended; `nil` if the whole loop is to stop, for which another replicate has a reason.
  /// - Throws: ``DriveError`` for what ends the whole loop.
  func end(
    _ models: ModelKeeper, _ check: RepeatCheck, _ meter: WorkMeter, isStopping: () -> Bool
  ) async throws -> DrivenEnd? {
    let journal = try Journal(
      folder.replicate(replicate), keepsAll: TrainingData.needsAll(definition.policy))
    let coder = RowCoder(definition.real.symbols)
    var data = TrainingData(
      definition.policy, samples: definition.samples, start: definition.start,
      real: definition.real.rows, key: key, replicate: replicate)
    let start = coder.counts(of: data.set)
    let last = journal.entries.count
    meter.complete(Double(min(last, definition.generations)))
    // A longer run has been here.
    if last > definition.generations { return end(start, journal) }
    try resume(&data, journal, coder, last)
    var failure: ModelFailure?
    for generation in (last + 1)..<(definition.generations + 1) {
      if isStopping() { return nil }
      do {
        try await step(generation, &data, journal, coder, models, check)
        meter.complete(1)
      } catch let found as ModelFailure {
        if RunningModels.isStopping { throw DriveError(.stopped, "interrupted") }
        await models.close()
        failure = found
        meter.complete(Double(definition.generations - generation + 1))
        break
      }
    }
    if failure == nil { try keep(data, definition.generations) }
    try journal.finish()
    try? FileManager.default.removeItem(atPath: scratch)
    return end(start, journal, failure)
  }

  private func end(
    _ start: GenerationCounts, _ journal: Journal, _ failure: ModelFailure? = nil
  ) -> DrivenEnd {
    let entries = journal.entries.prefix(definition.generations)
    return DrivenEnd(
      replicate: replicate, reason: failure.map { plain($0.reason) },
      lines: failure?.lines.map(plain) ?? [], counts: [start] + entries.map(\.counts),
      seconds: entries.map(\.seconds))
  }

  /// Paths of this run are no part of what is told.
  private func plain(_ line: String) -> String { line.replacing("\(scratch)/", with: "") }

  /// Takes in what was accepted before.
  private func resume(
    _ data: inout TrainingData, _ journal: Journal, _ coder: RowCoder, _ last: Int
  ) throws {
    guard last > 0 else { return }
    for entry in journal.entries { coder.know(entry.counts) }
    // Of what is forgotten nothing else is needed but the last.
    let first = TrainingData.needsAll(definition.policy) ? 1 : last
    for generation in 1..<first { data.pass(generation) }
    for generation in first...last {
      let rows = try RowBytes.rows(
        try journal.increment(generation), like: definition.real, coder, scratch: scratch)
      data.accept(rows, generation)
    }
  }

  /// One generation, which is accepted, or is not there.
  ///
  /// - Throws: ``ModelFailure`` or ``DriveError``.
  private func step(
    _ generation: Int, _ data: inout TrainingData, _ journal: Journal, _ coder: RowCoder,
    _ models: ModelKeeper, _ check: RepeatCheck
  ) async throws {
    try keep(data, generation - 1)
    if let obstacle = data.obstacle(generation) { throw ModelFailure(reason: obstacle) }
    let need = data.need(generation)
    let suffix = definition.hasLines ? "txt" : "csv"
    let train = "\(scratch)/train-\(generation).\(suffix)"
    let request = ModelRequest(
      train: train, samples: need.rows, seed: seed(generation),
      output: "\(scratch)/output-\(generation).\(suffix)", generation: generation,
      mostBytes: definition.real.mostBytes(rows: need.rows))
    let training = try SystemFile(train)
    try training.append(definition.real.head + data.set.bytes)
    defer { unlink(train) }

    let model = try models.ready()
    let start = ContinuousClock.now
    try await model.run(request)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let output = try read(request, coder, model)
    if check.isOf(replicate: replicate, generation: generation) {
      let training = definition.real.head + data.set.bytes
      try await check.begin(request, training: training, output: output)
    }
    let increment = data.increment(output, generation)
    data.accept(increment, generation)
    try journal.accept(
      generation, increment: increment, counts: coder.counts(of: data.set), seconds: seconds)
  }

  private func seed(_ generation: Int) -> UInt64 {
    var stream = RandomStream(
      key: key, replicate: replicate, generation: generation, purpose: .synthetic)
    return stream.next() >> 1
  }

  /// The rows that a model has written, whose file is gone then.
  private func read(_ request: ModelRequest, _ coder: RowCoder, _ model: any Model) throws -> Rows {
    defer { try? FileManager.default.removeItem(atPath: request.output) }
    do {
      return try OutputReading(request: request, real: definition.real, coder: coder).rows()
    } catch let wrong as WrongOutput {
      throw ModelFailure(reason: wrong.description, lines: model.lastLines)
    }
  }

  private func keep(_ data: TrainingData, _ generation: Int) throws(DriveError) {
    guard definition.keep.contains(generation) else { return }
    try folder.keep(
      definition.real.head + data.set.bytes, replicate: replicate, generation: generation,
      hasLines: definition.hasLines)
  }
}
