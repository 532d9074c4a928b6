import Families
import Randomness

/// ``Replace`` for trials with one probability, at a fraction of its cost: the same law, from other random
/// numbers.
///
/// Under maximum likelihood the probability is k/n from the first generation on, n = NM, and the number of
/// successes comes from a table for each k. Where a model is not on this lattice, and where n is beyond
/// ``/Randomness/BinomialTables/maximumTrials``, this is ``Replace`` to the last bit. The tables belong to the policy:
/// all chains of a loop share them.
@frozen
public struct TabulatedReplace<Family: FrequencyFamily>: ClosedDataPolicy {
  /// The tables, or `nil` beyond their limit: what holds them, and how they are read.
  @usableFromInline let owner: BinomialTables?
  @usableFromInline let tables: BinomialTables.Reader?

  /// The policy for M = `samples` points a generation; another M, or another family, has no tables.
  public init(family: Family, samples: Int) {
    let (population, overflow) = family.trials.multipliedReportingOverflow(by: samples)
    let fits = !overflow && (1...BinomialTables.maximumTrials).contains(population)
    owner = fits ? BinomialTables(trials: population) : nil
    tables = owner?.reader
  }

  /// Nothing is remembered.
  @inlinable public func initialMemory(for family: Family) {}

  /// The statistics of M samples of the current model.
  @inlinable
  public func trainingSet(
    samples: Int, from model: Family.Member, in family: Family, memory: inout Void,
    streams: GenerationStreams
  ) -> Family.Statistics {
    guard let tables = tables(samples, family),
      let successes = Self.successes(model, tables.trials)
    else {
      return Replace().trainingSet(
        samples: samples, from: model, in: family, memory: &memory, streams: streams)
    }
    defer { withExtendedLifetime(owner) {} }
    var words = GenerationWords(replicate: streams.replicate, purpose: .synthetic)
    let drawn = tables.draw(at: successes, word: words.word(of: streams.generation))
    return family.statistics(successes: drawn, of: samples)
  }

  /// Under maximum likelihood only the number of successes goes from one generation to the next.
  @inlinable
  public func leap<Fit: Estimator<Family>>(
    from model: Family.Member, _ generation: inout Int, to last: Int,
    in loop: RetrainingLoop<Self, Fit>, streams: ReplicateStreams
  ) -> Family.Statistics? {
    guard Fit.self == MaximumLikelihood<Family>.self,
      let tables = tables(loop.samples, loop.family)
    else { return nil }
    defer { withExtendedLifetime(owner) {} }
    var next = generation
    var nothing: Void = ()
    var start = Self.successes(model, tables.trials)
    if start == nil, next < last {
      // Off the lattice the loop is there one generation later.
      next += 1
      let data = trainingSet(
        samples: loop.samples, from: model, in: loop.family, memory: &nothing,
        streams: streams.generation(next))
      start = (try? loop.family.maximumLikelihood(data)).flatMap {
        Self.successes($0, tables.trials)
      }
    }
    guard var successes = start else { return nil }
    var words = GenerationWords(replicate: streams, purpose: .synthetic)
    // One table serves successes and failures; which of them are rarer, the next table need not wait for.
    var failures = tables.trials &- successes
    var rarer = min(successes, failures)
    while next < last, rarer > 0 {
      next &+= 1
      let drawn = tables.draw(atRarer: rarer, word: words.word(of: next))
      let others = tables.trials &- drawn
      let isMirrored = successes > failures
      (successes, failures) = isMirrored ? (others, drawn) : (drawn, others)
      rarer = min(drawn, others)
    }
    generation = next
    return loop.family.statistics(successes: successes, of: loop.samples)
  }

  /// The tables, if they are those of M = `samples`.
  @inlinable
  func tables(_ samples: Int, _ family: Family) -> BinomialTables.Reader? {
    guard let tables, tables.trials == family.trials &* samples else { return nil }
    return tables
  }

  /// The number of successes from which a model is the estimate, if it is one.
  @inlinable
  static func successes(_ model: Family.Member, _ trials: Int) -> Int? {
    let size = Double(trials)
    let successes = (model.up * size).rounded()
    guard model.up == successes / size, model.down == (size - successes) / size else { return nil }
    return Int(successes)
  }
}

extension RetrainingLoop {
  /// The closed loop of maximum likelihood in a family of trials.
  public init<Family>(closedLoopOf family: Family, samples: Int)
  where Policy == TabulatedReplace<Family>, Fit == MaximumLikelihood<Family> {
    self.init(
      family: family, samples: samples,
      policy: TabulatedReplace(family: family, samples: samples), estimator: MaximumLikelihood())
  }
}
