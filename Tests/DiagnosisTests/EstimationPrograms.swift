import Diagnosis
import Foundation
import Randomness

/// Programs that make generations of one column of symbols, right and wrong ones.
enum SymbolProgram: Hashable {
  /// Maximum likelihood in a closed loop.
  case closed
  /// With K fresh rows beside M synthetic ones.
  case fresh(Int)
  /// The same, of which the M synthetic rows alone are kept.
  case freshUnseen(Int)
  /// One fresh row every so many generations.
  case seldomFresh(Int)
  /// The model is p^(1/τ), normalised.
  case temperature(Double)
  /// The model forgets symbols in this last share of its probability.
  case truncation(Double)
  /// The model adds this many rows to each symbol.
  case smoothing(Double)
  /// Half of the rows are sampled, and each is there twice.
  case duplicates
  /// All rows so far are the training set.
  case accumulate

  /// A history of `generations` steps, started at a sample of the truth.
  ///
  /// - Parameters:
  ///   - truth: shares of the truth.
  ///   - samples: M.
  ///   - real: rows of the real data; none for so many that the shares are known.
  ///   - gap: generations from one that is kept to the next.
  ///   - seed: of the random numbers.
  func history(
    truth: [Double], samples: Int, generations: Int, real: Int? = nil, gap: Int = 1, seed: Int
  ) -> SymbolHistory {
    var generator = RandomStream(
      key: StreamKey(rootSeed: 20).child("symbol programs").child("\(self)"), replicate: seed)
    let known = real.map { Self.draw($0, truth, &generator) }
    var x = Self.draw(samples + freshRows, truth, &generator)
    var (counts, numbers) = ([x], [0])
    for t in 1...(generations * gap) {
      x = next(x, truth: truth, samples: samples, generation: t, &generator)
      guard t % gap == 0 else { continue }
      counts.append(x)
      numbers.append(t)
    }
    return SymbolHistory(
      column: "column", symbols: truth.indices.map { "s\($0)" },
      truth: known ?? truth.map { Int(($0 * 1e9).rounded()) }, generations: numbers,
      counts: counts)
  }

  private var freshRows: Int { if case .fresh(let k) = self { k } else { 0 } }

  private func next(
    _ x: [Int], truth: [Double], samples m: Int, generation: Int, _ generator: inout RandomStream
  ) -> [Int] {
    let model = x.map(Double.init)
    func sample(_ n: Int, _ weights: [Double]) -> [Int] { Self.draw(n, weights, &generator) }
    func sum(_ a: [Int], _ b: [Int]) -> [Int] { zip(a, b).map { $0 + $1 } }
    switch self {
    case .closed: return sample(m, model)
    case .fresh(let k): return sum(sample(m, model), sample(k, truth))
    case .freshUnseen(let k): return sample(m, sum(x, sample(k, truth)).map(Double.init))
    case .seldomFresh(let every):
      let k = generation % every == 0 ? 1 : 0
      return sum(sample(m - k, model), sample(k, truth))
    case .temperature(let τ):
      let total = model.reduce(0, +)
      return sample(m, model.map { $0 > 0 ? exp(log($0 / total) / τ) : 0 })
    case .truncation(let share):
      var (kept, left) = (model, share * model.reduce(0, +))
      for s in model.indices.sorted(by: { model[$0] < model[$1] }) {
        left -= model[s]
        guard left >= 0 else { break }
        kept[s] = 0
      }
      return sample(m, kept)
    case .smoothing(let rows): return sample(m, model.map { $0 + rows })
    case .duplicates: return sample(m / 2, model).map { 2 * $0 }
    case .accumulate: return sum(x, sample(m, model))
    }
  }

  private static func draw(_ n: Int, _ weights: [Double], _ g: inout RandomStream) -> [Int] {
    var counts = [Int](repeating: 0, count: weights.count)
    weights.withUnsafeBufferPointer { weights in
      counts.withUnsafeMutableBufferPointer {
        Multinomial.draw(n, weights: weights, into: $0, using: &g)
      }
    }
    return counts
  }

  /// S shares, proportional to `rank^−exponent`.
  static func zipf(_ symbols: Int, exponent: Double) -> [Double] {
    let weights = (1...symbols).map { exp(-exponent * log(Double($0))) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}
