import Families
import Randomness
import _TestSupport

/// One thing that a family may get wrong; what is not stated is right.
protocol Alteration: Sendable {
  func logPartition<F: TestedFamily>(of family: F, at θ: F.Vector) -> Double
  func meanParameter<F: TestedFamily>(of family: F, at θ: F.Vector) -> F.Vector
  func fisherInformation<F: TestedFamily>(of family: F, at θ: F.Vector) -> F.Vector.Matrix
  func logDeterminantGradient<F: TestedFamily>(of family: F, at θ: F.Vector) -> F.Vector
  func expansion<F: TestedFamily>(
    of family: F, at θ: F.Vector, about statistic: F.Vector
  ) -> ConvexExpansion<F.Vector>
  func member<F: TestedFamily>(of family: F, at θ: F.Vector) -> F.Member
  func entropy<F: TestedFamily>(of member: F.Member, in family: F) -> Double
  func klDivergence<F: TestedFamily>(
    from p: F.Member, to q: F.Member, in family: F
  ) -> Double
  func maximumLikelihood<F: TestedFamily>(
    _ data: F.Statistics, in family: F
  ) throws(EstimationError) -> F.Member
  func drawSum<F: TestedFamily, G: RandomNumberGenerator>(
    of count: Int, from member: F.Member, in family: F, using generator: inout G
  ) -> F.Vector
  func drawPoint<F: TestedFamily, G: RandomNumberGenerator>(
    from member: F.Member, in family: F, using generator: inout G
  ) -> F.DataPoint
}

extension Alteration {
  func logPartition<F: TestedFamily>(of family: F, at θ: F.Vector) -> Double {
    family.logPartition(at: θ)
  }
  func meanParameter<F: TestedFamily>(of family: F, at θ: F.Vector) -> F.Vector {
    family.meanParameter(at: θ)
  }
  func fisherInformation<F: TestedFamily>(of family: F, at θ: F.Vector) -> F.Vector.Matrix {
    family.fisherInformation(at: θ)
  }
  func logDeterminantGradient<F: TestedFamily>(of family: F, at θ: F.Vector) -> F.Vector {
    family.logDeterminantGradient(at: θ)
  }
  func expansion<F: TestedFamily>(
    of family: F, at θ: F.Vector, about statistic: F.Vector
  ) -> ConvexExpansion<F.Vector> {
    family.expansion(at: θ, about: statistic)
  }
  func member<F: TestedFamily>(of family: F, at θ: F.Vector) -> F.Member { family.member(at: θ) }
  func entropy<F: TestedFamily>(of member: F.Member, in family: F) -> Double {
    family.entropy(of: member)
  }
  func klDivergence<F: TestedFamily>(
    from p: F.Member, to q: F.Member, in family: F
  ) -> Double {
    family.klDivergence(from: p, to: q)
  }
  func maximumLikelihood<F: TestedFamily>(
    _ data: F.Statistics, in family: F
  ) throws(EstimationError) -> F.Member {
    try family.maximumLikelihood(data)
  }
  func drawSum<F: TestedFamily, G: RandomNumberGenerator>(
    of count: Int, from member: F.Member, in family: F, using generator: inout G
  ) -> F.Vector {
    family.drawSum(of: count, from: member, using: &generator)
  }
  func drawPoint<F: TestedFamily, G: RandomNumberGenerator>(
    from member: F.Member, in family: F, using generator: inout G
  ) -> F.DataPoint {
    family.drawPoint(from: member, using: &generator)
  }
}

/// A family with one thing wrong, which says of itself what the right one says.
struct Altered<Base: TestedFamily, Change: Alteration>: TestedFamily {
  let base: Base
  let change: Change

  typealias Vector = Base.Vector
  typealias DataPoint = Base.DataPoint
  typealias Member = Base.Member

  static var instances: [Self] { [] }
  var name: String { base.name }
  var dimension: Int { base.dimension }
  var parameterScales: Vector { base.parameterScales }
  var faces: [[[Double]]] { base.faces }
  var impossibleMeans: [[Double]] { base.impossibleMeans }
  var bounds: [StatisticBound]? { base.bounds }
  var safeSampleCount: Int { base.safeSampleCount }
  var hasSymmetry: Bool { base.hasSymmetry }
  func movedModels<G: RandomNumberGenerator>(
    using generator: inout G
  ) -> [(p: Member, q: Member)] {
    base.movedModels(using: &generator)
  }
  func vertices(of face: Member.Face) -> [[Double]] { base.vertices(of: face) }
  func automaticLogPartition(_ θ: [Jet]) -> Jet { base.automaticLogPartition(θ) }
  func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> Vector {
    base.randomParameter(using: &generator)
  }
  func exactLaws(ofSumOf count: Int, at θ: Vector) -> [ExactLaw<Vector>] {
    base.exactLaws(ofSumOf: count, at: θ)
  }

  func logPartition(at θ: Vector) -> Double { change.logPartition(of: base, at: θ) }
  func meanParameter(at θ: Vector) -> Vector { change.meanParameter(of: base, at: θ) }
  func fisherInformation(at θ: Vector) -> Vector.Matrix {
    change.fisherInformation(of: base, at: θ)
  }
  func logDeterminantGradient(at θ: Vector) -> Vector {
    change.logDeterminantGradient(of: base, at: θ)
  }
  func expansion(at θ: Vector, about statistic: Vector) -> ConvexExpansion<Vector> {
    change.expansion(of: base, at: θ, about: statistic)
  }
  func statistic(of point: DataPoint) -> Vector { base.statistic(of: point) }
  func logBaseMeasure(of point: DataPoint) -> Double { base.logBaseMeasure(of: point) }
  func startingPoint(
    for data: Base.Statistics
  ) throws(EstimationError) -> Vector {
    try base.startingPoint(for: data)
  }
  func member(at θ: Vector) -> Member { change.member(of: base, at: θ) }
  func entropy(of member: Member) -> Double { change.entropy(of: member, in: base) }
  func klDivergence(from p: Member, to q: Member) -> Double {
    change.klDivergence(from: p, to: q, in: base)
  }
  func maximumLikelihood(
    _ data: Base.Statistics
  ) throws(EstimationError) -> Member {
    try change.maximumLikelihood(data, in: base)
  }
  func drawSum<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Vector {
    change.drawSum(of: count, from: member, in: base, using: &generator)
  }
  func drawPoint<G: RandomNumberGenerator>(
    from member: Member, using generator: inout G
  ) -> DataPoint {
    change.drawPoint(from: member, in: base, using: &generator)
  }
}

extension Altered: OneParameterFamily where Base: OneParameterFamily {
  var searchRange: ClosedRange<Double> { base.searchRange }
}

extension Alteration {
  /// The family with this one thing wrong.
  func applied(to family: any TestedFamily) -> any TestedFamily { altered(family) }

  private func altered<F: TestedFamily>(_ family: F) -> any TestedFamily {
    Altered(base: family, change: self)
  }
}
