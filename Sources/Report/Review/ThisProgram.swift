import Claims
import Documents
import Foundation
import Simulation

/// What this program knows, beside some results.
package enum ThisProgram {
  /// Claims, evidence and definitions.
  package static func knowledge(of results: Results) -> Review.Known {
    var evidence: [String: [String]] = [:]
    for claim in claimTests {
      for item in claim.words.evidence.map(Evidence.init) where item.path.hasSuffix(".svg") {
        if let owner = item.owner { evidence[owner, default: []].append(claim.id) }
      }
    }
    var stale: [String: String] = [:]
    for experiment in allExperiments {
      do {
        if let reason = try difference(of: experiment, from: results) {
          stale[experiment.id] = reason
        }
      } catch {
        stale[experiment.id] = "the definition of \(experiment.id) cannot be read: \(error)"
      }
    }
    return Review.Known(
      recorded: Dictionary(
        uniqueKeysWithValues: claimTests.map { ($0.id, $0.words.recorded.rawValue) }),
      evidence: evidence, stale: stale,
      experiment: owningExperiment)
  }

  /// The seed that results were made with.
  package static func seed(of results: Results) -> UInt64 {
    for experiment in allExperiments {
      guard case .object(let fields)? = try? results.definition(of: experiment.id)
      else { continue }
      switch fields["seed"] {
      case .integer(let seed)? where seed >= 0: return UInt64(seed)
      case .unsigned(let seed)?: return seed
      default: continue
      }
    }
    return defaultSeed
  }

  /// Where the definition of an experiment's results is not the one of this program, except for the seed.
  private static func difference<E: Experiment>(of _: E.Type, from results: Results) throws
    -> String?
  {
    guard let used = try results.definition(of: E.id) else { return nil }
    return try DefinitionDifference(used: used, ours: E.document(.paper)).sentence(of: E.id)
  }
}
