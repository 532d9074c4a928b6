import Documents

/// Which columns are read.
enum CommonColumns {
  /// Names of the columns that the real data and all generations have, in the order of the real data.
  ///
  /// - Parameters:
  ///   - truth: columns of the real data.
  ///   - generations: columns of the generations.
  ///   - selected: the names that the user gave.
  /// - Throws: ``ReadingError`` where there are none, or one that was asked for is not there.
  static func find(
    truth: (file: String, columns: [String]), generations: (file: String, columns: [String]),
    selected: [String]?, _ notes: inout [ReadingNote]
  ) throws(ReadingError) -> [String] {
    let (inTruth, inAll) = (Set(truth.columns), Set(generations.columns))
    for name in selected ?? [] {
      for (file, columns) in [truth, generations] where !columns.contains(name) {
        throw ReadingError(
          file: file,
          problem: "there is no column \(shown(name)): use \(Words.choice(of: columns, for: name))")
      }
    }
    let common = truth.columns.filter { inAll.contains($0) }
    if let selected {
      let wanted = Set(selected)
      return common.filter { wanted.contains($0) }
    }
    guard !common.isEmpty else {
      throw ReadingError(
        file: generations.file,
        problem: "no column is called as one of \(truth.file): "
          + "use the same names, which are \(list(truth.columns)) there")
    }
    let lost = truth.columns.filter { !inAll.contains($0) }
    let added = generations.columns.filter { !inTruth.contains($0) }
    for (names, place) in [(lost, "in the real data"), (added, "in the generations")]
    where !names.isEmpty {
      notes.append(
        ReadingNote(
          .otherColumns, count: names.count,
          sentence:
            "\(names.count == 1 ? "one column stands" : "\(names.count) columns stand") only "
            + "\(place) and \(names.count == 1 ? "is" : "are") skipped: \(list(names))"))
    }
    return common
  }

  /// - Throws: ``ReadingError`` where a generation has not the columns of the first, in whatever order.
  static func compare(
    _ file: String, _ columns: [String], with first: (file: String, columns: [String])
  ) throws(ReadingError) {
    let (here, there) = (Set(columns), Set(first.columns))
    if let name = first.columns.first(where: { !here.contains($0) }) {
      throw ReadingError(
        file: file, problem: "there is no column \(shown(name)), which \(first.file) has")
    }
    if let name = columns.first(where: { !there.contains($0) }) {
      throw ReadingError(
        file: file, problem: "there is a column \(shown(name)), which \(first.file) has not")
    }
  }

  /// Names for a sentence, the first few of them.
  static func list(_ names: [String]) -> String {
    names.prefix(5).map(shown).joined(separator: ", ") + (names.count > 5 ? ", and more" : "")
  }
}
