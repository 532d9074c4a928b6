import Families
import Simulation

/// What a family tells the tests about itself, once, to be held to every law in ``Laws``.
///
/// Each of the `simulatedFamilies` conforms, and needs no test code of its own for them.
/// What it states here it states from the textbook, not from its own program.
package protocol TestedFamily: ExponentialFamily {
  /// The instances that the laws are run over.
  static var instances: [Self] { get }
  /// What to call an instance: "coupled spins, N = 10".
  var name: String { get }

  /// A(θ), stated a second time.
  func automaticLogPartition(_ θ: [Jet]) -> Jet
  /// A parameter from a wide but sane range, some of them close to the boundary.
  func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> Vector

  /// Every proper face of the convex support that data may lie on, by its vertices.
  var faces: [[[Double]]] { get }
  /// The vertices of a face.
  func vertices(of face: Member.Face) -> [[Double]]
  /// Mean statistics that no data have.
  var impossibleMeans: [[Double]] { get }

  /// How far each statistic ranges, or `nil` where one of them is not bounded.
  var bounds: [StatisticBound]? { get }
  /// Functions of the sum of φ over `count` points, each with its exact law; may be empty where φ is
  /// bounded.
  func exactLaws(ofSumOf count: Int, at θ: Vector) -> [ExactLaw<Vector>]
  /// Whether A is infinite at every finite end of θ, so that a density in θ of Eq. 18 vanishes there.
  var isRegular: Bool { get }
  /// How many points a generation needs at least for an estimate to exist, except for a probability too
  /// small to matter.
  var safeSampleCount: Int { get }

  /// Whether the family is the same seen from another origin, or in another unit.
  var hasSymmetry: Bool { get }
  /// Two models, and the same two from an origin up to 10⁹ standard deviations away and in another unit, as far
  /// as the family has these symmetries, all in numbers that are exact.
  func movedModels<G: RandomNumberGenerator>(
    using generator: inout G
  ) -> [(p: Member, q: Member)]
}

/// How far a bounded statistic ranges.
package struct StatisticBound: Sendable {
  /// The least and the largest value.
  package let range: ClosedRange<Double>
  /// The largest variance over all models of the closed family.
  package let variance: Double

  /// A statistic within `range`; its variance is at most a quarter of the squared length.
  package init(range: ClosedRange<Double>, variance: Double? = nil) {
    self.range = range
    let length = range.upperBound - range.lowerBound
    self.variance = variance ?? length * length / 4
  }

  /// The largest distance of two values.
  package var length: Double { range.upperBound - range.lowerBound }
}

/// A function of a sum of statistics, and its distribution.
package struct ExactLaw<Vector: ParameterVector> {
  /// What the function is.
  package let name: String
  /// The function, X.
  package let value: (Vector) -> Double
  /// `P(X ≤ x)`.
  package let below: (Double) -> Double
  /// `P(X ≥ x)`.
  package let above: (Double) -> Double

  /// The law of `value` with the given tails.
  package init(
    _ name: String, value: @escaping (Vector) -> Double, below: @escaping (Double) -> Double,
    above: @escaping (Double) -> Double
  ) {
    (self.name, self.value, self.below, self.above) = (name, value, below, above)
  }
}

/// A family of one parameter whose vectors are plain numbers.
package protocol OneParameterFamily: TestedFamily where Vector == Double {
  /// Parameters that hold every maximum of a likelihood or posterior that the tests look for.
  var searchRange: ClosedRange<Double> { get }
}

extension TestedFamily {
  /// Yes.
  package var isRegular: Bool { true }
  /// One.
  package var safeSampleCount: Int { 1 }
  /// No.
  package var hasSymmetry: Bool { false }
  /// None.
  package func movedModels<G: RandomNumberGenerator>(
    using generator: inout G
  ) -> [(p: Member, q: Member)] { [] }
  /// None.
  package func exactLaws(ofSumOf count: Int, at θ: Vector) -> [ExactLaw<Vector>] { [] }

  /// The vector with the given D components.
  package func vector(_ components: [Double]) -> Vector {
    precondition(components.count == dimension, "D components are needed")
    return parameterScales.map { a, _ in components[a] }
  }

  /// The D components of a vector.
  package func components(_ vector: Vector) -> [Double] { (0..<dimension).map { vector[$0] } }
}

/// The families that are held to the laws.
package enum TestedFamilies {
  /// Those that definitions can name.
  package static let types = simulatedFamilies.compactMap { $0 as? any TestedFamily.Type }

  /// Those that should be among them and say nothing about themselves.
  package static let missing = simulatedFamilies.filter { !($0 is any TestedFamily.Type) }

  /// All instances of all families.
  package static let all: [any TestedFamily] = types.flatMap { instances(of: $0) }

  private static func instances<F: TestedFamily>(of type: F.Type) -> [any TestedFamily] {
    type.instances
  }
}
