import Documents
import Foundation
import Simulation

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

  // MARK: - The plan

  /// Puts the plan into the folder, if it is not there.
  ///
  /// - Throws: ``Failure`` if another is, and this one does not extend it.
  func keepPlan(in folder: OutputFolder) throws {
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
    guard let old = try? SweepPlan(ofAnyKind: JSONValue(json: text)) else {
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
  static func checkFormat(_ path: String) throws {
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

  // MARK: - Its files

  /// The piece at an address, if it is whole.
  static func piece(at address: SweepAddress, in folder: String) -> SweepPiece? {
    piece("\(folder)/cells/\(address.path)").flatMap { $0.address == "\(address)" ? $0 : nil }
  }

  /// The piece in a file, if it is whole.
  static func piece(_ file: String) -> SweepPiece? {
    FileManager.default.contents(atPath: file)
      .flatMap { String(validating: $0, as: UTF8.self) }
      .flatMap { SweepPiece(text: $0) }
  }
}
