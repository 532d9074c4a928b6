import Families
import Loop
import Randomness
import Theory
import _TestSupport

extension TestedFamily {
  /// A parameter that is always the same.
  fileprivate var someParameter: Vector {
    var stream = RandomStream(key: StreamKey(rootSeed: 1))
    return randomParameter(using: &stream)
  }

  /// A parameter nearby.
  fileprivate func near(_ θ: Vector) -> Vector { 1.001 * θ }

  /// A model whose statistics lie off by up to three tenths of their standard deviation.
  fileprivate func tilted(_ member: Member) -> Member {
    guard let θ = member.naturalParameter else { return member }
    let J = fisherInformation(at: θ)
    return self.member(at: θ.map { a, value in value + min(0.5, 0.3 / J[a, a].squareRoot()) })
  }
}

/// Nothing wrong.
struct Unaltered: Alteration {}

/// A is too large by a millionth, which no derivative shows.
struct RaisedPartition: Alteration {
  func logPartition<F: TestedFamily>(of family: F, at θ: F.Vector) -> Double {
    family.logPartition(at: θ) + 1e-6
  }
}

/// The mean is that of a parameter one thousandth larger.
struct ShiftedMean: Alteration {
  func meanParameter<F: TestedFamily>(of family: F, at θ: F.Vector) -> F.Vector {
    family.meanParameter(at: family.near(θ))
  }
}

/// The diagonal of the Fisher information is one thousandth too large.
struct ShiftedFisher: Alteration {
  func fisherInformation<F: TestedFamily>(of family: F, at θ: F.Vector) -> F.Vector.Matrix {
    let information = family.fisherInformation(at: θ)
    return information.addingDiagonal(θ.map { a, _ in 1e-3 * information[a, a] })
  }
}

/// The gradient of ln det J is off by a thousandth, of itself and of what is natural for it.
struct StretchedDeterminant: Alteration {
  func logDeterminantGradient<F: TestedFamily>(of family: F, at θ: F.Vector) -> F.Vector {
    let information = family.fisherInformation(at: θ)
    return family.logDeterminantGradient(at: θ)
      .map { a, slope in slope + 1e-3 * (abs(slope) + information[a, a].squareRoot()) }
  }
}

/// The expansion is about another statistic.
struct MisplacedExpansion: Alteration {
  func expansion<F: TestedFamily>(
    of family: F, at θ: F.Vector, about statistic: F.Vector
  ) -> ConvexExpansion<F.Vector> {
    family.expansion(at: θ, about: 1.001 * statistic)
  }
}

/// The member is that of a parameter one thousandth larger.
struct ShiftedMember: Alteration {
  func member<F: TestedFamily>(of family: F, at θ: F.Vector) -> F.Member {
    family.member(at: family.near(θ))
  }
}

/// The entropy of a member lacks a millionth.
struct LessEntropy: Alteration {
  func entropy<F: TestedFamily>(of member: F.Member, in family: F) -> Double {
    family.entropy(of: member) - 1e-6
  }
}

/// A divergence as the difference of large numbers, made positive.
struct CancelledDivergence: Alteration {
  func klDivergence<F: TestedFamily>(
    from p: F.Member, to q: F.Member, in family: F
  ) -> Double {
    guard let θ = q.naturalParameter else { return .infinity }
    return max(0, family.logPartition(at: θ) - θ.dot(p.meanParameter) - family.entropy(of: p))
  }
}

/// Half a pseudo-point in every estimate.
struct ShrunkEstimate: Alteration {
  func maximumLikelihood<F: TestedFamily>(
    _ data: F.Statistics, in family: F
  ) throws(EstimationError) -> F.Member {
    let mean = family.meanParameter(at: family.someParameter)
    return try family.maximumLikelihood(
      data + F.Statistics(sum: 0.5 * mean, count: 0.5))
  }
}

/// Data on a face are moved a little inside, so that they have a finite θ.
struct BoundaryTakenForInterior: Alteration {
  func maximumLikelihood<F: TestedFamily>(
    _ data: F.Statistics, in family: F
  ) throws(EstimationError) -> F.Member {
    let member = try family.maximumLikelihood(data)
    if member.face == nil { return member }
    let inside = family.meanParameter(at: family.someParameter)
    let count = 1e-3 * data.count
    return try family.maximumLikelihood(data + F.Statistics(sum: count * inside, count: count))
  }
}

