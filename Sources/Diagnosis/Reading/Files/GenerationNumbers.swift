import Documents

/// Numbers of generations.
enum GenerationNumbers {
  /// Files with their numbers, in rising order.
  static func number(
    _ files: [String], from first: Int, _ notes: inout [ReadingNote]
  ) -> [(file: String, number: Int)] {
    let named = files.compactMap(lastNumber)
    guard named.count == files.count, Set(named).count == files.count else {
      notes.append(
        ReadingNote(
          .order,
          sentence: "the names of the files have no distinct numbers: "
            + "they are generations \(first) to \(first + files.count - 1) in their order"))
      return files.enumerated().map { ($1, first + $0) }
    }
    let pairs = zip(files, named).map { (file: $0, number: $1) }
    let sorted = pairs.sorted { $0.number < $1.number }
    if sorted.map(\.number) != named {
      notes.append(
        ReadingNote(
          .order, sentence: "the files are put in the order of the numbers in their names"))
    }
    return sorted
  }

  /// The last number in the name of a file, without the name's extension.
  static func lastNumber(in path: String) -> Int? {
    var name = path.split(separator: "/").last.map(Array.init) ?? []
    for ending in [".csv", ".tsv", ".txt"] where String(name).lowercased().hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    func isDigit(_ c: Character) -> Bool { ("0"..."9").contains(c) && c.isASCII }
    guard let end = name.lastIndex(where: isDigit) else { return nil }
    let digits = name[...end].reversed().prefix(while: isDigit).reversed()
    return digits.count <= 15 ? Int(String(digits)) : nil
  }

  /// Tells which generations are missing between others.
  static func note(gapsIn numbers: [Int], _ notes: inout [ReadingNote]) {
    let gaps = zip(numbers, numbers.dropFirst()).filter { $1 > $0 + 1 }
    guard !gaps.isEmpty else { return }
    let words = gaps.prefix(5).map { $0 + 2 == $1 ? "\($0 + 1)" : "\($0 + 1) to \($1 - 1)" }
    let missing = gaps.reduce(0) { $0 + $1.1 - $1.0 - 1 }
    notes.append(
      ReadingNote(
        .gaps, count: missing,
        sentence: "\(missing == 1 ? "one generation is" : "\(missing) generations are") missing: "
          + words.joined(separator: ", ") + (gaps.count > 5 ? ", and more" : "")))
  }

  /// The number of a generation in a cell.
  ///
  /// - Throws: ``ReadingError`` if that is none.
  static func parse(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ scratch: Scratch, column: String, file: String,
    line: Int
  ) throws(ReadingError) -> Int {
    if let value = DecimalNumber.parse(bytes, count, scratch), value >= 0, value < 1e15,
      value == value.rounded()
    {
      return Int(value)
    }
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    throw ReadingError(
      file: file, line: line,
      problem: "\(column) = \(shown(text)) is not allowed: use a whole number, 0 or more")
  }
}

/// The column that has the number of each row's generation.
final class GenerationColumn {
  let file: String
  let name: String
  let column: Int
  /// Numbers of the generations as they came; ``sort()`` makes them rise.
  private(set) var numbers: [Int] = []
  /// How many rows each has.
  private(set) var rows: [Int] = []

  private var places: [Int: Int] = [:]
  private let scratch = Scratch()
  private var isCounted = false

  init(file: String, name: String, column: Int) {
    (self.file, self.name, self.column) = (file, name, column)
  }

  /// Finds the runs of a block; in the first reading of the file generations are counted.
  func assign(_ block: RecordBlock) throws(ReadingError) {
    var last: (word: [UInt8], place: Int)?
    var start = 0
    for row in 0..<block.rows {
      let (bytes, count) = block.cell(row, column, scratch)
      if let last, last.word.count == count,
        last.word.elementsEqual(UnsafeBufferPointer(start: bytes, count: count))
      {
        continue
      }
      let place = try place(bytes, count, line: block.lines[row])
      if let last, last.place != place {
        block.runs.append(RecordBlock.Run(rows: start..<row, generation: last.place))
        start = row
      }
      last = (Array(UnsafeBufferPointer(start: bytes, count: count)), place)
    }
    if let last {
      block.runs.append(RecordBlock.Run(rows: start..<block.rows, generation: last.place))
    }
    if !isCounted { for run in block.runs { rows[run.generation] += run.rows.count } }
  }

  private func place(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, line: Int
  ) throws(ReadingError) -> Int {
    let number = try GenerationNumbers.parse(
      bytes, count, scratch, column: name, file: file, line: line)
    if let place = places[number] { return place }
    guard !isCounted else {
      throw ReadingError(file: file, line: line, problem: "the file is being changed")
    }
    guard numbers.count < GenerationFiles.mostGenerations else {
      throw ReadingError(
        file: file, line: line,
        problem: "there are more than \(GenerationFiles.mostGenerations) generations in \(name): "
          + "use fewer, for example every tenth")
    }
    places[number] = numbers.count
    numbers.append(number)
    rows.append(0)
    return numbers.count - 1
  }

  /// Ends the first reading: places are those of rising numbers from now on.
  func sort() {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    (numbers, rows) = (order.map { numbers[$0] }, order.map { rows[$0] })
    places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    isCounted = true
  }
}
