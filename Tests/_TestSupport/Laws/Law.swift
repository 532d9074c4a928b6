import Families
import Randomness

/// A property that every family has, whatever the parameter: stated once, run over random instances.
package struct Law: Sendable {
  /// The property in a few words; the random instances follow from it.
  package let name: String
  /// Whether it may fail by chance and spends false alarms.
  package let isStatistical: Bool
  private let isAbout: @Sendable (any TestedFamily) -> Bool
  private let check: @Sendable (any TestedFamily, LawRun) -> [String]

  /// A law.
  ///
  /// - Parameters:
  ///   - isAbout: the families that have the property; all unless stated.
  ///   - check: descriptions of the instances that break the law.
  init(
    _ name: String, isStatistical: Bool = false,
    isAbout: @escaping @Sendable (any TestedFamily) -> Bool = { _ in true },
    check: @escaping @Sendable (any TestedFamily, LawRun) -> [String]
  ) {
    self.name = name
    self.isStatistical = isStatistical
    self.isAbout = isAbout
    self.check = check
  }

  /// The families that the law is about.
  package var families: [any TestedFamily] { TestedFamilies.all.filter(isAbout) }

  /// Descriptions of the instances that break the law.
  ///
  /// - Parameters:
  ///   - family: one of ``families``, or a wrong one in its place.
  ///   - program: what the law is about besides the family; the library's own unless stated.
  package func failures(
    of family: any TestedFamily, in program: any TestedProgram = Library()
  ) -> [String] {
    check(family, run(of: family, in: program, stopsEarly: false)).map { "\(family.name): \($0)" }
  }

  /// Whether some instance breaks the law.
  package func fails(
    on family: any TestedFamily, in program: any TestedProgram = Library()
  ) -> Bool {
    !check(family, run(of: family, in: program, stopsEarly: true)).isEmpty
  }

  private func run(
    of family: any TestedFamily, in program: any TestedProgram, stopsEarly: Bool
  ) -> LawRun {
    LawRun(
      program: program, falseAlarm: isStatistical ? Laws.falseAlarm : 0,
      key: StreamKey(rootSeed: 16).child(name).child(family.name), stopsEarly: stopsEarly)
  }
}

/// What a law needs for one run.
struct LawRun: Sendable {
  /// What the law is about besides the family.
  let program: any TestedProgram
  /// The probability that the law may fail by chance for this family.
  let falseAlarm: Double
  /// Where its random numbers come from.
  let key: StreamKey
  /// Whether one failure is enough.
  let stopsEarly: Bool

  /// The failures of `count` random instances, each with a stream of its own; an error is one.
  func instances(
    _ count: Int, _ failures: (inout RandomStream) throws -> [String]
  ) -> [String] {
    var all: [String] = []
    for index in 0..<count where !stopsEarly || all.isEmpty {
      var stream = RandomStream(key: key, replicate: index, purpose: .start)
      do {
        all += try failures(&stream).map { "instance \(index), \($0)" }
      } catch {
        all.append("instance \(index): \(error)")
      }
    }
    return all
  }
}

/// All laws.
package enum Laws {
  /// Those of the family itself, of its sums, of loops, of estimates with priors, and of stationary laws.
  package static let all =
    FamilyLaws.all + SumLaws.all + LoopLaws.all + PriorLaws.all + StationaryLaws.all

  /// What each statistical law may spend on each family.
  static let falseAlarm = FalseAlarmBudget.share(
    of: "properties over random instances",
    cases: all.filter(\.isStatistical).map(\.families.count).reduce(0, +))
}
