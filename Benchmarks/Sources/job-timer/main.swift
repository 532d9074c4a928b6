// Times one job of the library, and prints what it took and found as CSV:
//
//   job-timer JOB THREADS SEED [--replicates R] [--generations G]

import ClosedLoop
import Foundation
import JobRuns

/// Ends the program with one sentence.
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("job-timer: \(message)\n".utf8))
  exit(64)
}

/// A whole number from `least` on.
func number<Number: FixedWidthInteger>(_ text: String, from least: Number, _ name: String) -> Number
{
  guard let value = Number(text), value >= least else {
    fail("\(name) = \(text) is not allowed: use a whole number from \(least) on")
  }
  return value
}

var words = Array(CommandLine.arguments.dropFirst())
var options: [String: Int] = [:]
while words.count > 3 {
  let (name, value) = (words[words.count - 2], words[words.count - 1])
  guard ["--replicates", "--generations"].contains(name) else { break }
  options[name] = number(value, from: 1, name)
  words.removeLast(2)
}
guard words.count == 3 else {
  fail("usage: job-timer JOB THREADS SEED [--replicates R] [--generations G]")
}
guard let job = Job.all.first(where: { $0.name == words[0] }) else {
  let names = Job.all.map(\.name).joined(separator: ", ")
  fail("there is no job \(words[0]): use one of \(names)")
}
let threads: Int = number(words[1], from: 1, "THREADS")
let seed: UInt64 = number(words[2], from: 0, "SEED")
let replicates = options["--replicates"] ?? job.replicates

let run = try job.prepared(
  replicates: replicates, generations: options["--generations"], threads: threads, seed: seed)
let clock = ContinuousClock()
let start = clock.now
let result = try run()
let seconds = (clock.now - start) / .seconds(1)

// Where there are no generations, there is no time of one.
let perGeneration = result.generations > 0 ? "\(1e9 * seconds / Double(result.generations))" : ""
let names = result.checks.map(\.name).joined(separator: ",")
let values = result.checks.map { "\($0.value)" }.joined(separator: ",")
print("job,threads,replicates,generations,seconds,ns_per_generation,\(names)")
print(
  "\(job.name),\(threads),\(replicates),\(result.generations),\(seconds),\(perGeneration),\(values)"
)
