/// How a replicate ended, and what was recorded of it.
package struct DrivenEnd: Sendable {
  /// Its index, from 0.
  package let replicate: Int
  /// Why there are no more; `nil` if it is complete.
  package let reason: String?
  /// The last lines that its program wrote to standard error, if it failed.
  package let lines: [String]
  /// Counts of the training sets of generations 0, 1, 2 and so on.
  package let counts: [GenerationCounts]
  /// What the model took for generations 1, 2 and so on.
  package let seconds: [Double]

  /// The last generation that it has.
  package var generations: Int { counts.count - 1 }

  /// One sentence for people.
  package var sentence: String? {
    guard let reason else { return nil }
    let said = lines.isEmpty ? "" : "; its last words: \(lines.joined(separator: " | "))"
    return "replicate \(replicate) ends before generation \(generations + 1): \(reason)\(said)"
  }
}
