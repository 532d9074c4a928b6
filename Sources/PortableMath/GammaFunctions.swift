// The Gamma function and its logarithmic derivatives for arguments > 0, by the asymptotic series from 12 on
// and the recurrence below it. Portable as exp and log are; the errors are a few units in the last place,
// beside the larger of the value and 1 for the logarithm, which has zeros.

private let threshold = 12.0

/// `ln Γ(x)`, x > 0.
public func logGamma(_ x: Double) -> Double {
  if x.isNaN || x <= 0 { return x == 0 ? .infinity : .nan }
  if x == 1 || x == 2 { return 0 }
  var (z, product) = (x, 1.0)
  while z < threshold {
    product *= z
    z += 1
  }
  let w = 1 / (z * z)
  let series =
    (1.0 / 12
      + w
      * (-1.0 / 360
        + w * (1.0 / 1260 + w * (-1.0 / 1680 + w * (1.0 / 1188 + w * (-691.0 / 360_360 + w / 156))))))
    / z
  let logarithm = (z - 0.5) * log(z) - z + 0.9189385332046728 + series
  return product == 1 ? logarithm : logarithm - log(product)
}

/// `ψ(x) = d ln Γ/dx`, x > 0.
public func digamma(_ x: Double) -> Double {
  if x.isNaN || x <= 0 { return .nan }
  var (z, sum) = (x, 0.0)
  while z < threshold {
    sum += 1 / z
    z += 1
  }
  return log(z) - digammaDeficit(z) - sum
}

/// `ln x − ψ(x)`, x > 0, which keeps its digits where both grow.
public func logarithmMinusDigamma(_ x: Double) -> Double {
  x >= threshold ? digammaDeficit(x) : log(x) - digamma(x)
}

/// The series of `ln z − ψ(z)`.
private func digammaDeficit(_ z: Double) -> Double {
  let w = 1 / (z * z)
  let series =
    1.0 / 12
    + w
    * (-1.0 / 120
      + w * (1.0 / 252 + w * (-1.0 / 240 + w * (1.0 / 132 + w * (-691.0 / 32_760 + w / 12)))))
  return 0.5 / z + w * series
}

/// `ψ′(x)`, x > 0.
public func trigamma(_ x: Double) -> Double {
  if x.isNaN || x <= 0 { return .nan }
  var (z, sum) = (x, 0.0)
  while z < threshold {
    sum += 1 / (z * z)
    z += 1
  }
  return sum + 1 / z + trigammaExcess(z)
}

/// `ψ′(x) − 1/x`, x > 0, which keeps its digits where both vanish.
public func trigammaMinusInverse(_ x: Double) -> Double {
  x >= threshold ? trigammaExcess(x) : trigamma(x) - 1 / x
}

/// The series of `ψ′(z) − 1/z`.
private func trigammaExcess(_ z: Double) -> Double {
  let w = 1 / (z * z)
  let series =
    1.0 / 6
    + w
    * (-1.0 / 30
      + w * (1.0 / 42 + w * (-1.0 / 30 + w * (5.0 / 66 + w * (-691.0 / 2730 + w * 7 / 6)))))
  return w * (0.5 + series / z)
}

/// `ψ″(x)`, x > 0.
public func tetragamma(_ x: Double) -> Double {
  if x.isNaN || x <= 0 { return .nan }
  var (z, sum) = (x, 0.0)
  while z < threshold {
    sum += 2 / (z * z * z)
    z += 1
  }
  let w = 1 / (z * z)
  let series =
    1.0
    + w
    * (0.5
      + w * (-1.0 / 6 + w * (1.0 / 6 + w * (-3.0 / 10 + w * (5.0 / 6 + w * (-691.0 / 210))))))
  return -w * (series + 1 / z) - sum
}
