// Times one case of Figure 2, and prints the times and moments that peers/fig2-peer.c prints:
//
//   fig2-timer CASE M GENERATIONS SEED

import ClosedLoop
import Figure2Cases
import Foundation

/// Ends the program with a message.
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("fig2-timer: \(message)\n".utf8))
  exit(64)
}

/// Advances a chain and sums θ and its squares, as the peer does.
func time<Policy, Fit>(
  _ chain: RetrainingChain<Policy, Fit>, case name: String, generations: Int,
  parameter: (Policy.Family.Member) -> SIMD2<Double>?
) throws {
  var chain = chain
  for _ in 0..<Figure2Cases.burnIn { try chain.advance() }
  var sum = SIMD2<Double>()
  var squares = SIMD2<Double>()
  let duration = try ContinuousClock().measure {
    for _ in 0..<generations {
      try chain.advance()
      let θ = parameter(chain.model) ?? SIMD2(.nan, .nan)
      sum += θ
      squares += θ * θ
    }
  }
  let seconds = duration / .seconds(1)
  let count = Double(generations)
  let mean = sum / count
  let variance = squares / count - mean * mean
  print("case,samples,generations,seconds,ns_per_generation,mean1,var1,mean2,var2")
  print(
    name, chain.loop.samples, generations, seconds, 1e9 * seconds / count,
    mean.x, variance.x, mean.y, variance.y, separator: ",")
}

let arguments = CommandLine.arguments
guard arguments.count == 5 else { fail("usage: fig2-timer CASE M GENERATIONS SEED") }
let name = arguments[1]
guard let samples = Int(arguments[2]), let generations = Int(arguments[3]),
  samples > 0, generations > 0
else { fail("M and GENERATIONS must be positive whole numbers") }
guard let seed = UInt64(arguments[4]) else { fail("SEED must be a whole number") }

switch name {
case "i":
  let chain = Figure2Cases.i(samples: samples, seed: seed)
  try time(chain, case: name, generations: generations) {
    $0.naturalParameter.map { SIMD2($0, 0) }
  }
case "ii":
  let chain = Figure2Cases.ii(samples: samples, seed: seed)
  try time(chain, case: name, generations: generations) { $0.naturalParameter }
case "iii":
  let chain = Figure2Cases.iii(samples: samples, seed: seed)
  try time(chain, case: name, generations: generations) { $0.naturalParameter }
default:
  fail("CASE must be i, ii or iii")
}
