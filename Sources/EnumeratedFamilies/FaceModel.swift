import Families
import PortableMath

/// The family restricted to the states of a face, or to all states.
final class FaceModel: Sendable {
  /// In increasing order.
  let states: [Int]
  /// The hull of these states alone, whose faces are those of the table's within it.
  let hull: Hull
  private let points: [ArraySlice<Int128>]
  private let coordinates: StandardCoordinates
  private let logBase: [Double]

  /// The model of some rows of integers, as many as there are states.
  init(
    states: [Int], points: [ArraySlice<Int128>], logBase: [Double], isShort: Bool = true,
    hull: Hull? = nil
  ) {
    self.states = states
    self.points = points
    self.hull = hull ?? Hull(points, isShort: isShort)
    coordinates = StandardCoordinates(points)
    self.logBase = logBase
  }

  /// Whether all states share one φ.
  var isPoint: Bool { coordinates.rank == 0 }

  /// A statistic that follows from the others except for rounding, if there is one.
  var dependentStatistic: Int? { coordinates.skipped.first }

  /// A model, by a parameter per unit of the lattice and the logarithms of its probabilities.
  typealias Fit = (parameter: [Double], logProbabilities: [Double])

  /// Most fits take ten to thirty steps.
  private static let steps = 80

  /// The model whose mean is that of some data.
  ///
  /// Next to a face, variances across it are too small beside those along it for one set of
  /// coordinates. There the mean is approached from the centre in stages, each in coordinates in which
  /// the statistics of the last model are uncorrelated and of variance 1.
  func fit(_ data: LatticeSum) throws(EstimationError) -> Fit {
    let start = (parameter: points[0].map { _ in 0.0 }, logProbabilities: logBase)
    do {
      return try fit(data, from: start, in: coordinates)
    } catch .noConvergence {
      var model = start
      for rest in [1e-3, 1e-6, 1e-9, 1e-12, 1e-15, 0] {
        let weights = rest == 1e-3 ? nil : model.logProbabilities.map { exp($0) }
        let local = StandardCoordinates(points, weights: weights)
        // Else probabilities have underflowed.
        guard local.rank == coordinates.rank else { throw .noConvergence(steps: Self.steps) }
        model = try fit(data, from: model, in: local, rest: rest)
      }
      return model
    }
  }

  /// The tilt of a model that moves its mean to that of the data, except for a rest of the way from the centre.
  private func fit(
    _ data: LatticeSum, from model: Fit, in coordinates: StandardCoordinates,
    rest: Double = 0
  ) throws(EstimationError) -> Fit {
    let arms = coordinates.arms(about: data)
    let sums = GibbsSums(
      width: coordinates.rank, entries: arms, logBase: model.logProbabilities)
    let evenly = [Double](repeating: 1 / Double(states.count), count: states.count)
    let none = [Double](repeating: 0, count: coordinates.rank)
    let target = sums.mean(evenly, about: none).map { rest * $0 }
    var λ = none
    if !isPoint {
      λ = try DampedNewton.minimise(
        from: DenseVector(none), scales: DenseVector(coordinates.ranges.map { 1 / $0 }),
        steps: Self.steps
      ) {
        sums.expansion(at: $0.components, about: target)
      }.components
    }
    return (
      zip(model.parameter, coordinates.pullBack(λ)).map { $0 + $1 },
      sums.logProbabilities(at: λ, about: target).logProbabilities
    )
  }
}
