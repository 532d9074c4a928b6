import Families
import Foundation
import Randomness

/// An increasing function of θ that may take its place as the parameter.
private struct Coordinate {
  let name: String
  /// η(θ).
  let value: (Double) -> Double
  /// `ln η′`, and its derivative.
  let logSlope: (Double) -> (value: Double, derivative: Double)

  /// Where a function of θ is largest, sought in this coordinate.
  ///
  /// Golden sections in η; θ(η) is found by bisection.
  func maximise(in range: ClosedRange<Double>, _ f: (Double) -> Double) -> Double {
    func θ(_ η: Double) -> Double {
      var (low, high) = (range.lowerBound, range.upperBound)
      while true {
        let middle = low + (high - low) / 2
        if !(low < middle && middle < high) { return middle }
        if value(middle) < η { low = middle } else { high = middle }
      }
    }
    let ratio = (5.0.squareRoot() - 1) / 2
    var (low, high) = (value(range.lowerBound), value(range.upperBound))
    var (a, b) = (high - ratio * (high - low), low + ratio * (high - low))
    var (fa, fb) = (f(θ(a)), f(θ(b)))
    while b - a > 1e-12 * (abs(a) + abs(b)), b - a > 1e-15 {
      if fa < fb {
        (low, a, fa) = (a, b, fb)
        b = low + ratio * (high - low)
        fb = f(θ(b))
      } else {
        (high, b, fb) = (b, a, fa)
        a = high - ratio * (high - low)
        fa = f(θ(a))
      }
    }
    return θ(low + (high - low) / 2)
  }
}

extension PriorLaws {
  /// The likelihood has one maximum, wherever it is sought; a density gains a Jacobian, and its maximum
  /// moves against the Jacobian's slope.
  static func reparametrisation<F: OneParameterFamily>(of family: F, _ run: LawRun) -> [String] {
    func A(_ θ: Double) -> Derivatives { Derivatives(at: [θ], of: family.automaticLogPartition) }
    let coordinates = [
      Coordinate(name: "θ", value: { $0 }, logSlope: { _ in (0, 0) }),
      Coordinate(name: "μ", value: { A($0).gradient[0] }) { θ in
        let A = A(θ)
        return (log(A.hessian[0][0]), A.third[0][0][0] / A.hessian[0][0])
      },
      Coordinate(name: "θ + θ³", value: { $0 + $0 * $0 * $0 }) { θ in
        (log(1 + 3 * θ * θ), 6 * θ / (1 + 3 * θ * θ))
      },
    ]
    return run.instances(5) { stream in
      // Parameters of order one, where the coordinates differ, and data that are not all alike.
      let truth = family.member(at: 0.2 * family.randomParameter(using: &stream))
      var data: F.Statistics
      repeat {
        data = family.drawStatistics(of: 5, from: truth, using: &stream)
      } while try family.maximumLikelihood(data).face != nil
      let fit = try family.maximumLikelihood(data).naturalParameter!
      let prior = GaussianPrior<F>(
        mean: fit + stream.uniform(-1, 1), variance: stream.uniform(0.2, 1))
      let mode = try run.program.estimate(from: data, prior: prior, in: family).naturalParameter!
      func logLikelihood(_ θ: Double) -> Double { data.sum * θ - data.count * A(θ).value }
      func logPosterior(_ θ: Double) -> Double {
        logLikelihood(θ) - 0.5 * (θ - prior.mean) * (θ - prior.mean) / prior.variance
      }
      return coordinates.flatMap { coordinate -> [String] in
        let best = coordinate.maximise(in: family.searchRange, logLikelihood)
        let moved = coordinate.maximise(in: family.searchRange) { θ in
          logPosterior(θ) - run.program.logJacobian(coordinate.logSlope(θ).value)
        }
        // Values that differ by less than rounding end the search, some 1e−7 widths from the maximum.
        let curvature = data.count * A(mode).hessian[0][0]
        let (wide, width) = (
          1 / (data.count * A(fit).hessian[0][0]).squareRoot(),
          1 / (curvature + 1 / prior.variance).squareRoot()
        )
        // What the Jacobian's slope does to first order; a tenth of it is certain.
        let shift = -coordinate.logSlope(mode).derivative * width * width
        var failures: [String] = []
        if !(abs(best - fit) <= 1e-5 * wide) {
          failures.append("the likelihood is largest at \(best), not at \(fit)")
        }
        let isRight =
          coordinate.name == "θ"
          ? abs(moved - mode) <= 1e-5 * width
          : abs(shift) < 1e-3 * width || (moved - mode) / shift > 0.1
        if !isRight { failures.append("the posterior is largest at \(moved), in θ at \(mode)") }
        return failures.map { "\(data), \(prior), in \(coordinate.name): \($0)" }
      }
    }
  }
}
