/// Words that users choose among, and what to say of another one.
package enum Words {
  /// The word of the list that `given` spells; capital letters do not matter.
  package static func match(_ given: some StringProtocol, in words: [String]) -> String? {
    if words.contains(where: { $0 == given }) { return String(given) }
    let small = given.lowercased()
    return words.first { $0.lowercased() == small }
  }

  /// What is allowed in place of an unknown word, and what was probably meant.
  ///
  /// - Parameters:
  ///   - words: all that are allowed.
  ///   - given: the word that is none of them.
  ///   - others: words that are known for one of these, or for what to write instead.
  ///   - more: words that are allowed, too, in some special way, and the text that says so.
  package static func choice(
    of words: [String], for given: some StringProtocol, others: [String: String] = [:],
    and more: (words: [String], text: String) = ([], "")
  ) -> String {
    let list = (words.count == 1 ? words[0] : "one of \(words.joined(separator: ", "))") + more.text
    let known = others[given.lowercased()].map { _ in given.lowercased() }
    // Other words may be mistyped, too.
    let near = known ?? nearest(to: given, in: words + more.words + others.keys.sorted())
    return near.map { "\(list); did you mean \(others[$0] ?? $0)?" } ?? list
  }

  /// The same for names of fields.
  package static func fields(_ names: some Sequence<String>, for given: String) -> String {
    let names = names.sorted()
    guard !names.isEmpty else { return "no field here" }
    let meant = nearest(to: given, in: names).map { "; did you mean \($0)?" } ?? ""
    return "one of the fields \(names.joined(separator: ", "))\(meant)"
  }

  /// The word that was probably meant, or `nil` if none is near.
  ///
  /// One that begins like `given` if it is the only one; else the first of the least distance, if at most a
  /// third of the letters are wrong, and one in short words.
  package static func nearest(to given: some StringProtocol, in words: [String]) -> String? {
    let letters = Array(given.lowercased())
    guard !letters.isEmpty, letters.count <= 60 else { return nil }
    let distances = words.map { distance(letters, Array($0.lowercased())) }
    if let least = distances.min(), let place = distances.firstIndex(of: least),
      least <= max(1, max(letters.count, words[place].count) / 3), least < letters.count
    {
      return words[place]
    }
    let longer = words.filter { $0.lowercased().hasPrefix(given.lowercased()) }
    return longer.count == 1 ? longer[0] : nil
  }

  /// How many letters are to be put in, left out, replaced, or swapped with the next one (Damerau and
  /// Levenshtein's distance, in which no pair is changed twice).
  package static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(rows[i][j + 1], row[j]) + 1
        least = min(least, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
