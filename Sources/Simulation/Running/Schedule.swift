import Documents
import Foundation

/// The generations that are recorded.
package struct Schedule: Sendable, Equatable {
  /// In increasing order, from 0 on.
  package let generations: [Int]

  /// So many of the first generations.
  func prefix(_ count: Int) -> Schedule {
    Schedule(generations: Array(generations.prefix(count)))
  }

  private init(generations: [Int]) { self.generations = generations }

  /// The most generations that are recorded.
  static var most: Int { 100_000 }

  /// Reads `record`: `every` so many, `at` a list, or `perDecade` so many; ten a decade unless stated.
  init(_ fields: inout Fields, last: Int) throws(DefinitionError) {
    guard var choice = try fields.object("record") else {
      generations = Self.logarithmic(10, last)
      return
    }
    if let step = try choice.optional("every", in: 1...max(1, last)) {
      guard last / step < Self.most else {
        throw choice.error(
          "every", "\(step)",
          allowed:
            "at least \(last / Self.most + 1), so that at most \(Self.most) generations are kept")
      }
      var chosen = Array(stride(from: 0, through: last, by: step))
      if chosen.last != last { chosen.append(last) }
      generations = chosen
    } else if choice.has("at") {
      let times = try choice.numbers("at", count: 1...Self.most, in: 0...Double(last))
      guard times.allSatisfy({ $0 == $0.rounded() }) else {
        throw choice.error("at", "a fraction", allowed: "whole numbers from 0 to \(last)")
      }
      generations = Set(times.map { Int($0) }).sorted()
    } else {
      generations = Self.logarithmic(
        try choice.integer("perDecade", in: 1...1000, standard: 10), last)
    }
    try choice.finish()
  }

  /// 0, and then so many a decade, and the last.
  private static func logarithmic(_ count: Int, _ last: Int) -> [Int] {
    var chosen: Set<Int> = [0, last]
    var step = 0
    while true {
      let time = pow(10, Double(step) / Double(count)).rounded()
      guard time < Double(last) else { break }
      chosen.insert(Int(time))
      step += 1
    }
    return chosen.sorted()
  }
}
