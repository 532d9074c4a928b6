import Documents
import Families
import Foundation
import Theory

// Case i is a chain on finitely many states: its law at finite M, beside the limit.
extension Figure2 {
  /// The exact density of θ₁ in the bins of the histogram, and that of the limit.
  ///
  /// Frequencies k/n lie the more densely in θ the closer they are to ½, and a bin holds a whole number of them:
  /// that is why the exact density jumps from bin to bin.
  static func exactDensities(_ definition: Figure2Definition) throws -> Table {
    var table = Table(name: "fig2a-exact", columns: ["samples", "theta", "exact", "limit"])
    let limit = try definition.i.law().density()
    for samples in definition.i.samples {
      guard let chain = definition.i.chain(samples: samples) else { continue }
      let bins = definition.histogram(bins: definition.i.bins)
      var masses = [Double](repeating: 0, count: definition.i.bins)
      for (k, probability) in try chain.stationaryProbabilities().enumerated()
      where k > 0 && k < chain.size {
        let p = Double(k) / Double(chain.size)
        let place = ((0.5 * log(p / (1 - p)) - bins.lower) / bins.width).rounded(.down)
        if place >= 0, place < Double(masses.count) { masses[Int(place)] += probability }
      }
      for (index, mass) in masses.enumerated() {
        let bin = bins.bin(index)
        table.append([
          .integer(samples), .number(bin.middle), .number(mass / bins.width),
          .number(limit.probability(from: bin.left, to: bin.right).value / bins.width),
        ])
      }
    }
    return table
  }

  /// The largest distance between the exact distribution function and the limit, and M times it.
  static func exactDistances(_ definition: Figure2Definition) throws -> Table {
    var table = Table(name: "fig2-distance", columns: ["samples", "distance", "scaled"])
    for samples in Set([25, 50, 100, 200] + definition.i.samples).sorted() {
      guard let chain = definition.i.chain(samples: samples) else { continue }
      let distance = try chain.distanceToLimit()
      table.append([
        .integer(samples), .number(distance), .number(Double(samples) * distance),
      ])
    }
    return table
  }
}

extension Figure2Definition.AnchoredCase {
  /// The exact chain at M = `samples`; `nil` where it has more than 4000 states.
  func chain(samples: Int) -> AnchoredSpinsChain? {
    guard spins * (samples + external) <= 4000 else { return nil }
    return AnchoredSpinsChain(
      spins: spins, samples: samples,
      external: .fixed(points: external, up: external * (spins + anchor) / 2))
  }
}
