import ExponentialFamilies
import Experiments
import RandomStreams
import Retraining

/// A simulation that is ready to run.
///
/// It holds a function and no generic type behind a protocol: that way the loop inside is compiled for its
/// family, policy and estimator.
package struct Simulation: Sendable {
  private let quantities: [String]
  private let body: @Sendable (RunContext) throws -> SimulationResult

  /// - Parameter quantities: the names of what is recorded.
  init(
    _ quantities: [String], _ body: @escaping @Sendable (RunContext) throws -> SimulationResult
  ) {
    (self.quantities, self.body) = (quantities, body)
  }

  /// The columns of its table, known before it runs.
  package func columns(predicted: Bool) -> [String] {
    SimulationResult.columns(of: quantities, predicted: predicted)
  }

  /// Runs all replicates.
  ///
  /// - Throws: ``SimulationError`` where a replicate cannot go on.
  package func run(context: RunContext) throws -> SimulationResult { try body(context) }
}

/// Why a replicate could not go on.
package struct SimulationError: Error, CustomStringConvertible {
  /// Index of the replicate.
  package let replicate: Int
  /// The generation that could not be computed.
  package let generation: Int
  /// The reason.
  package let reason: String
  /// One sentence for people.
  package var description: String {
    "replicate \(replicate) ends before generation \(generation): \(reason)"
  }
}

/// Replicates of one loop, and what is recorded of them.
struct LoopSimulation<Policy: DataPolicy, Fit: Estimator>: Sendable
where Fit.Family == Policy.Family, Policy.Family: LaboratoryFamily {
  typealias Family = Policy.Family

  let loop: RetrainingLoop<Policy, Fit>
  let plan: SimulationPlan<Family>

  /// What a block of replicates comes to.
  private struct Part: Sendable {
    var moments: [Moments]
    var absorbed: [Int]
    var ends: [ReplicateEnd]
  }

  func run(context: RunContext) throws -> SimulationResult {
    context.meter.plan(Double(plan.replicates))
    let parts = try Replicates(count: plan.blocks, threads: context.threads).map { block in
      let first = block * SimulationPlan<Family>.block
      let range = first..<min(first + SimulationPlan<Family>.block, plan.replicates)
      let part = try part(of: range)
      context.meter.complete(Double(range.count))
      return part
    }
    var moments = parts[0].moments
    var absorbed = parts[0].absorbed
    for part in parts.dropFirst() {
      for index in moments.indices { moments[index].merge(part.moments[index]) }
      for index in absorbed.indices { absorbed[index] += part.absorbed[index] }
    }
    return SimulationResult(
      plan: plan, moments: moments, absorbed: absorbed, ends: parts.flatMap(\.ends))
  }

  private func part(of replicates: Range<Int>) throws -> Part {
    let columns = plan.quantities.count
    let times = plan.schedule.generations
    var part = Part(
      moments: [Moments](repeating: Moments(), count: columns * times.count),
      absorbed: [Int](repeating: 0, count: times.count), ends: [])
    for replicate in replicates {
      let streams = ReplicateStreams(key: plan.key, replicate: replicate)
      var chain = loop.chain(from: try start(replicate, streams), streams: streams)
      for (index, time) in times.enumerated() {
        try advance(&chain, to: time, replicate)
        for (column, quantity) in plan.quantities.enumerated() {
          part.moments[index * columns + column].add(quantity.value(chain.model))
        }
        if chain.model.isAbsorbed { part.absorbed[index] += 1 }
      }
      if plan.recordsEnds {
        // Where a model is absorbed for good, its chain stops.
        let isOver = plan.isAbsorbing && chain.model.isAbsorbed
        part.ends.append(
          ReplicateEnd(
            replicate: replicate, absorption: isOver ? chain.generation : nil,
            values: plan.quantities.map { $0.value(chain.model) }))
      }
    }
    return part
  }

  /// Goes on to a generation, or until the model is absorbed for good.
  private func advance(
    _ chain: inout RetrainingChain<Policy, Fit>, to time: Int, _ replicate: Int
  ) throws {
    let (family, points) = (loop.family, plan.largestDraw)
    let stops = plan.isAbsorbing || family.neverSettles
    var reason: String?
    do throws(EstimationError) {
      if plan.isAbsorbing, try chain.leap(to: time) { return }
      try chain.advance(to: time) { model in
        !(stops && model.isAbsorbed) && points <= family.largestDraw(from: model)
      }
      if family.neverSettles, chain.model.isAbsorbed {
        reason = "the mean is below the range of double precision"
      } else if chain.generation < time, !(stops && chain.model.isAbsorbed) {
        reason = "a sum of \(points) points is no longer exact in double precision"
      }
    } catch {
      reason = "\(error)"
    }
    guard let reason else { return }
    throw SimulationError(
      replicate: replicate, generation: chain.generation + 1, reason: reason)
  }

  private func start(_ replicate: Int, _ streams: ReplicateStreams) throws -> Family.Member {
    guard let points = plan.start.points else { return plan.start.member }
    var stream = streams.generation(0).stream(for: .start)
    let data = loop.family.drawStatistics(of: points, from: plan.start.member, using: &stream)
    do {
      return try loop.family.maximumLikelihood(data)
    } catch {
      throw SimulationError(replicate: replicate, generation: 0, reason: "\(error)")
    }
  }
}
