import Claims
import Documents
import Foundation
import Loop
import Simulation

// How cells are run and kept.

extension SweepFolder {
  /// A cell that was run.
  struct Run: Sendable {
    let cell: Int
    /// How much there was to do, as ``SweepJob/work`` counts it.
    let work: Double
    let seconds: Double
    /// Why it failed, if it did.
    let failure: String?
  }

  /// Runs cells in their order, and keeps each as soon as it is finished or has failed.
  ///
  /// - Parameter seconds: after how long no further cell is begun; at least one is run.
  /// - Throws: ``Failure`` if a file cannot be written, or if the plan turns out not to make sense.
  @discardableResult
  func run(
    _ cells: [(cell: Int, work: Double)], threads: Int, for seconds: Double = .infinity
  ) throws -> [Run] {
    let (plan, start) = (plan, ContinuousClock.now)
    let workers = max(1, min(threads, cells.count))
    let inside = max(1, threads / workers)
    let meter = WorkMeter()
    meter.plan(cells.map(\.work).reduce(0, +))
    let begun = begunCells()
    let progress = Progress("sweep", meter: meter)
    defer { progress.finish() }
    var runs: [Run] = []
    try OutputFolder.fill(path) { folder in
      try keepPlan(in: folder)
      runs = try Replicates(count: cells.count, threads: workers).map(handful: 1) {
        place -> Run? in
        let begin = ContinuousClock.now
        guard place == 0 || (begin - start) / .seconds(1) < seconds else { return nil }
        let (index, work) = cells[place]
        let part = WorkMeter(part: work, of: meter)
        let failure = try run(
          plan.cell(index), RunContext(threads: inside, meter: part), after: begun, into: folder)
        part.finish()
        return Run(
          cell: index, work: work, seconds: (ContinuousClock.now - begin) / .seconds(1),
          failure: failure)
      }
      .compactMap(\.self)
      return []
    }
    return runs
  }

  /// Runs one cell, and keeps its rows, or a reason that will be the same the next time, which is returned.
  private func run(
    _ cell: SweepCell, _ context: RunContext, after begun: [String: [Int]],
    into folder: OutputFolder
  ) throws -> String? {
    let address = cell.address!
    func keep(_ piece: SweepPiece, at path: String) throws {
      try folder.publish(piece.text, to: "cells/\(path)")
    }
    let found: (table: Table, state: SimulationState?)
    do {
      found = try driving {
        try cell.job().run(
          context: context, after: state(before: address, begun),
          in: "\(path)/cells/\(address.folder)")
      }
    } catch let failure as Failure {
      throw failure
    } catch let error as DefinitionError {
      throw Failure(code: .badData, sentence: "in cell \(cell.index), \(error)")
    } catch {
      try keep(SweepPiece(failure: "\(error)", at: address), at: address.path)
      return "\(error)"
    }
    if let state = found.state { try keep(SweepPiece(state, at: address), at: address.statePath) }
    try keep(SweepPiece(found.table, at: address), at: address.path)
    return nil
  }

  // MARK: - More replicates

  /// For each definition the numbers of replicates with which it has been run.
  private func begunCells() -> [String: [Int]] {
    let files = FileManager.default.enumerator(atPath: "\(path)/cells")
    let addresses = (files?.compactMap { $0 as? String } ?? []).compactMap {
      SweepAddress(statePath: $0)
    }
    return Dictionary(grouping: addresses, by: \.definition).mapValues {
      $0.compactMap(\.replicates)
    }
  }

  /// What a cell can go on with, of the one with the most replicates among those that differ in nothing else.
  private func state(before address: SweepAddress, _ begun: [String: [Int]]) -> SimulationState? {
    guard let most = address.replicates else { return nil }
    for count in (begun[address.definition] ?? []).filter({ $0 <= most }).sorted(by: >) {
      let other = SweepAddress(definition: address.definition, replicates: count)
      if let piece = Self.piece("\(path)/cells/\(other.statePath)"), piece.address == "\(other)",
        case .state(let state) = piece.content
      {
        return state
      }
    }
    return nil
  }
}
