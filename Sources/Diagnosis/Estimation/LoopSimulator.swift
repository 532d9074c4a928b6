import Randomness

/// Draws loops like an observed one: same start, rows and gaps, another pull and another size of the drift.
struct LoopSimulator: Sendable {
  /// What is imitated.
  let path: LoopPath
  /// a.
  let pull: Double
  /// N/n_e.
  let dispersion: Double
  /// The truth, from which fresh points come.
  let truth: [Double]
  /// Streams of the loops.
  let key: StreamKey

  /// Loops at pull `a` and dispersion N/n_e with the truth that the path suggests for that pull.
  init(_ path: LoopPath, pull: Double, dispersion: Double, key: StreamKey) {
    self.path = path
    (self.pull, self.dispersion, self.key) = (pull, dispersion, key)
    let moments = zip(path.gaps, path.rows).map { StepMoments(gap: $0, rows: $1, pull: pull) }
    truth = TruthFit(path, pull: pull, moments).shares
  }

  /// Loop number `replicate`.
  ///
  /// Numbers of points are integers whose averages are exact: a pull of one point in fifty generations is that.
  func loop(_ replicate: Int) -> LoopPath {
    var stream = RandomStream(key: key, replicate: replicate)
    var result = path
    drawTruth(&result, using: &stream)
    let symbols = path.symbols
    let counts = UnsafeMutableBufferPointer<Int>.allocate(capacity: 2 * symbols)
    let shares = UnsafeMutableBufferPointer<Double>.allocate(capacity: 2 * symbols)
    defer {
      counts.deallocate()
      shares.deallocate()
    }
    let own = UnsafeMutableBufferPointer(rebasing: counts[..<symbols])
    let fresh = UnsafeMutableBufferPointer(rebasing: counts[symbols...])
    let model = UnsafeMutableBufferPointer(rebasing: shares[..<symbols])
    let real = UnsafeMutableBufferPointer(rebasing: shares[symbols...])
    for s in 0..<symbols { (model[s], real[s]) = (result.shares[s], truth[s]) }
    var (rowsDue, freshDue) = (stream.nextUnit(), stream.nextUnit())
    for t in 0..<path.steps {
      for _ in 0..<path.gaps[t] {
        rowsDue += path.rows[t] / dispersion
        let n = max(1, Int(rowsDue))
        rowsDue -= Double(n)
        freshDue += pull * Double(n)
        let k = min(n, max(0, Int(freshDue)))
        freshDue -= Double(k)
        Self.draw(n - k, model, into: own, using: &stream)
        if k > 0 { Self.draw(k, real, into: fresh, using: &stream) }
        let unit = 1 / Double(n)
        for s in 0..<symbols { model[s] = Double(own[s] + (k > 0 ? fresh[s] : 0)) * unit }
      }
      for s in 0..<symbols { result.shares[(t + 1) * symbols + s] = model[s] }
    }
    return result
  }

  /// A draw by a call: what allocates on the stack is not inlined into loops that keep a stream in registers.
  @inline(never)
  private static func draw(
    _ trials: Int, _ weights: UnsafeMutableBufferPointer<Double>,
    into counts: UnsafeMutableBufferPointer<Int>, using stream: inout RandomStream
  ) {
    Multinomial.draw(
      trials, weights: UnsafeBufferPointer(weights), into: counts, using: &stream)
  }

  /// Real rows drawn anew, where their number can be felt.
  private func drawTruth(_ result: inout LoopPath, using stream: inout RandomStream) {
    guard path.seesTruthError(at: pull) else { return }
    let drawn = UnsafeMutableBufferPointer<Int>.allocate(capacity: path.symbols)
    let weights = UnsafeMutableBufferPointer<Double>.allocate(capacity: path.symbols)
    defer {
      drawn.deallocate()
      weights.deallocate()
    }
    for s in 0..<path.symbols { weights[s] = truth[s] }
    Self.draw(Int(path.truthRows), weights, into: drawn, using: &stream)
    let counts = Array(drawn)
    result.truth = LoopPath.shares(of: counts, occurs: truth.map { $0 > 0 })
    if path.startsAtTruth {
      for s in 0..<path.symbols { result.shares[s] = Double(counts[s]) / path.truthRows }
    }
  }
}
