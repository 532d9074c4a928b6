import Documents
import Foundation

/// What of a replicate has been accepted, generation by generation: its rows, and a line with all that is recorded.
///
/// Rows are added to a file, then a line to another one: a generation without its line is not there, and a line whose
/// check, or that of its rows, is not right ends what there is. So a program that is killed anywhere, or a machine that
/// loses power, costs the last generations at most. Where rows of old generations are not needed, they are in a file
/// that is removed now and then.
final class Journal {
  /// One generation.
  struct Entry {
    let generation: Int
    /// Of its training set.
    let counts: GenerationCounts
    /// That the model took.
    let seconds: Double
    fileprivate let place: Place
  }

  /// Where rows are.
  fileprivate struct Place: Equatable {
    var file = 0
    var offset = 0
    var bytes = 0
    var check = ""
  }

  private let folder: String
  private let keepsAll: Bool
  private let lines: SystemFile
  private var rows: SystemFile
  /// Generations 1, 2, 3 and so on.
  private(set) var entries: [Entry] = []
  private var newest = 0
  /// Bytes of rows in a file before another one is begun.
  static let largest = 1 << 24

  /// Opens what there is in a folder, up to the last generation that is whole.
  ///
  /// - Parameter keepsAll: whether rows of all generations are needed to go on.
  init(_ folder: String, keepsAll: Bool) throws(DriveError) {
    (self.folder, self.keepsAll) = (folder, keepsAll)
    try SystemFile.makeFolder(folder)
    lines = try SystemFile("\(folder)/journal")
    var (found, offset) = ([(entry: Entry, end: Int)](), 0)
    let bytes = lines.read(at: 0, count: lines.count) ?? []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    {
      offset += line.count + 1
      guard let entry = Self.entry(line), entry.generation == found.count + 1 else { break }
      found.append((entry, offset))
    }
    func isWhole(_ place: Place) throws(DriveError) -> Bool {
      let path = "\(folder)/rows.\(place.file)"
      guard access(path, F_OK) == 0 else { return false }
      let rows = try SystemFile(path).read(at: place.offset, count: place.bytes)
      return rows.map { RunningChecksum.text(of: $0) == place.check } ?? false
    }
    if keepsAll {
      var count = 0
      while count < found.count, try isWhole(found[count].entry.place) { count += 1 }
      found.removeLast(found.count - count)
    } else {
      while let last = found.last, try !isWhole(last.entry.place) { found.removeLast() }
    }
    entries = found.map(\.entry)
    newest = entries.last?.place.file ?? 0
    rows = try SystemFile("\(folder)/rows.\(newest)")
    try lines.truncate(to: found.last?.end ?? 0)
    let last = entries.last?.place ?? Place()
    try rows.truncate(to: last.offset + last.bytes)
    try removeFiles { $0 > newest }
  }

  /// Accepts a generation: the next one.
  func accept(
    _ generation: Int, increment: Rows, counts: GenerationCounts, seconds: Double
  ) throws(DriveError) {
    precondition(generation == entries.count + 1)
    if !keepsAll, rows.count > Self.largest {
      try rows.synchronise(always: true)
      newest += 1
      rows = try SystemFile("\(folder)/rows.\(newest)")
      try rows.truncate(to: 0)
    }
    let place = Place(
      file: newest, offset: rows.count, bytes: increment.bytes.count,
      check: RunningChecksum.text(of: increment.bytes))
    let entry = Entry(
      generation: generation, counts: counts, seconds: seconds, place: place)
    try rows.append(increment.bytes)
    do throws(DriveError) {
      try lines.append(Self.line(entry))
    } catch {
      try? rows.truncate(to: place.offset)
      throw error
    }
    try rows.synchronise()
    try lines.synchronise()
    entries.append(entry)
    // Two generations that are whole are in newer files.
    if !keepsAll, entries.count > 1, entries[entries.count - 2].place.file == newest {
      try removeFiles { $0 < newest }
    }
  }

  /// Has all on the disk.
  func finish() throws(DriveError) {
    try rows.synchronise(always: true)
    try lines.synchronise(always: true)
  }

  /// The bytes of the increment of a generation that is kept.
  func increment(_ generation: Int) throws(DriveError) -> [UInt8] {
    let place = entries[generation - 1].place
    let file = place.file == newest ? rows : try SystemFile("\(folder)/rows.\(place.file)")
    return file.read(at: place.offset, count: place.bytes) ?? []
  }

  private func removeFiles(_ isOld: (Int) -> Bool) throws(DriveError) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      if name.hasPrefix("rows."), let number = Int(name.dropFirst(5)), isOld(number) {
        unlink("\(folder)/\(name)")
      }
    }
  }

  // MARK: - Lines

  private static func line(_ entry: Entry) -> [UInt8] {
    let object: [String: JSONValue] = [
      "generation": .integer(entry.generation), "counts": entry.counts.document,
      "seconds": .number(entry.seconds), "file": .integer(entry.place.file),
      "offset": .integer(entry.place.offset), "bytes": .integer(entry.place.bytes),
      "check": .string(entry.place.check),
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let text = (try? encoder.encode(JSONValue.object(object))).map { [UInt8]($0) } ?? []
    return Array("\(RunningChecksum.text(of: text)) ".utf8) + text + [UInt8(ascii: "\n")]
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
    guard line.count > 17 else { return nil }
    let text = line.dropFirst(17)
    guard line.prefix(17).elementsEqual("\(RunningChecksum.text(of: text)) ".utf8),
      case .object(let object)? = try? JSONValue(json: String(decoding: text, as: UTF8.self)),
      let counts = GenerationCounts(object["counts"])
    else { return nil }
    func integer(_ name: String) -> Int? {
      if case .integer(let value)? = object[name] { value } else { nil }
    }
    guard let generation = integer("generation"), let seconds = object["seconds"]?.double,
      let file = integer("file"), let offset = integer("offset"), let bytes = integer("bytes"),
      case .string(let check)? = object["check"]
    else { return nil }
    return Entry(
      generation: generation, counts: counts, seconds: seconds,
      place: Place(file: file, offset: offset, bytes: bytes, check: check))
  }
}
