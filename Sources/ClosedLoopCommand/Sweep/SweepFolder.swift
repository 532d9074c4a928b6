import Definitions
import Experiments
import Foundation
import Laboratory
import Retraining
import Tables

/// A folder in which a sweep grows: `sweep.json`, the plan; `cells/`, a file for each finished cell; and in the
/// end `sweep.csv`, the table.
///
/// Several programs may work at it at the same time, on several machines.
struct SweepFolder {
  let path: String
  let plan: SweepPlan

  /// The folder at `path`, which holds `plan`, or nothing of a sweep yet.
  ///
  /// - Throws: ``Failure`` if it holds another plan.
  init(_ path: String, plan: SweepPlan) throws {
    (self.path, self.plan) = (path, plan)
    if FileManager.default.fileExists(atPath: "\(path)/sweep.json") { try checkPlan() }
  }

  private func checkPlan() throws {
    guard try readText(at: "\(path)/sweep.json", hint: "remove it") == plan.document.json else {
      throw Failure(
        code: .badData,
        sentence: "\(path) holds the sweep of another plan: choose another folder, or remove it")
    }
  }

  /// The cells of `indices` that are not finished.
  func unfinished(of indices: some Sequence<Int>) -> [Int] {
    let plan = plan
    return indices.filter { index in
      guard let piece = Self.piece(at: "\(path)/cells/\(index)") else { return true }
      return piece.cell != index || piece.plan != plan.fingerprint
    }
  }

  /// Runs the cells of `indices` and keeps each as soon as it is finished.
  ///
  /// - Parameters:
  ///   - seconds: after how long no further cell is begun; at least one is run.
  ///   - finished: called from any thread with the time that a cell took, in seconds.
  /// - Throws: ``Failure`` if a file cannot be written, if the plan turns out not to make sense, or, after all
  ///   others are done, if a cell fails.
  func run(
    _ indices: [Int], threads: Int, for seconds: Double = .infinity,
    finished: @Sendable (Double) -> Void = { _ in }
  ) throws {
    let (plan, start) = (plan, ContinuousClock.now)
    let workers = max(1, min(threads, indices.count))
    let context = RunContext(threads: max(1, threads / workers))
    let meter = WorkMeter()
    meter.plan(Double(indices.count))
    let progress = Progress("sweep", meter: meter)
    defer { progress.finish() }
    try OutputFolder.fill(path) { folder in
      try folder.publishFirst(plan.document.json, to: "sweep.json")
      try checkPlan()
      let failures = try Replicates(count: indices.count, threads: workers).map(handful: 1) {
        place -> String? in
        let begin = ContinuousClock.now
        guard place == 0 || (begin - start) / .seconds(1) < seconds else { return nil }
        let index = indices[place]
        let table: Table
        do {
          table = try plan.cell(index).run(context: context)
        } catch let error as DefinitionError {
          throw Failure(code: .badData, sentence: "in cell \(index), \(error)")
        } catch {
          // The others are worth having.
          return "cell \(index): \(error)"
        }
        try folder.publish(SweepPiece(table, cell: index, of: plan).text, to: "cells/\(index)")
        meter.complete(1)
        finished((ContinuousClock.now - begin) / .seconds(1))
        return nil
      }
      .compactMap(\.self)
      if let first = failures.first {
        let others = failures.count == 1 ? "" : "; \(failures.count - 1) more fail, too"
        throw Failure(code: .software, sentence: first + others)
      }
      return []
    }
  }

  // MARK: - Putting together

  /// The table of all cells in `folders`, whose plan is that of the first.
  ///
  /// - Throws: ``Failure`` with exit code 65 where they do not make a whole.
  static func merge(_ folders: [String], version: String) throws -> (plan: String, csv: String) {
    var pieces: [(folder: String, piece: SweepPiece)] = []
    let file = "\(folders[0])/sweep.json"
    let text = try readText(at: file, hint: Self.hint)
    let plan: SweepPlan
    do {
      plan = try SweepPlan(try JSONValue(json: text), version: version)
    } catch {
      throw Failure(code: .badData, sentence: "\(file): \(error)")
    }
    for folder in folders {
      guard try readText(at: "\(folder)/sweep.json", hint: Self.hint) == text else {
        throw Failure(
          code: .badData,
          sentence:
            "\(folder) holds the sweep of another plan than \(folders[0]): merge shards of one"
            + " plan")
      }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/cells")) ?? []
      for index in names.compactMap({ Int($0) }).sorted() {
        let place = "\(folder)/cells/\(index)"
        guard let piece = piece(at: place), piece.cell == index else {
          throw Failure(
            code: .badData, sentence: "\(place) is damaged: remove it and run its shard again")
        }
        pieces.append((folder, piece))
      }
    }
    do {
      return (text, try SweepPiece.join(pieces, of: (plan.fingerprint, plan.count)))
    } catch {
      throw Failure(code: .badData, sentence: "\(error)")
    }
  }

  private static let hint = "use a folder that closedloop sweep wrote"

  /// The piece in a file, if it is whole.
  private static func piece(at path: String) -> SweepPiece? {
    FileManager.default.contents(atPath: path)
      .flatMap { String(validating: $0, as: UTF8.self) }
      .flatMap { SweepPiece(text: $0) }
  }
}
