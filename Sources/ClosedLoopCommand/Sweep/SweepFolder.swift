import Definitions
import Experiments
import Foundation
import Laboratory
import Retraining
import Tables

/// A folder in which a sweep grows: `sweep.json`, the plan; `cells/`, a file for each cell that is finished or
/// failed; and in the end `sweep.csv`, the table.
///
/// Several programs may work at it at the same time, on several machines.
struct SweepFolder {
  let path: String
  let plan: SweepPlan

  /// The folder at `path`, which holds `plan`, a plan that it extends, or nothing of a sweep yet.
  ///
  /// - Throws: ``Failure`` if it holds another plan.
  init(_ path: String, plan: SweepPlan) throws {
    (self.path, self.plan) = (path, plan)
    try Self.checkFormat(path)
    if FileManager.default.fileExists(atPath: "\(path)/sweep.json") { try checkPlan() }
  }

  /// Cells of `indices` by what is known of them.
  struct State {
    /// Neither finished nor known to fail, with what there is to do, as ``SweepJob/work`` counts it.
    var left: [(cell: Int, work: Double)] = []
    var finished = 0
    var failed: [(cell: Int, reason: String)] = []
  }

  /// What the folder has of the cells of `indices`.
  func state(of indices: some Sequence<Int>) -> State {
    var state = State()
    for index in indices {
      let cell = plan.cell(index)
      switch cell.address.flatMap({ Self.piece(at: $0, in: path) })?.content {
      case .rows?: state.finished += 1
      case .failure(let reason)?: state.failed.append((index, reason))
      case .state?, nil:
        do {
          state.left.append((index, try cell.job().work))
        } catch {
          state.failed.append((index, "\(error)"))
        }
      }
    }
    return state
  }

  // MARK: - Running

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
      found = try cell.job().run(context: context, after: state(before: address, begun))
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

  // MARK: - The plan

  private func keepPlan(in folder: OutputFolder) throws {
    try folder.publishFirst(plan.document.json, to: "sweep.json")
    if try checkPlan() { try folder.publish(plan.document.json, to: "sweep.json") }
  }

  /// Whether the plan extends the one that is there.
  ///
  /// - Throws: ``Failure`` if it leaves out cells that are finished.
  @discardableResult
  private func checkPlan() throws -> Bool {
    let text = try readText(at: "\(path)/sweep.json", hint: "remove it")
    guard text != plan.document.json else { return false }
    guard let old = try? SweepPlan(JSONValue(json: text)) else {
      throw Failure(
        code: .badData,
        sentence: "\(path) holds the sweep of a plan that cannot be read: choose another folder")
    }
    let addresses = (1...plan.count).compactMap { plan.cell($0).address }
    let own = Dictionary(
      addresses.map { ($0.definition, $0.replicates ?? 0) }, uniquingKeysWith: max)
    let (finished, kept) = (1...old.count).reduce(into: (0, 0)) { counts, index in
      guard let address = old.cell(index).address,
        case .rows? = Self.piece(at: address, in: path)?.content
      else { return }
      counts.0 += 1
      if address.replicates ?? 0 <= own[address.definition] ?? -1 { counts.1 += 1 }
    }
    guard kept == finished else {
      throw Failure(
        code: .badData,
        sentence:
          "\(path) holds the sweep of another plan, and \(finished - kept) of its \(finished) finished"
          + " cells are not in this one: choose another folder, or a plan that adds to the other")
    }
    return true
  }

  /// - Throws: ``Failure`` if the folder was written when cells had numbers and no addresses.
  private static func checkFormat(_ path: String) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/cells")) ?? []
    let isOld = names.contains { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: "\(path)/cells/\(name)", isDirectory: &isFolder)
      return exists && !isFolder.boolValue && Int(name) != nil
    }
    guard !isOld else {
      throw Failure(
        code: .badData,
        sentence:
          "\(path) holds a sweep of an older version, whose cells cannot be read: choose another folder"
      )
    }
  }

  // MARK: - Putting together

  /// The table of all cells in `folders`, whose plan is that of the first.
  ///
  /// - Throws: ``Failure`` with exit code 65 where they do not make a whole.
  static func merge(_ folders: [String]) throws -> (plan: String, SweepTable) {
    let file = "\(folders[0])/sweep.json"
    let text = try readText(at: file, hint: Self.hint)
    for folder in folders {
      try checkFormat(folder)
      guard try readText(at: "\(folder)/sweep.json", hint: Self.hint) == text else {
        throw Failure(
          code: .badData,
          sentence:
            "\(folder) holds the sweep of another plan than \(folders[0]): merge shards of one"
            + " plan")
      }
    }
    do {
      let plan = try SweepPlan(try JSONValue(json: text))
      return (text, try SweepTable(of: plan) { try piece(of: $0, at: $1, in: folders) })
    } catch let error as DefinitionError {
      throw Failure(code: .badData, sentence: "\(file): \(error)")
    } catch let error as SweepError {
      throw Failure(code: .badData, sentence: "\(error)")
    }
  }

  private static let hint = "use a folder that closedloop sweep wrote"

  /// What one of the folders has of a cell.
  ///
  /// - Throws: ``SweepError`` if it is damaged, or two of them do not agree.
  private static func piece(
    of cell: SweepCell, at address: SweepAddress, in folders: [String]
  ) throws -> SweepPiece? {
    var found: (folder: String, piece: SweepPiece)?
    for folder in folders {
      let file = "\(folder)/cells/\(address.path)"
      guard FileManager.default.fileExists(atPath: file) else { continue }
      guard let piece = piece(at: address, in: folder) else {
        throw SweepError(
          description:
            "\(file), which is cell \(cell.index), is damaged: run the sweep again, which"
            + " writes it anew")
      }
      if let other = found, other.piece != piece {
        throw SweepError(
          description:
            "cell \(cell.index) is not the same in \(other.folder) and in \(folder): remove the"
            + " file \(address.path) in the cells of one of them")
      }
      found = found ?? (folder, piece)
    }
    return found?.piece
  }

  /// The piece at an address, if it is whole.
  private static func piece(at address: SweepAddress, in folder: String) -> SweepPiece? {
    piece("\(folder)/cells/\(address.path)").flatMap { $0.address == "\(address)" ? $0 : nil }
  }

  /// The piece in a file, if it is whole.
  private static func piece(_ file: String) -> SweepPiece? {
    FileManager.default.contents(atPath: file)
      .flatMap { String(validating: $0, as: UTF8.self) }
      .flatMap { SweepPiece(text: $0) }
  }
}
