import Families
import Randomness

/// The closed loop: fit, sample, fit again.
///
/// Family, policy and estimator are independent choices; every combination runs.
@frozen
public struct RetrainingLoop<Policy: DataPolicy, Fit: Estimator>: Sendable
where Fit.Family == Policy.Family {
  /// The family the loop runs in.
  public typealias Family = Policy.Family

  /// The family the models belong to.
  public let family: Family
  /// Synthetic samples per generation, M ≥ 1.
  public let samples: Int
  /// What each generation is trained on.
  public let policy: Policy
  /// How each generation is fitted.
  public let estimator: Fit

  /// A loop over the given choices.
  ///
  /// - Parameters:
  ///   - family: the family the models belong to.
  ///   - samples: M ≥ 1; less stops the program.
  ///   - policy: what each generation is trained on.
  ///   - estimator: how each generation is fitted.
  @inlinable
  public init(family: Family, samples: Int, policy: Policy, estimator: Fit) {
    precondition(samples >= 1, "at least one sample a generation is needed")
    self.family = family
    self.samples = samples
    self.policy = policy
    self.estimator = estimator
  }

  /// One generation: the training set drawn from `model`, and the next model fitted to it.
  ///
  /// - Throws: ``/Families/EstimationError`` from the estimator.
  @inlinable @inline(__always)
  public func generation(
    from model: Family.Member, memory: inout Policy.Memory, streams: GenerationStreams
  ) throws(EstimationError) -> (data: Family.Statistics, model: Family.Member) {
    let data = policy.trainingSet(
      samples: samples, from: model, in: family, memory: &memory, streams: streams)
    return (data, try estimator.estimate(from: data, after: model, in: family, streams: streams))
  }

  /// A chain of models that starts at `start` and draws from `streams`.
  @inlinable
  public func chain(from start: Family.Member, streams: ReplicateStreams) -> RetrainingChain<
    Policy, Fit
  > {
    RetrainingChain(loop: self, start: start, streams: streams)
  }
}

extension RetrainingLoop where Family: ExponentialFamily {
  /// A chain whose first model is the maximum-likelihood estimate from `count` points of `truth`.
  ///
  /// - Throws: ``/Families/EstimationError`` if these points have none.
  public func chain(
    fittedTo count: Int, pointsOf truth: Family.Member, streams: ReplicateStreams
  ) throws(EstimationError) -> RetrainingChain<Policy, Fit> {
    var chain = chain(from: truth, streams: streams)
    let data = policy.firstTrainingSet(
      of: count, from: truth, in: family, memory: &chain.memory, streams: streams.generation(0))
    chain.currentModel = try family.maximumLikelihood(data)
    return chain
  }
}

/// One replicate of a loop: the model of generation t, and how to get to t + 1.
@frozen
public struct RetrainingChain<Policy: DataPolicy, Fit: Estimator>: Sendable
where Fit.Family == Policy.Family {
  /// The family the loop runs in.
  public typealias Family = Policy.Family

  /// The loop this is a replicate of.
  public let loop: RetrainingLoop<Policy, Fit>
  @usableFromInline var currentGeneration = 0
  @usableFromInline var currentModel: Family.Member
  @usableFromInline var memory: Policy.Memory
  @usableFromInline let streams: ReplicateStreams

  @inlinable
  init(loop: RetrainingLoop<Policy, Fit>, start: Family.Member, streams: ReplicateStreams) {
    self.loop = loop
    self.streams = streams
    currentModel = start
    memory = loop.policy.initialMemory(for: loop.family)
  }

  /// The number of generations so far, t.
  @inlinable public var generation: Int { currentGeneration }

  /// The model of generation t.
  @inlinable public var model: Family.Member { currentModel }

  /// Draws the training set of the next generation and fits the next model to it.
  ///
  /// - Throws: ``/Families/EstimationError`` from the estimator; the chain then stays where it was.
  @inlinable @inline(__always)
  public mutating func advance() throws(EstimationError) {
    try advance(to: generation + 1)
  }
}

extension RetrainingChain {
  /// Advances to generation `last`.
  ///
  /// - Throws: ``/Families/EstimationError`` from the estimator; the chain then stays where it last was.
  @inlinable @inline(__always)
  public mutating func advance(to last: Int) throws(EstimationError) {
    if try leap(to: last) {
      // Where the leap ends before, the model is absorbed for good.
      currentGeneration = max(currentGeneration, last)
    } else {
      try advance(to: last) { _ in true }
    }
  }

  /// Advances to generation `last`, or until `condition` no longer holds for the model.
  ///
  /// The model stays in registers from one generation to the next, where it fits.
  ///
  /// - Throws: ``/Families/EstimationError`` from the estimator; the chain then stays where it last was.
  @inlinable @inline(__always)
  public mutating func advance(
    to last: Int, while condition: (Family.Member) -> Bool
  ) throws(EstimationError) {
    let (loop, streams) = (loop, streams)
    var (model, generation) = (currentModel, currentGeneration)
    defer { (currentModel, currentGeneration) = (model, generation) }
    while generation < last, condition(model) {
      // The memory stays in place: it may be a pool of points, and a second owner would copy it.
      model = try loop.generation(
        from: model, memory: &memory, streams: streams.generation(generation + 1)
      ).model
      generation += 1
    }
  }
}

extension RetrainingChain {
  /// Advances to generation `last`, or until the model is absorbed, if the policy knows a faster road than one
  /// generation after the other; the models are the same.
  ///
  /// - Returns: whether it does; otherwise nothing has happened.
  /// - Throws: ``/Families/EstimationError`` from the estimator; the chain then stays where it was.
  @inlinable
  public mutating func leap(to last: Int) throws(EstimationError) -> Bool {
    var generation = currentGeneration
    guard
      let data = loop.policy.leap(
        from: currentModel, &generation, to: last, in: loop, streams: streams)
    else { return false }
    guard generation > currentGeneration else { return true }
    currentModel = try loop.estimator.estimate(
      from: data, after: currentModel, in: loop.family, streams: streams.generation(generation))
    currentGeneration = generation
    return true
  }
}

/// How a run to absorption ended.
public enum Absorption<Member: GenerativeMember>: Sendable, Equatable {
  /// All points of the model are alike since `generation`.
  case absorbed(generation: Int, Member)
  /// The horizon came first: the absorption time is unknown beyond being larger.
  case censored(generation: Int, Member)
}

extension RetrainingChain where Policy: ClosedDataPolicy {
  /// Advances until the model is absorbed, or until generation `horizon`.
  ///
  /// - Parameter horizon: the last generation to compute, ≥ 0.
  /// - Throws: ``/Families/EstimationError`` from the estimator.
  @inlinable
  public mutating func runUntilAbsorbed(
    horizon: Int
  ) throws(EstimationError) -> Absorption<Family.Member> {
    if !(try leap(to: horizon)) { try advance(to: horizon) { !$0.isAbsorbed } }
    return model.isAbsorbed
      ? .absorbed(generation: generation, model) : .censored(generation: generation, model)
  }
}
