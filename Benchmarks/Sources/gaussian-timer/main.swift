// Times the closed loop of a Gaussian, the mean over replicates of ln σ² at its end with it, as
// peers/gaussian.py does:
//
//   gaussian-timer M GENERATIONS REPLICATES SEED

import ClosedLoop
import Foundation

/// Ends the program with a message.
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("gaussian-timer: \(message)\n".utf8))
  exit(64)
}

/// The mean of ln σ² over replicates.
func logVariance(
  samples: Int, generations: Int, replicates: Int, seed: UInt64
) throws -> Double {
  let family = GaussianFamily()
  let loop = RetrainingLoop(
    family: family, samples: samples, policy: Replace(), estimator: MaximumLikelihood())
  let start = family.member(mean: 0, variance: 1)
  let key = StreamKey(rootSeed: seed)
  var sum = 0.0
  for replicate in 0..<replicates {
    var chain = loop.chain(
      from: start, streams: ReplicateStreams(key: key, replicate: replicate))
    try chain.advance(to: generations)
    sum += chain.model.logVariance
  }
  return sum / Double(replicates)
}

let arguments = CommandLine.arguments.dropFirst().map { Int($0) ?? 0 }
guard arguments.count == 4, arguments.allSatisfy({ $0 > 0 }) else {
  fail("usage: gaussian-timer M GENERATIONS REPLICATES SEED, four positive whole numbers")
}
let (samples, generations, replicates) = (arguments[0], arguments[1], arguments[2])
var mean = 0.0
let duration = try ContinuousClock().measure {
  mean = try logVariance(
    samples: samples, generations: generations, replicates: replicates,
    seed: UInt64(arguments[3]))
}
let seconds = duration / .seconds(1)
print("program,seconds,ns_per_generation,mean_log_variance")
print("swift", seconds, 1e9 * seconds / Double(generations * replicates), mean, separator: ",")
