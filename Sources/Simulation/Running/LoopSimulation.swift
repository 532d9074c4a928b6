import Families
import Loop
import Randomness

/// Replicates of one loop, and what is recorded of them.
struct LoopSimulation<Policy: DataPolicy, Fit: Estimator>: Sendable
where Fit.Family == Policy.Family, Policy.Family: SimulatedFamily {
  typealias Family = Policy.Family

  let loop: RetrainingLoop<Policy, Fit>
  let plan: SimulationPlan<Family>

  /// Runs all replicates, or those that a state has not.
  func run(context: RunContext, after state: SimulationState?) throws -> SimulationResult {
    let block = SimulationPlan<Family>.block
    var record = state.flatMap(record(after:))
    let begun = record == nil ? 0 : state!.replicates / block
    context.meter.plan(Double(plan.replicates - begun * block))
    let parts = try Replicates(count: plan.blocks - begun, threads: context.threads).map { index in
      let first = (begun + index) * block
      let range = first..<min(first + block, plan.replicates)
      let part = part(of: range)
      context.meter.complete(Double(range.count))
      return part
    }
    func take(_ part: SimulationRecord) {
      if record == nil { record = part } else { record!.merge(part) }
    }
    // The last block may be too short for others to follow it.
    let whole = plan.replicates / block
    parts.prefix(whole - begun).forEach(take)
    let left = plan.recordsEnds ? nil : record.map { SimulationState($0, of: whole * block) }
    parts.dropFirst(whole - begun).forEach(take)
    return SimulationResult(plan: plan, record: record!, state: left)
  }

  /// What is known of whole blocks of replicates, if it is of this simulation.
  private func record(after state: SimulationState) -> SimulationRecord? {
    let block = SimulationPlan<Family>.block
    guard !plan.recordsEnds, state.replicates <= plan.replicates, state.replicates % block == 0,
      state.replicates > 0
    else { return nil }
    return SimulationRecord(
      state, quantities: plan.quantities.count, generations: plan.schedule.generations.count,
      of: plan.replicates)
  }

  private func part(of replicates: Range<Int>) -> SimulationRecord {
    var part = SimulationRecord(
      quantities: plan.quantities.count, generations: plan.schedule.generations.count)
    for replicate in replicates {
      let streams = ReplicateStreams(key: plan.key, replicate: replicate)
      var chain: RetrainingChain<Policy, Fit>?
      do throws(SimulationError) {
        chain = try firstChain(replicate, streams)
        for (index, time) in plan.schedule.generations.enumerated() {
          try advance(&chain!, to: time, replicate)
          let model = chain!.model
          part.add(at: index, isAbsorbed: model.isAbsorbed) { plan.quantities[$0].value(model) }
        }
        // Where a model is absorbed for good, its chain stops.
        let isOver =
          plan.absorption.holds(from: chain!.generation) && chain!.model.isAbsorbed
        end(replicate, at: chain!, isOver ? .absorbed : .censored, in: &part)
      } catch {
        part.addEnded(EndedReplicates(error, of: plan.replicates))
        end(replicate, at: chain, .ended(error), in: &part)
      }
    }
    return part
  }

  /// Keeps how a replicate ended, if that is asked for.
  private func end(
    _ replicate: Int, at chain: RetrainingChain<Policy, Fit>?, _ outcome: ReplicateEnd.Outcome,
    in part: inout SimulationRecord
  ) {
    guard plan.recordsEnds else { return }
    let generation =
      switch outcome {
      // The first model is told to be absorbed for good by the next one, if that is the same.
      case .absorbed where plan.start.points == nil && chain!.model == plan.start.member: 0
      case .absorbed: chain!.generation
      case .censored: plan.generations
      case .ended(let error): error.generation
      }
    part.ends.append(
      ReplicateEnd(
        replicate: replicate, outcome: outcome, generation: generation,
        values: plan.quantities.map { quantity in chain.map { quantity.value($0.model) } ?? .nan }))
  }

  /// Goes on to a generation, or until the model is absorbed for good.
  private func advance(
    _ chain: inout RetrainingChain<Policy, Fit>, to time: Int, _ replicate: Int
  ) throws(SimulationError) {
    let (family, points) = (loop.family, plan.largestDraw)
    let stops = plan.absorption != .never || family.neverSettles
    let handlesPoints = plan.policy.drawsPoints
    var reason: String?
    do throws(EstimationError) {
      if plan.absorption != .never, try chain.leap(to: time) { return }
      if plan.absorption == .fromFirstGeneration, chain.generation == 0, time > 0,
        chain.model.isAbsorbed
      {
        try chain.advance()
      }
      try chain.advance(to: time) { model in
        !(stops && model.isAbsorbed) && points <= family.largestDraw(from: model)
          && (!handlesPoints || family.canDrawPoints(from: model))
      }
      if family.neverSettles, chain.model.isAbsorbed {
        reason = "the scale of the model is below the range of double precision"
      } else if chain.generation < time, !(stops && chain.model.isAbsorbed) {
        reason = "points, or a sum of \(points) of them, are no longer exact in double precision"
      }
    } catch {
      reason = "\(error)"
    }
    guard let reason else { return }
    throw SimulationError(
      replicate: replicate, generation: chain.generation + 1, reason: reason)
  }

  private func firstChain(
    _ replicate: Int, _ streams: ReplicateStreams
  ) throws(SimulationError) -> RetrainingChain<Policy, Fit> {
    let member = plan.start.member
    guard let points = plan.start.points else { return loop.chain(from: member, streams: streams) }
    do {
      return try loop.chain(fittedTo: points, pointsOf: member, streams: streams)
    } catch {
      throw SimulationError(replicate: replicate, generation: 0, reason: "\(error)")
    }
  }
}
