import Documents
import EnumeratedFamilies
import Families

/// A family that definitions can name.
///
/// A new family conforms and gets its line in ``simulatedFamilies``; every policy, estimator and prior
/// then works with it.
package protocol SimulatedFamily: ExponentialFamily {
  /// The word for it: "poisson".
  static var kind: String { get }
  /// One line for the help: what it is, and its fields with their standard values.
  static var summary: String { get }
  /// The family that the fields describe.
  static func make(_ fields: inout Fields) throws(DefinitionError) -> Self

  /// The names of the D statistics.
  var statisticNames: [String] { get }
  /// The member that the family's own words describe, such as `probability`; `nil` if there are none.
  func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member?
  /// The member for which a definition says nothing.
  var standardMember: Member { get }
  /// What else is of interest in a member.
  var observables: [Observable<Self>] { get }
  /// The least M for which maximum likelihood has an estimate.
  var leastSamples: Int { get }

  /// Whether a model never is absorbed, so that one that seems so has left double precision.
  var neverSettles: Bool { get }
  /// How many numbers a point has, where points are handled one by one.
  var pointSize: Int { get }
  /// Whether sums are drawn point by point, at a cost that grows with M.
  var drawsPoints: Bool { get }
  /// Whether the points of a member are held without loss, for policies that keep them.
  func canDrawPoints(from member: Member) -> Bool

  /// The prior of a kind that is the family's own, or `nil` if there is none.
  func namedPrior(_ kind: String, _ fields: inout Fields) throws(DefinitionError)
    -> (any Prior<Self>)?
  /// The kinds of ``namedPrior(_:_:)``.
  static var namedPriors: [String] { get }

  /// For each statistic, its variance as a function of its own mean, where there is one.
  var varianceFunctions: [VarianceFunction]? { get }
  /// The expectation in generations 0, 1, … of the closed loop of maximum likelihood, M `samples` a
  /// generation, where theory gives one.
  ///
  /// - Parameter quantity: "entropy", "absorbed" for the probability to be, or one of ``observables``.
  func expectation(
    of quantity: String, from start: Member, samples: Int, generations: Int
  ) -> [Double]?
  /// How much the expected entropy has changed by generations 0, 1, … of that loop: what is small beside the
  /// entropy keeps its digits.
  func entropyChange(from start: Member, samples: Int, generations: Int) -> [Double]?
  /// The expectation of "entropy", "kl_truth_model" or "kl_model_truth" where it follows from the first
  /// two moments of a single mean parameter, whatever the policy.
  ///
  /// - Parameters:
  ///   - distance: the expected distance of the mean parameter from that of the truth.
  ///   - variance: its variance.
  func expectation(
    of quantity: String, truth: Member, distance: Double, variance: Double
  ) -> Double?

  /// The simulation in the family that `choice` describes, and a loop that `fields` does.
  ///
  /// There is a default that no family need replace; that it is a requirement has it compiled for each.
  static func simulation(
    _ choice: inout Fields, _ fields: inout Fields, recordsEnds: Bool
  ) throws -> ReadySimulation
}

/// A number of interest in a member.
package struct Observable<Family: ExponentialFamily>: Sendable {
  /// The column: "log_variance".
  package let name: String
  /// Its value.
  package let value: @Sendable (Family.Member) -> Double
}

extension SimulatedFamily {
  package func namedMember(_ fields: inout Fields) throws(DefinitionError) -> Member? { nil }
  package var observables: [Observable<Self>] { [] }
  package var leastSamples: Int { 1 }
  package var neverSettles: Bool { false }
  package var pointSize: Int { 1 }
  package var drawsPoints: Bool { false }
  package func canDrawPoints(from member: Member) -> Bool { true }
  package static var namedPriors: [String] { [] }
  package func namedPrior(
    _ kind: String, _ fields: inout Fields
  ) throws(DefinitionError) -> (any Prior<Self>)? { nil }
  package var varianceFunctions: [VarianceFunction]? { nil }
  package func expectation(
    of quantity: String, from start: Member, samples: Int, generations: Int
  ) -> [Double]? { nil }
  package func entropyChange(from start: Member, samples: Int, generations: Int) -> [Double]? {
    expectation(of: "entropy", from: start, samples: samples, generations: generations)
      .map { values in values.map { $0 - values[0] } }
  }
  package func expectation(
    of quantity: String, truth: Member, distance: Double, variance: Double
  ) -> Double? { nil }

  /// A vector of D numbers.
  func vector(_ components: [Double]) -> Vector { parameterScales.map { a, _ in components[a] } }

  /// The member that the fields describe: by `natural`, by `mean`, or in the family's own words.
  ///
  /// - Parameter standard: the member if they say nothing.
  func member(
    _ fields: inout Fields, standard: Member? = nil
  ) throws(DefinitionError) -> Member {
    if let θ = try fields.optional("natural", count: dimension, in: .finite) {
      guard admits(vector(θ)) else {
        throw fields.error(
          "natural", θ.map { DefinitionError.plain($0) }.joined(separator: ", "),
          allowed: "a parameter with a model in double precision")
      }
      return member(at: vector(θ))
    }
    if let member = try namedMember(&fields) { return member }
    if fields.has("mean") {
      let mean = try self.mean("mean", &fields)
      do throws(EstimationError) {
        return try maximumLikelihood(Statistics(sum: mean, count: 1))
      } catch {
        throw fields.error("mean", "\(mean)", allowed: "the mean of a model: \(error)")
      }
    }
    return standard ?? standardMember
  }

  /// A mean statistic that data may have, of a model or not.
  func mean(_ field: String, _ fields: inout Fields) throws(DefinitionError) -> Vector {
    let mean = try fields.numbers(field, count: dimension...dimension, in: .finite)
    do throws(EstimationError) {
      _ = try maximumLikelihood(Statistics(sum: vector(mean), count: 1))
    } catch {
      // A single point of a Gaussian has no estimate, and is a point all the same.
      if case .outsideSupport = error {
        throw fields.error(
          field, mean.map { DefinitionError.plain($0) }.joined(separator: ", "),
          allowed: "a mean of the family's statistics")
      }
    }
    return vector(mean)
  }
}

/// All families, in the order of the help.
package let simulatedFamilies: [any SimulatedFamily.Type] = [
  BinomialFamily.self, IndependentSpins.self, CoupledSpins.self, Categorical.self,
  PoissonFamily.self, NegativeBinomial.self, GammaKnownShape.self, GaussianKnownVariance.self,
  GaussianFamily.self, MultivariateGaussian.self, GammaFamily.self, EnumeratedFamily.self,
]
