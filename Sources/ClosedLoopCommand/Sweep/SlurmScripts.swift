import Foundation
import Synchronization

/// Scripts that have Slurm run a sweep: `submit`, `shards.sbatch` and `merge.sbatch` in its folder.
///
/// What they ask for is estimated from cells that are run here and now, and kept.
struct SlurmScripts {
  let folder: SweepFolder
  /// Of each shard.
  let threads: Int
  /// How many, if that is given.
  let shards: Int?
  /// How long cells are timed.
  let seconds: Double

  /// Without another wish, a shard lasts about this long.
  private static let usual = 1800.0
  /// What is asked for, in units of what was measured.
  private static let margin = 2.0
  /// How often a shard is tried in a job, and how often what is missing is submitted.
  private static let trials = 3

  func write() throws {
    let pilot = try timeCells()
    let left = folder.unfinished(of: 1...folder.plan.count).count
    guard left > 0 else {
      return try Output.print(
        "every cell was finished while it was timed: closedloop merge \(folder.path) --output"
          + " \(folder.path) puts them together")
    }
    let mean = pilot.reduce(0, +) / Double(pilot.count)
    let shards = min(shards ?? Int((Double(left) * mean / Self.usual).rounded(.up)), left)
    let longest = (Double(left) / Double(shards)).rounded(.up) * mean + pilot.max()!
    let memory = Self.memory
    try OutputFolder.fill(folder.path) { output in
      try output.write(submit, to: "submit")
      try output.makeExecutable("submit")
      try output.write(
        shardScript(shards, time: Self.clock(Self.margin * longest), memory: memory),
        to: "shards.sbatch")
      try output.write(mergeScript(memory: memory), to: "merge.sbatch")
      return ["submit", "shards.sbatch", "merge.sbatch"]
    }
    try Output.print(
      "\(pilot.count) cells timed and kept: \(Self.brief(mean)) each, at most"
        + " \(Self.brief(pilot.max()!)); \(left) left in \(shards) shards of at most"
        + " \(Self.clock(Self.margin * longest)) and \(memory) MB: \(folder.path)/submit submits them"
    )
  }

  /// The seconds that some cells take, spread over the plan.
  private func timeCells() throws -> [Double] {
    let left = folder.unfinished(of: 1...folder.plan.count)
    guard !left.isEmpty else {
      throw Failure(
        code: .badArguments,
        sentence: "--slurm has nothing to submit: every cell in \(folder.path) is finished, and"
          + " closedloop merge puts them together")
    }
    let times = Mutex<[Double]>([])
    // Multiples of the golden ratio fill an interval evenly, however many there are.
    let golden = 0.618_033_988_749_895
    var seen = Set<Int>()
    let spread = (1...(8 * left.count)).map {
      left[Int((Double($0) * golden).truncatingRemainder(dividingBy: 1) * Double(left.count))]
    }.filter { seen.insert($0).inserted }
    // A shard has its threads for one cell after the other if it has few.
    try folder.run(spread, threads: threads, for: seconds) { time in
      times.withLock { $0.append(time) }
    }
    return times.withLock { $0.map { $0 / Double(min(threads, left.count)) } }
  }

  // MARK: - The scripts

  private var submit: String {
    """
    #!/bin/sh
    # Submits the sweep in this folder to Slurm: its shards as an array of jobs, and their merge after them.
    #
    #   submit [options of sbatch…]     such as --partition=short --account=mine
    #
    # What is finished is never computed again: to go on after any failure, submit it again.
    set -eu
    cd "$(dirname "$0")"
    mkdir -p logs
    export CLOSEDLOOP="${CLOSEDLOOP:-\(Self.program)}"
    export ROUND="${ROUND:-1}"
    shards=$(sbatch --parsable "$@" shards.sbatch)
    merge=$(sbatch --parsable --dependency="afterany:${shards%%;*}" "$@" merge.sbatch "$@")
    echo "submitted the shards as job $shards and their merge as job $merge"

    """
  }

  private func shardScript(_ shards: Int, time: String, memory: Int) -> String {
    """
    #!/bin/sh
    #SBATCH --job-name=closedloop
    #SBATCH --array=1-\(shards)
    #SBATCH --cpus-per-task=\(threads)
    #SBATCH --time=\(time)
    #SBATCH --mem=\(memory)M
    #SBATCH --requeue
    #SBATCH --open-mode=append
    #SBATCH --output=logs/shard-%a.log
    # A shard that fails is run again at once, and goes on with its first unfinished cell.
    trial=1
    until "$CLOSEDLOOP" sweep sweep.json --output . --threads \(threads) \\
      --shard "$SLURM_ARRAY_TASK_ID/\(shards)"; do
      code=$?
      [ "$trial" -lt \(Self.trials) ] || exit "$code"
      trial=$((trial + 1))
    done

    """
  }

  private func mergeScript(memory: Int) -> String {
    """
    #!/bin/sh
    #SBATCH --job-name=closedloop-merge
    #SBATCH --time=00:10:00
    #SBATCH --mem=\(memory)M
    #SBATCH --requeue
    #SBATCH --open-mode=append
    #SBATCH --output=logs/merge.log
    # Where cells are missing, because of a node or a time limit, their shards are submitted again.
    "$CLOSEDLOOP" merge . --output . && exit 0
    [ "$ROUND" -lt \(Self.trials) ] || exit 1
    ROUND=$((ROUND + 1)) exec ./submit "$@"

    """
  }

  // MARK: - Words

  /// This very program.
  private static var program: String {
    Bundle.main.executablePath ?? CommandLine.arguments[0]
  }

  /// In megabytes: twice what this process has used, in steps of 64.
  private static var memory: Int {
    var usage = rusage()
    let ofThisProcess: Int32 = 0  // RUSAGE_SELF, whose type differs between systems.
    getrusage(ofThisProcess, &usage)
    #if os(macOS)
      let bytes = Double(usage.ru_maxrss)
    #else
      let bytes = 1024 * Double(usage.ru_maxrss)
    #endif
    return max(256, 64 * Int((margin * bytes / (64 * 1024 * 1024)).rounded(.up)))
  }

  /// Slurm's days-hours:minutes:seconds, in whole minutes.
  private static func clock(_ seconds: Double) -> String {
    let minutes = max(1, Int((seconds / 60).rounded(.up)))
    let (days, hours) = (minutes / 1440, minutes / 60 % 24)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (days > 0 ? "\(days)-" : "") + "\(two(hours)):\(two(minutes % 60)):00"
  }

  private static func brief(_ seconds: Double) -> String {
    String(format: seconds < 10 ? "%.2g s" : "%.0f s", seconds)
  }
}
