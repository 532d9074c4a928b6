import Foundation
import NumericalMethods

/// The limit law of K fresh points a generation for L symbols, X6: Dirichlet(2Kp*).
public struct DirichletLimit: Sendable {
  /// p*, all > 0.
  public let truth: [Double]
  /// K > 0.
  public let points: Double

  /// The law for `points` points from the probabilities `truth`.
  public init(truth: [Double], points: Double) {
    precondition(points > 0 && truth.allSatisfy { $0 > 0 }, "an interior truth, and points of it")
    (self.truth, self.points) = (truth, points)
  }

  private var concentration: Double { 2 * points }

  /// `E D(p*‖p)`, in nats.
  public var forwardDivergence: Double {
    // E ln p_s = ψ(2Kp*) − ψ(2K)
    truth.reduce(0) { sum, p in
      sum + p
        * (log(p) - SpecialFunction.digamma(concentration * p)
          + SpecialFunction.digamma(concentration))
    }
  }

  /// `E D(p‖p*)`, in nats.
  public var reverseDivergence: Double {
    // E p ln p = p*[ψ(2Kp* + 1) − ψ(2K + 1)]
    truth.reduce(0) { sum, p in
      sum + p
        * (SpecialFunction.digamma(concentration * p + 1)
          - SpecialFunction.digamma(concentration + 1) - log(p))
    }
  }

  /// The effective number of symbols `1/E Σp²`: at most 2K + 1, however many the truth has.
  public var effectiveSymbols: Double {
    // E p² = p*(2Kp* + 1)/(2K + 1)
    (concentration + 1) / truth.reduce(0) { $0 + $1 * (concentration * $1 + 1) }
  }
}
