import Families
import Loop
import Theory

/// The parts of the library that laws are about besides a family, so that a wrong one can take the place
/// of a right one.
package protocol TestedProgram: Sendable {
  /// The maximum a posteriori.
  func estimate<P: Prior>(
    from data: P.Family.Statistics, prior: P, in family: P.Family
  ) throws -> P.Family.Member
  /// What a loop makes of its external data.
  func external<F: ExponentialFamily>(
    _ source: ExternalData<F>.Source
  ) -> ExternalData<F>.Source
  /// Eq. 18.
  func stationaryLaw<P: Prior>(
    family: P.Family, prior: P, external: P.Family.Statistics
  ) throws -> StationaryLaw<P>
  /// The Jacobian of a density, from its logarithm.
  func logJacobian(_ value: Double) -> Double
}

extension TestedProgram {
  /// The library's.
  package func estimate<P: Prior>(
    from data: P.Family.Statistics, prior: P, in family: P.Family
  ) throws -> P.Family.Member {
    try MaximumAPosteriori(prior: prior).estimate(from: data, in: family)
  }

  /// The data as they are.
  package func external<F: ExponentialFamily>(
    _ source: ExternalData<F>.Source
  ) -> ExternalData<F>.Source { source }

  /// The library's.
  package func stationaryLaw<P: Prior>(
    family: P.Family, prior: P, external: P.Family.Statistics
  ) throws -> StationaryLaw<P> {
    try StationaryLaw(family: family, prior: prior, external: external)
  }

  /// As it is.
  package func logJacobian(_ value: Double) -> Double { value }
}

/// The library as it is.
package struct Library: TestedProgram {
  /// The library.
  package init() {}
}
