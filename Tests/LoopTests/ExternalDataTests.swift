import Families
import Foundation
import Loop
import NumericalMethods
import Randomness
import Testing
import _TestSupport

@Suite struct ExternalDataTests {
  typealias Spins = IndependentSpins
  static let family = Spins(spins: 10)
  static let key = StreamKey(rootSeed: 11).child("external data")

  static func loop<P: DataPolicy>(
    _ policy: P
  ) -> RetrainingLoop<P, MaximumLikelihood<Spins>> where P.Family == Spins {
    RetrainingLoop(family: family, samples: 50, policy: policy, estimator: MaximumLikelihood())
  }

  static func firstModel<P: DataPolicy>(_ policy: P, _ replicate: Int) throws -> Spins.Member
  where P.Family == Spins {
    var chain = loop(policy).chain(
      from: family.member(magnetisation: 0.2),
      streams: ReplicateStreams(key: key, replicate: replicate))
    try chain.advance()
    return chain.model
  }

  /// A fixed point is added to the sample that the loop would have drawn without it.
  @Test func fixedPointsAreAddedExactly() throws {
    for replicate in 0..<20 {
      let alone = try Self.firstModel(Replace(), replicate)
      let anchored = try Self.firstModel(
        ExternalData(.fixed(SufficientStatistics(sum: -6, count: 1))), replicate)
      let sum = (alone.meanParameter * 50).rounded() - 6
      #expect(abs(anchored.meanParameter - sum / 51) < 1e-14)
    }
  }

  /// Fresh points come from the truth, and leave the synthetic sample as it was.
  @Test func freshPointsHaveTheirOwnStream() throws {
    let truth = Self.family.member(magnetisation: 1)
    for replicate in 0..<20 {
      let alone = try Self.firstModel(Replace(), replicate)
      let anchored = try Self.firstModel(ExternalData(.fresh(count: 3, truth: truth)), replicate)
      let sum = (alone.meanParameter * 50).rounded() + 30
      #expect(abs(anchored.meanParameter - sum / 53) < 1e-14)
      let none = try Self.firstModel(ExternalData(.fresh(count: 0, truth: truth)), replicate)
      #expect(none == alone)
    }
  }

  /// X5: `E φ̄ₜ − φ₀ = (M/(M + K))ᵗ (φ̄₀ − φ₀)`, for fresh and for fixed points.
  @Test func theMeanRelaxesGeometrically() throws {
    let (generations, replicates) = (30, 4000)
    let share = FalseAlarmBudget.share(of: "relaxation of the anchored mean", cases: 2)
    func agrees<P: DataPolicy>(_ policy: P) throws -> Bool where P.Family == Spins {
      let loop = Self.loop(policy)
      let ends = try Replicates(count: replicates, threads: 2).map { replicate in
        var chain = loop.chain(
          from: loop.family.member(magnetisation: 0.9),
          streams: ReplicateStreams(key: Self.key.child("relaxation"), replicate: replicate))
        try chain.advance(to: generations)
        return chain.model.magnetisation
      }
      let mean = ends.reduce(0, +) / Double(replicates)
      let expected = -0.6 + pow(50.0 / 52, Double(generations)) * (0.9 + 0.6)
      // In [−1, 1] a variable of this mean has at most this variance.
      let bound = DeviationBound.bernstein(
        variance: 1 - expected * expected, deviation: 2, count: replicates, falseAlarm: share)
      return abs(mean - expected) <= bound
    }
    let truth = Self.family.member(magnetisation: -0.6)
    let points = SufficientStatistics(sum: -12.0, count: 2)
    #expect(try agrees(ExternalData<Spins>(.fresh(count: 2, truth: truth))))
    #expect(try agrees(ExternalData<Spins>(.fixed(points))))
    // The planted bugs: one point in place of two, and a weight m/M in place of m/(M + m).
    #expect(!(try agrees(ExternalData<Spins>(.fresh(count: 1, truth: truth)))))
    #expect(!(try agrees(ExternalData<Spins>(.fixed(.init(sum: -12, count: 0.5))))))
  }

  /// No state absorbs an anchored chain, whose fixed point is inside.
  @Test func anInteriorPointRevives() throws {
    let loop = Self.loop(ExternalData<Spins>(.fixed(SufficientStatistics(sum: -6, count: 1))))
    var chain = loop.chain(
      from: loop.family.member(magnetisation: 1),
      streams: ReplicateStreams(key: Self.key, replicate: 0))
    #expect(chain.model.isAbsorbed)
    try chain.advance()
    #expect(!chain.model.isAbsorbed)
  }
}
