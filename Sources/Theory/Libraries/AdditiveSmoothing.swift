import BigInt

/// A closed loop of S symbols whose fit adds α to every count: `p′ = (k + α)/(M + Sα)`, k multinomial.
///
/// A conjugate prior of weight Sα maximised in θ: for large M the law is Dirichlet(2α, …, 2α) by X6 and X8. At every M
/// the moments of any order close on themselves.
public struct AdditiveSmoothing: Sendable {
  /// S ≥ 2.
  public let symbols: Int
  /// M ≥ 1.
  public let samples: Int
  /// α > 0.
  public let constant: Rational

  /// The loop of `symbols` symbols and M = `samples` points.
  public init(symbols: Int, samples: Int, constant: Rational) {
    precondition(
      symbols >= 2 && samples >= 1 && constant > .zero, "S ≥ 2, M ≥ 1 and α > 0 are needed")
    (self.symbols, self.samples, self.constant) = (symbols, samples, constant)
  }

  /// `E p_a p_b …` of j different symbols in the stationary law.
  ///
  /// `(M + Sα)^j e_j = Σ_i C(j, i) α^(j−i) M(M − 1)…(M − i + 1) e_i`: products of i different counts have falling
  /// factorial moments.
  public func productMoment(_ order: Int) -> Rational {
    precondition(order >= 0 && order <= symbols, "as many different symbols are needed")
    var moments = [Rational.one]
    while moments.count <= order {
      let j = moments.count
      var sum = Rational.zero
      for i in 0..<j {
        sum = sum + binomial(j, i) * constant.power(j - i) * falling(i) * moments[i]
      }
      moments.append(sum / (total.power(j) - falling(j)))
    }
    return moments[order]
  }

  /// The variance of a probability, `x₀(1 − x₀) M/(2MSα + (Sα)² + M)` with x₀ = 1/S.
  public var variance: Rational {
    let (m, s) = (whole(samples), whole(symbols))
    let weight = s * constant
    return (s - .one) / (s * s) * m / (whole(2) * m * weight + weight * weight + m)
  }

  /// The same moment of the limit law Dirichlet(2α, …, 2α).
  public func limitOfProductMoment(_ order: Int) -> Rational {
    let concentration = whole(2) * constant
    return (0..<order).reduce(.one) { product, i in
      product * concentration / (whole(symbols) * concentration + whole(i))
    }
  }

  private var total: Rational { whole(samples) + whole(symbols) * constant }

  private func whole(_ n: Int) -> Rational { Rational(BigInt(n)) }

  private func binomial(_ n: Int, _ k: Int) -> Rational {
    (0..<k).reduce(.one) { $0 * whole(n - $1) / whole($1 + 1) }
  }

  private func falling(_ order: Int) -> Rational {
    (0..<order).reduce(.one) { $0 * whole(max(0, samples - $1)) }
  }
}
