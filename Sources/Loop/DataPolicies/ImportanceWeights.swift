import Families
import PortableMath
import Randomness

/// Every generation is trained on M samples of the last model, each with a weight of its own.
///
/// Whatever the weights, φ̄ stays within the convex hull of what was drawn: they can put collapse off, not
/// prevent it.
@frozen
public struct ImportanceWeights<Family: ExponentialFamily>: ClosedDataPolicy {
  /// The logarithm of a point's weight, up to a constant.
  public typealias LogWeight =
    @Sendable (_ point: Family.DataPoint, _ model: Family.Member, _ family: Family) -> Double

  /// The logarithms of the weights of all points of a sample, up to a constant.
  public typealias LogWeights =
    @Sendable (_ sample: [Family.DataPoint], _ model: Family.Member, _ family: Family) -> [Double]

  /// The logarithms of a sample's weights.
  public let logWeights: LogWeights

  /// The policy with weights `exp(logWeight)`, which may be infinite nowhere and 0 not everywhere.
  public init(logWeight: @escaping LogWeight) {
    logWeights = { sample, model, family in sample.map { logWeight($0, model, family) } }
  }

  /// The same with weights that depend on what else was drawn.
  public init(logWeights: @escaping LogWeights) { self.logWeights = logWeights }

  /// Weights `exp(tilt·φ(s))`, a preference that does not know the truth.
  public static func tilt(_ tilt: Family.Vector) -> Self {
    Self { point, _, family in tilt.dot(family.statistic(of: point)) }
  }

  /// Weights `p*(s)/p(s)` of an oracle that knows the truth and the model.
  ///
  /// They make up for the model's distance from the truth, not for the sample's from the model.
  ///
  /// - Parameter θ: the truth's natural parameter.
  public static func oracle(_ θ: Family.Vector) -> Self {
    Self { point, model, family in
      family.logDensity(of: point, at: θ) - family.logDensity(of: point, in: model)
    }
  }

  /// Weights `p*(s)/k(s)`, k how often the sample holds s: whatever is there has the truth's proportions.
  ///
  /// No weights bring the sample closer to the truth.
  ///
  /// - Parameter θ: the truth's natural parameter.
  public static func matching(_ θ: Family.Vector) -> Self where Family.DataPoint: Hashable {
    Self(logWeights: { sample, _, family in
      let counts = sample.reduce(into: [:]) { $0[$1, default: 0] += 1.0 }
      return sample.map { family.logDensity(of: $0, at: θ) - log(counts[$0]!) }
    })
  }

  /// Nothing is remembered.
  @inlinable public func initialMemory(for family: Family) {}

  /// The weighted statistics of M points; weights sum to M.
  public func trainingSet(
    samples: Int, from model: Family.Member, in family: Family, memory: inout Void,
    streams: GenerationStreams
  ) -> Family.Statistics {
    if model.isAbsorbed {
      return Replace().trainingSet(
        samples: samples, from: model, in: family, memory: &memory, streams: streams)
    }
    var stream = streams.stream(for: .synthetic)
    let points = (0..<samples).map { _ in family.drawPoint(from: model, using: &stream) }
    let logarithms = logWeights(points, model, family)
    let largest = logarithms.max() ?? 0
    let weights = logarithms.map { exp($0 - largest) }
    let scale = Double(samples) / weights.reduce(0, +)
    var data = Family.Statistics(sum: .zero, count: 0)
    for (point, weight) in zip(points, weights) where weight > 0 {
      data = data + scale * weight * family.statistics(of: point)
    }
    return data
  }
}
