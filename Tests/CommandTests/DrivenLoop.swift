import Documents
import Foundation
import NumericalMethods

/// Loops that `closedloop drive` ran, column by column.
struct DrivenLoop {
  /// For each replicate and column the counts of the symbols in generations 1 to T.
  let paths: [[DrivenLaw.Counts]]

  /// Runs replicates of a loop over columns of the symbols a, b, … in one session.
  ///
  /// - Parameters:
  ///   - real: counts of the real rows.
  ///   - columns: how many columns have them, each in an order of its own.
  ///   - options: of the loop.
  init(
    of words: [String], real: DrivenLaw.Counts, columns: Int = 1, samples: Int, generations: Int,
    replicates: Int, _ options: String...
  ) throws {
    let names = (0..<columns).map { "c\($0)" }
    let symbols = real.indices.map { String(UnicodeScalar(UInt8(97 + $0))) }
    let rows = zip(symbols, real).flatMap { [String](repeating: $0, count: $1) }
    // 5 and the number of rows have no common factor.
    let lines = rows.indices.map { row in
      (0..<columns).map { rows[(row * 5 + $0) % rows.count] }.joined(separator: ",")
    }
    precondition(!rows.count.isMultiple(of: 5))
    let text = ([names.joined(separator: ",")] + lines).map { $0 + "\n" }.joined()
    paths = try Command.withFolder { folder in
      try text.write(toFile: folder + "/real.csv", atomically: true, encoding: .utf8)
      let outcome = try Command.run(
        [
          "drive", "--data", "real.csv", "--samples", "\(samples)", "--generations",
          "\(generations)", "--replicates", "\(replicates)", "--jobs", "2", "--session",
          "--output", "runs",
        ] + options + ["--"] + words, in: folder)
      guard outcome.code == 0 else { throw Failed(description: outcome.errors) }
      let file = try String(contentsOfFile: folder + "/runs/generations.csv", encoding: .utf8)
      var found = Array(
        repeating: Array(repeating: real.map { _ in 0 }, count: generations),
        count: replicates * columns)
      for line in file.split(separator: "\n").dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        guard let replicate = Int(cells[0]), let generation = Int(cells[1]), generation > 0,
          let column = names.firstIndex(of: String(cells[2])),
          let symbol = symbols.firstIndex(of: String(cells[4])), let count = Int(cells[5])
        else { continue }
        found[replicate * columns + column][generation - 1][symbol] = count
      }
      return found
    }
  }

  struct Failed: Error, CustomStringConvertible { let description: String }

  /// Whether they come from a law, tested where it is strong: the chance to be absorbed by each generation, every
  /// training set that is likely in the first and in the last one, and the paths as a whole.
  func agrees(with law: DrivenLaw, falseAlarm: Double) -> Bool {
    let last = paths[0].count - 1
    var events: [([DrivenLaw.Counts]) -> Bool] = (0...last).map { t in
      { path in path[t].count { $0 > 0 } == 1 }
    }
    for t in Set([0, last]) {
      let sets = Dictionary(law.paths.map { ($0[t], $1) }) { $0 + $1 }
      for set in sets.filter({ $0.value > 0.01 }).keys { events.append { $0[t] == set } }
    }
    let level = falseAlarm / Double(events.count + 1)
    let areRight = events.allSatisfy { event in
      let exact = law.paths.reduce(0) { event($1.key) ? $0 + $1.value : $0 }
      return BinomialCount(successes: paths.count(where: event), trials: paths.count)
        .agrees(with: min(1, exact), falseAlarm: level)
    }
    let counts = Dictionary(grouping: paths) { $0 }.mapValues(\.count)
    // What cannot be is not pooled with what can.
    guard areRight, counts.keys.allSatisfy({ law.paths[$0] != nil }) else { return false }
    let keys = law.paths.keys.sorted { "\($0)" < "\($1)" }
    return ChiSquaredTest(
      observed: keys.map { counts[$0] ?? 0 }, probabilities: keys.map { law.paths[$0]! }
    ).agrees(falseAlarm: level)
  }
}
