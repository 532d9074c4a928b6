import EnumeratedFamilies
import Families
import Theory

/// A loop of maximum likelihood over a table of a few states as an exact finite chain.
///
/// Its states are the models that a run from `start` can come to; training sets are not drawn but counted,
/// each by its probability. For small tables and samples: all samples of M points are listed.
struct TableChain {
  typealias Data = SufficientStatistics<DenseVector>

  /// The models; the start is the first.
  let models: [EnumeratedFamily.Member]
  /// From model to model.
  let transitions: FiniteChain

  /// Points from outside that a generation gets with some probability, by their states.
  typealias External = (probability: Double, points: [Int])

  /// The loop of M = `samples` points of its own and, in every generation, one of `external`.
  ///
  /// - Parameter fit: makes a model of a training set.
  /// - Throws: errors of the fit.
  init(
    _ family: EnumeratedFamily, samples: Int, from start: EnumeratedFamily.Member,
    external: [External] = [(1, [])],
    fit: (Data) throws -> EnumeratedFamily.Member
  ) throws {
    func sum(_ counts: [Int]) -> DenseVector {
      counts.enumerated().reduce(DenseVector.zero) {
        $0 + Double($1.element) * family.statistic(of: $1.offset)
      }
    }
    let samplesOfPoints = Self.counts(of: samples, into: family.stateCount)
    let sums = samplesOfPoints.map(sum)
    let outside = external.map { $0.points.map(family.statistic).reduce(DenseVector.zero, +) }
    let count = Double(samples + external[0].points.count)
    var (models, places, rows) = ([start], [[Double]: Int](), [[Int: Double]]())
    while rows.count < models.count {
      let p = (0..<family.stateCount).map { models[rows.count].probability(of: $0) }
      var row: [Int: Double] = [:]
      for (counts, own) in zip(samplesOfPoints, sums) {
        let weight = Self.probability(of: counts, p)
        if weight == 0 { continue }
        for (entry, points) in zip(external, outside) where entry.probability > 0 {
          let data = Data(sum: own + points, count: count)
          let place: Int
          if let known = places[data.sum.components] {
            place = known
          } else {
            place = models.count
            places[data.sum.components] = place
            models.append(try fit(data))
          }
          row[place, default: 0] += weight * entry.probability
        }
      }
      rows.append(row)
    }
    self.models = models
    transitions = FiniteChain(
      rows: rows.map { row in models.indices.map { row[$0] ?? 0 } })
  }

  /// The same of maximum likelihood.
  init(
    _ family: EnumeratedFamily, samples: Int, from start: EnumeratedFamily.Member,
    external: [External] = [(1, [])]
  ) throws {
    try self.init(family, samples: samples, from: start, external: external) {
      try family.maximumLikelihood($0)
    }
  }

  /// The probability of the models that `isInside` holds for, after `generations` from the start.
  func probability(
    after generations: Int, of isInside: (EnumeratedFamily.Member) -> Bool
  ) -> Double {
    zip(transitions.law(after: generations, from: start), models)
      .reduce(0) { $0 + (isInside($1.1) ? $1.0 : 0) }
  }

  /// The mean number of generations until the model is a single value of φ.
  ///
  /// - Throws: an error if it need never be.
  func meanTimeToCollapse() throws -> Double {
    try transitions.meanTimes(to: models.map(\.isAbsorbed))[0]
  }

  private var start: [Double] { models.indices.map { $0 == 0 ? 1 : 0 } }

  /// All ways to put `total` points into `parts` states.
  private static func counts(of total: Int, into parts: Int) -> [[Int]] {
    if parts == 1 { return [[total]] }
    return (0...total).flatMap { first in
      counts(of: total - first, into: parts - 1).map { [first] + $0 }
    }
  }

  /// Of a sample with these counts, multinomial.
  private static func probability(of counts: [Int], _ p: [Double]) -> Double {
    var (probability, drawn) = (1.0, 0.0)
    for (count, p) in zip(counts, p) {
      for k in 0..<count {
        drawn += 1
        probability *= p * drawn / Double(k + 1)
      }
    }
    return probability
  }
}

/// Tables of two parameters with values of φ that are no vertices.
enum ClaimTables {
  /// Two fields, each of two independent spins: φ = (S₁, S₂), nine values, of which four are vertices.
  static let twoFields = product([(-2, 1), (0, 2), (2, 1)])

  /// Three corners of a triangle and its centre, the latter as heavy as `centre` corners.
  static func triangle(centre: Double) -> EnumeratedFamily {
    table([([0, 0], 1), ([3, 0], 1), ([0, 3], 1), ([1, 1], centre)])
  }

  /// Two spins with a field each.
  static let twoSpins = product([(-1, 1), (1, 1)])

  /// The state of a table with the statistics `φ`.
  static func state(_ φ: [Double], of family: EnumeratedFamily) -> Int {
    (0..<family.stateCount).first { family.statistic(of: $0).components == φ }!
  }

  /// Two independent copies of some values with their base measure.
  private static func product(_ values: [(φ: Double, base: Double)]) -> EnumeratedFamily {
    var rows: [([Double], Double)] = []
    for a in values { for b in values { rows.append(([a.φ, b.φ], a.base * b.base)) } }
    return table(rows)
  }

  private static func table(_ rows: [([Double], Double)]) -> EnumeratedFamily {
    do {
      return try EnumeratedFamily(baseMeasure: rows.map(\.1), statistics: rows.map(\.0))
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
