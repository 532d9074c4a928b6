/// How a replicate ended.
package struct DrivenEnd: Sendable, Equatable {
  /// Its index, from 0.
  package let replicate: Int
  /// The last generation that it has.
  package let generations: Int
  /// Why there are no more; `nil` if it is complete.
  package let reason: String?
  /// The last lines that its program wrote to standard error, if it failed.
  package let lines: [String]

  /// One sentence for people.
  package var sentence: String? {
    guard let reason else { return nil }
    let said = lines.isEmpty ? "" : "; its last words: \(lines.joined(separator: " | "))"
    return "replicate \(replicate) ends before generation \(generations + 1): \(reason)\(said)"
  }
}
