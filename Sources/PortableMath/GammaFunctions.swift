// The Gamma function and its logarithmic derivatives for arguments > 0: asymptotic series from 12 on, and
// below it recurrences in which nothing cancels. Portable as exp and log are. Errors are measured against
// high-precision values, from 1e−3 to 1e12 and below.

private let threshold = 12.0

/// `ln Γ(x)`, x > 0, with an error below 4 ulp, near its zeros 1 and 2 too.
public func logGamma(_ x: Double) -> Double {
  if x.isNaN || x <= 0 { return x == 0 ? .infinity : .nan }
  if x >= threshold {
    return x < .infinity
      ? (x - 0.5) * (log(x) - 1) + (stirlingRemainder(x) + 0.4189385332046728) : x
  }
  // Γ(x) is Γ(2 + t), |t| ≤ ½, except for a product.
  if x < 0.5 { return logGammaNear2(x) - log(x * (1 + x)) }
  if x < 1.5 { return logGammaNear2(x - 1) - log(x) }
  if x < 2.5 { return logGammaNear2(x - 2) }
  var (product, z) = (1.0, x)
  while z >= 2.5 {
    z -= 1
    product *= z
  }
  return logGammaNear2(z - 2) + log(product)
}

/// `(−1)ᵏ(ζ(k) − 1)/k` for k from 2 on.
private let zetas: [Double] = [
  0.32246703342411321824, -0.067352301053198095133, 0.020580808427784547879,
  -0.0073855510286739852663, 0.0028905103307415232858, -0.0011927539117032609771,
  0.00050966952474304242234, -0.00022315475845357937976, 0.000099457512781808533715,
  -0.0000449262367381331417, 0.000020507212775670691553, -9.439488275268395904e-6,
  4.3748667899074878042e-6, -2.0392157538013662368e-6, 9.5514121304074198329e-7,
  -4.4924691987645660433e-7, 2.1207184805554665869e-7, -1.0043224823968099609e-7,
  4.7698101693639805658e-8, -2.271109460894316491e-8, 1.0838659214896954091e-8,
  -5.1834750419700466551e-9, 2.4836745438024783172e-9, -1.1921401405860912074e-9,
  5.7313672416788620133e-10,
]

/// `ln Γ(2 + t)`, |t| ≤ ½: Taylor's series.
private func logGammaNear2(_ t: Double) -> Double {
  var series = 0.0
  for coefficient in zetas.reversed() { series = coefficient + t * series }
  // 1 less Euler's constant.
  return t * (0.42278433509846713939 + t * series)
}

/// `ln Γ(x) − (x − ½) ln x + x − ½ ln 2π`, x > 0, what Stirling's formula lacks; its error is below 16 ulp.
public func stirlingRemainder(_ x: Double) -> Double {
  if x.isNaN || x <= 0 { return x == 0 ? .infinity : .nan }
  var (z, sum) = (x, 0.0)
  if z < 1 {
    sum = (z + 0.5) * (log1p(z) - log(z)) - 1
    z += 1
  }
  while z < threshold {
    let s = 1 / (2 * z + 1)
    sum += 0.5 * _logDeviation.tail(s * s)
    z += 1
  }
  let w = 1 / (z * z)
  let series =
    1.0 / 12
    + w
    * (-1.0 / 360
      + w * (1.0 / 1260 + w * (-1.0 / 1680 + w * (1.0 / 1188 + w * (-691.0 / 360_360 + w / 156)))))
  return sum + series / z
}

/// `ψ(x) = d ln Γ/dx`, x > 0, with an error below 4 ulp of the larger of |ψ| and 1.
public func digamma(_ x: Double) -> Double { log(x) - logarithmMinusDigamma(x) }

/// `ln x − ψ(x)`, x > 0, which keeps its digits where both grow; its error is below 4 ulp.
public func logarithmMinusDigamma(_ x: Double) -> Double {
  if x.isNaN || x <= 0 { return x == 0 ? .infinity : .nan }
  var (z, sum) = (x, 0.0)
  while z < threshold {
    sum += logDeviation(1 / z)
    z += 1
  }
  let w = 1 / (z * z)
  let series =
    1.0 / 12
    + w
    * (-1.0 / 120
      + w * (1.0 / 252 + w * (-1.0 / 240 + w * (1.0 / 132 + w * (-691.0 / 32_760 + w / 12)))))
  return sum + (0.5 / z + w * series)
}

/// `ψ′(x)`, x > 0, with an error below 4 ulp.
public func trigamma(_ x: Double) -> Double { 1 / x + trigammaMinusInverse(x) }

/// `ψ′(x) − 1/x`, x > 0, which keeps its digits where both vanish; its error is below 5 ulp.
public func trigammaMinusInverse(_ x: Double) -> Double {
  if x.isNaN || x <= 0 { return x == 0 ? .infinity : .nan }
  var (z, sum) = (x, 0.0)
  while z < threshold {
    sum += 1 / (z * z * (z + 1))
    z += 1
  }
  let w = 1 / (z * z)
  let tail =
    w * (5.0 / 66 + w * (-691.0 / 2730 + w * (7.0 / 6 + w * (-3617.0 / 510 + w * 43_867 / 798))))
  let series = 1.0 / 6 + w * (-1.0 / 30 + w * (1.0 / 42 + w * (-1.0 / 30 + tail)))
  return sum + w * (0.5 + series / z)
}

/// `ψ″(x)`, x > 0, with an error below 6 ulp.
public func tetragamma(_ x: Double) -> Double { tetragammaPlusInverseSquare(x) - 1 / (x * x) }

/// `ψ″(x) + 1/x²`, x > 0, which keeps its digits where both vanish; its error is below 6 ulp.
public func tetragammaPlusInverseSquare(_ x: Double) -> Double {
  if x.isNaN || x <= 0 { return x == 0 ? -.infinity : .nan }
  var (z, sum) = (x, 0.0)
  while z < threshold {
    sum += (3 * z + 2) / (z * z * z * ((z + 1) * (z + 1)))
    z += 1
  }
  let w = 1 / (z * z)
  let tail = w * (35.0 / 2 + w * (-3617.0 / 30 + w * (43_867.0 / 42 + w * -1_222_277 / 110)))
  let series =
    0.5 + w
    * (-1.0 / 6 + w * (1.0 / 6 + w * (-3.0 / 10 + w * (5.0 / 6 + w * (-691.0 / 210 + tail)))))
  return -(sum + w * (1 + series / z) / z)
}