/// An estimate for data that no model could have given.
struct CredulousEstimate: Alteration {
  func maximumLikelihood<F: TestedFamily>(
    _ data: F.Statistics, in family: F
  ) throws(EstimationError) -> F.Member {
    do { return try family.maximumLikelihood(data) } catch {
      return family.member(at: family.someParameter)
    }
  }
}

/// A sum whose last point is a copy of the first.
struct CopiedPoint: Alteration {
  func drawSum<F: TestedFamily, G: RandomNumberGenerator>(
    of count: Int, from member: F.Member, in family: F, using generator: inout G
  ) -> F.Vector {
    if count < 2 { return family.drawSum(of: count, from: member, using: &generator) }
    let others = family.drawSum(of: count - 2, from: member, using: &generator)
    return others + 2 * family.drawSum(of: 1, from: member, using: &generator)
  }
}

/// Sums of points from another model.
struct TiltedSum: Alteration {
  func drawSum<F: TestedFamily, G: RandomNumberGenerator>(
    of count: Int, from member: F.Member, in family: F, using generator: inout G
  ) -> F.Vector {
    family.drawSum(of: count, from: family.tilted(member), using: &generator)
  }
}

/// Points from another model, and right sums.
struct TiltedPoint: Alteration {
  func drawPoint<F: TestedFamily, G: RandomNumberGenerator>(
    from member: F.Member, in family: F, using generator: inout G
  ) -> F.DataPoint {
    family.drawPoint(from: family.tilted(member), using: &generator)
  }
}

/// One point in twenty comes from elsewhere once the model is on a face.
struct RevivingSum: Alteration {
  func drawSum<F: TestedFamily, G: RandomNumberGenerator>(
    of count: Int, from member: F.Member, in family: F, using generator: inout G
  ) -> F.Vector {
    guard member.face != nil, generator.nextUnit() < 0.05 else {
      return family.drawSum(of: count, from: member, using: &generator)
    }
    return family.drawSum(
      of: count, from: family.member(at: family.someParameter), using: &generator)
  }
}

// MARK: - Wrong programs

/// External data that count only half.
struct HalvedExternalData: TestedProgram {
  func external<F: ExponentialFamily>(_ source: ExternalData<F>.Source) -> ExternalData<F>.Source {
    switch source {
    case .fixed(let data):
      .fixed(F.Statistics(sum: 0.5 * data.sum, count: 0.5 * data.count))
    case .fresh(let count, let truth): .fresh(count: count / 2, truth: truth)
    case .impure(let count, let truth, let impurity):
      .impure(count: count / 2, truth: truth, impurity: impurity)
    }
  }
}

/// Maximum likelihood whatever the prior.
struct IgnoredPrior: TestedProgram {
  func estimate<P: Prior>(
    from data: P.Family.Statistics, prior: P, in family: P.Family
  ) throws -> P.Family.Member {
    try family.maximumLikelihood(data)
  }
}

/// The prior's mode moves by one thousandth of the data.
struct ReweightedData: TestedProgram {
  func estimate<P: Prior>(
    from data: P.Family.Statistics, prior: P, in family: P.Family
  ) throws -> P.Family.Member {
    let more = P.Family.Statistics(sum: 1.002 * data.sum, count: 1.001 * data.count)
    return try prior.posteriorMode(given: more, in: family)
  }
}

/// The stationary law with the likelihood to the power m in place of 2m.
struct HalvedExponent: TestedProgram {
  func stationaryLaw<P: Prior>(
    family: P.Family, prior: P, external: P.Family.Statistics
  ) throws -> StationaryLaw<P> {
    try StationaryLaw(
      family: family, prior: prior,
      external: P.Family.Statistics(sum: 0.5 * external.sum, count: 0.5 * external.count))
  }
}

/// A change of variables without its Jacobian.
struct NoJacobian: TestedProgram {
  func logJacobian(_ value: Double) -> Double { 0 }
}
