/// The variance of all points so far in a loop of kernel estimates that throws nothing away.
public struct KernelPool: Sendable {
  /// M.
  public let samples: Int
  /// E of the variance of the pool, divisor Mt.
  public private(set) var mean: Double
  /// t, how many times M points there are.
  public private(set) var generations = 1

  /// The pool of M = `samples` points whose expected variance, divisor M, is `mean`.
  public init(samples: Int, mean: Double) { (self.samples, self.mean) = (samples, mean) }

  /// M points more, from a kernel of the variance `kernel`: `E V ← (1 − 1/(M(t + 1)²)) E V + (1 − 1/(M(t + 1))) h²/(t + 1)`.
  public mutating func advance(kernel: Double) {
    let (m, t) = (Double(samples), Double(generations + 1))
    mean = (1 - 1 / (m * t * t)) * mean + (1 - 1 / (m * t)) * kernel / t
    generations += 1
  }
}
