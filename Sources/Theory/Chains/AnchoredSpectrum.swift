import BigInt

/// The eigenvalues of the loop of independent spins with external points: falling factorials over powers.
///
/// With n spins of the loop's own in a training set and b from outside, `λ_j = (n)_j/(n + b)ʲ`,
/// `(n)_j = n(n − 1)…(n − j + 1)`, j = 0 … n, and b times 0; `(n)_j/nʲ` without external points. From the
/// frequency x of up spins the count k of the next training set has the factorial moments
/// `E (k)_j = Σ_i C(j, i)(n)_i xⁱ E (b_up)_{j−i}`: a polynomial of degree j in x, so that one generation is
/// triangular in polynomials of growing degree, with λ_j on the diagonal. `λ_1 = n/(n + b)` is how fast the
/// mean relaxes.
public enum AnchoredSpectrum {
  /// λ_j for j = 0 … n + b, in decreasing order.
  public static func eigenvalues(own n: Int, outside b: Int) -> [Double] {
    var λ = [1.0]
    for j in 0..<(n + b) { λ.append(λ[j] * Double(max(0, n - j)) / Double(n + b)) }
    return λ
  }

  /// The largest relative deviation of `E (k)_j` as the chain has it, from the polynomial above, over all
  /// states and all j.
  ///
  /// Both are sums of positive terms, which keep their relative accuracy: what the eigenvalues are made of is
  /// compared digit by digit, down to the least, e⁻²⁰⁰ of the first at n = 200, where the eigenvalues of the
  /// matrix itself would be lost in rounding. Moments below 1e−250 are left out.
  public static func largestDeviation(_ chain: AnchoredSpinsChain) -> Double {
    let (n, size) = (chain.spins * chain.samples, chain.size)
    let b = size - n
    let λ = eigenvalues(own: n, outside: b)
    let outside = outsideMoments(chain)
    // binomials[j][l] = C(j, l) for l ≤ b.
    var binomials = [[1.0] + [Double](repeating: 0, count: b)]
    for _ in 0..<size {
      let row = binomials[binomials.count - 1]
      binomials.append((0...b).map { l -> Double in l == 0 ? 1 : row[l] + row[l - 1] })
    }
    var largest = 0.0
    for state in 0...size {
      let row = chain.countProbabilities(after: state)
      let x = chain.frequency(state)
      var powers = [1.0]
      for j in 0..<size { powers.append(powers[j] * x) }
      // (k)_j/sizeʲ, from one j to the next.
      var factorials = [Double](repeating: 1, count: size + 1)
      for j in 0...size {
        var moment = 0.0
        for k in j...size { moment += row[k] * factorials[k] }
        for k in j...size { factorials[k] *= Double(k - j) / Double(size) }
        var expected = 0.0
        for l in 0...min(j, b) {
          expected += binomials[j][l] * λ[j - l] * powers[j - l] * outside[l]
        }
        if expected > 1e-250 { largest = max(largest, abs(moment / expected - 1)) }
        if expected == 0 { largest = max(largest, moment) }
      }
    }
    return largest
  }

  /// `E (b_up)_l/(n + b)ˡ` of the spins from outside that are up, l = 0 … b.
  private static func outsideMoments(_ chain: AnchoredSpinsChain) -> [Double] {
    let b = chain.size - chain.spins * chain.samples
    var moments = [1.0]
    for l in 0..<b {
      let factor: Double =
        switch chain.external {
        case .fixed(_, let up): Double(max(0, up - l))
        case .fresh(_, let frequency): Double(b - l) * frequency
        }
      moments.append(moments[l] * factor / Double(chain.size))
    }
    return moments
  }

  /// Whether the characteristic polynomial of the transition matrix is `λᵇ Π_j (λ − λ_j)`, in rational
  /// arithmetic: a proof for the given sizes.
  ///
  /// - Parameters:
  ///   - n: the number of spins drawn from the model, NM.
  ///   - b: the number of fresh spins from outside.
  ///   - truth: the frequency of up spins among these.
  public static func isProved(own n: Int, outside b: Int, truth: Rational) -> Bool {
    let size = n + b
    let own = RationalWrightFisherChain(population: n)
    let fresh =
      b == 0 ? [.one] : RationalWrightFisherChain(population: b).samplingProbabilities(at: truth)
    let matrix = (0...size).map { state in
      var row = [Rational](repeating: .zero, count: size + 1)
      let law = own.samplingProbabilities(at: Rational(BigInt(state), BigInt(size)))
      for (k, p) in law.enumerated() {
        for (l, q) in fresh.enumerated() { row[k + l] = row[k + l] + p * q }
      }
      return row
    }
    // λᵇ Π (λ − λ_j), lowest coefficient first.
    var expected: [Rational] = [.one]
    var eigenvalue = Rational.one
    for j in 0...size {
      let shifted = [.zero] + expected
      let scaled = expected.map { $0 * eigenvalue } + [.zero]
      expected = zip(shifted, scaled).map { $0 - $1 }
      eigenvalue = eigenvalue * Rational(BigInt(max(0, n - j)), BigInt(size))
    }
    return characteristicPolynomial(matrix) == expected
  }

  /// `det(λ − A)`, lowest coefficient first, by the traces of Faddeev and Le Verrier.
  private static func characteristicPolynomial(_ a: [[Rational]]) -> [Rational] {
    let count = a.count
    var coefficients = [Rational](repeating: .one, count: count + 1)
    var product = [[Rational]](repeating: [Rational](repeating: .zero, count: count), count: count)
    for k in 1...count {
      // A times (the last product plus the last coefficient on its diagonal).
      for i in 0..<count { product[i][i] = product[i][i] + coefficients[count - k + 1] }
      product = a.map { row in
        (0..<count).map { j in
          (0..<count).reduce(Rational.zero) { sum, i in
            row[i] == .zero ? sum : sum + row[i] * product[i][j]
          }
        }
      }
      let trace = (0..<count).reduce(Rational.zero) { $0 + product[$1][$1] }
      coefficients[count - k] = Rational(-1, BigInt(k)) * trace
    }
    return coefficients
  }
}
