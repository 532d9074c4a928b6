import Documents
import Families
import Loop
import Randomness
import Theory

/// Figure 1a: trajectories of φ̄₁,ₜ/N and of θ₁ to absorption.
struct TrajectoryPanel {
  let definition: Figure1Definition.Trajectories
  let key: StreamKey

  /// Longer trajectories are thinned to at most this many points.
  static let maximumPoints = 1 << 14

  var work: Double { Double(definition.trajectories) * 1.4 * Double(loop.population) }

  private var loop: SpinLoop { SpinLoop(spins: definition.spins, samples: definition.samples) }

  func table(_ context: RunContext) throws -> Table {
    let loop = loop
    let trajectories = try loop.ensemble(
      from: loop.family.member(magnetisation: definition.start), key: loop.key(under: key)
    ).replicates(definition.trajectories, work: 1.4 * Double(loop.population), context) {
      try trajectory(of: &$0)
    }
    var table = Table(
      name: "fig1a", columns: ["trajectory", "generation", "magnetisation", "field"])
    for (index, trajectory) in trajectories.enumerated() {
      for point in trajectory {
        table.append([
          .integer(index + 1), .integer(point.generation), .number(point.model.magnetisation),
          .number(point.model.field),
        ])
      }
    }
    return table
  }

  private func trajectory(
    of chain:
      inout RetrainingChain<
        TabulatedReplace<IndependentSpins>, MaximumLikelihood<IndependentSpins>
      >
  ) throws -> [(generation: Int, model: IndependentSpins.Member)] {
    var points = [(chain.generation, chain.model)]
    var stride = 1
    while !chain.model.isAbsorbed, chain.generation < definition.generations {
      try chain.advance()
      if chain.generation % stride == 0 { points.append((chain.generation, chain.model)) }
      if points.count > Self.maximumPoints {
        stride *= 2
        points = points.filter { $0.0 % stride == 0 }
      }
    }
    if points[points.count - 1].0 != chain.generation {
      points.append((chain.generation, chain.model))
    }
    return points
  }
}

extension IndependentSpins.Member {
  /// θ₁, infinite at a vertex.
  var field: Double {
    switch face {
    case .allUp: .infinity
    case .allDown: -.infinity
    case nil: naturalParameter ?? .nan
    }
  }
}
