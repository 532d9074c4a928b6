import EnumeratedFamilies
import Families
import Foundation
import Randomness

extension EnumeratedFamily: TestedFamily {
  /// Two states of one φ, points on an edge and inside, decimals that no double is,
  /// and a polytope of six dimensions.
  package static let instances: [EnumeratedFamily] = {
    do {
      return [
        try EnumeratedFamily(
          statisticNames: ["level"], baseMeasure: [1, 2.5, 0.5, 6, 0.3],
          statistics: [[0], [1], [1], [3], [4]]),
        try EnumeratedFamily(
          statisticNames: ["x", "y"], baseMeasure: [1, 2, 1, 0.5, 3, 1],
          statistics: [[0, 0], [3, 0], [4, 2], [1, 4], [2, 2], [1, 0]]),
        try EnumeratedFamily(
          statisticNames: ["u", "v"], baseMeasure: [1, 1, 4, 1, 1],
          statistics: [[0.1, 70], [0.3, 20], [0.6, -40], [-0.2, 10], [0.2, -10]]),
        isingModel(spins: 3),
      ]
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  package var name: String {
    "table of \(stateCount) states, \(statisticNames.joined(separator: ", "))"
  }

  /// The distinct φ.
  private var points: [[Double]] {
    Set((0..<stateCount).map { statistic(of: $0).components })
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// `ln Σ h exp(θ·φ)`.
  package func automaticLogPartition(_ θ: [Jet]) -> Jet {
    logSumExp(
      (0..<stateCount).map { x in
        let φ = statistic(of: x)
        return θ.indices.reduce(Jet(log(baseMeasure[x]))) { $0 + φ[$1] * θ[$1] }
      })
  }

  package func randomParameter<G: RandomNumberGenerator>(using generator: inout G) -> DenseVector {
    let reach = 12 / Double(dimension).squareRoot()
    return parameterScales.map { _, scale in scale * generator.signed(1, reach) }
  }

  /// Proper faces in tenths, which all instances are integers in.
  private static let enumerations = Dictionary(
    uniqueKeysWithValues: instances.map { family in
      let points = family.points
      let tenths = points.map { $0.map { Int((10 * $0).rounded()) } }
      return (
        family.name,
        FacetEnumeration(tenths).properFaces.map { face in face.map { points[$0] } }
      )
    })

  package var faces: [[[Double]]] { Self.enumerations[name] ?? [] }

  package func vertices(of face: Member.Face) -> [[Double]] {
    Set(face.states.map { statistic(of: $0).components })
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// A little farther from the centre than the middle of any face.
  package var impossibleMeans: [[Double]] {
    func middle(_ points: [[Double]]) -> [Double] {
      (0..<dimension).map { a in points.reduce(0) { $0 + $1[a] } / Double(points.count) }
    }
    let centre = middle(points)
    return faces.map { face in zip(middle(face), centre).map { $0 + 0.001 * ($0 - $1) } }
  }

  package var bounds: [StatisticBound]? {
    (0..<dimension).map { a in
      let values = points.map { $0[a] }
      return StatisticBound(range: values.min()!...values.max()!)
    }
  }
}
