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
  /// The longest array of jobs that Slurm takes as it is delivered.
  private static let longest = 1000
  /// What is asked for, in units of what was measured.
  private static let margin = 2.0
  /// How often a shard is tried in a job, and how often what is missing is submitted.
  private static let trials = 3

  func write() throws {
    let pilot = try timeCells()
    let left = folder.unfinished(of: 1...folder.plan.count)
    guard !left.isEmpty else {
      return try Output.print(
        "every cell was finished while it was timed: closedloop merge \(folder.path) --output"
          + " \(folder.path) puts them together")
    }
    let (mean, most) = (pilot.reduce(0, +) / Double(pilot.count), pilot.max()!)
    let wanted = min(Double(left.count) * mean / Double(threads) / Self.usual, Double(Self.longest))
    let shards = shards ?? max(1, min(Int(wanted.rounded(.up)), left.count))
    // A shard that failed may have far more to do than the others.
    let fullest = Dictionary(grouping: left) { ($0 - 1) % shards }.values.map(\.count).max()!
    let seconds = Self.margin * ((Double(fullest) / Double(threads)).rounded(.up) * mean + most)
    let minutes = max(1, Int((seconds / 60).rounded(.up)))
    let memory = Self.megabytes(Self.margin * Self.largestSoFar)
    try OutputFolder.fill(folder.path) { output in
      try output.write(submit(minutes: minutes, megabytes: memory), to: "submit")
      try output.makeExecutable("submit")
      try output.write(shardScript(shards), to: "shards.sbatch")
      try output.write(mergeScript, to: "merge.sbatch")
      return ["submit", "shards.sbatch", "merge.sbatch"]
    }
    try Output.print(
      "\(pilot.count) cells timed and kept: \(Self.brief(mean)) each, at most \(Self.brief(most));"
        + " \(left.count) left in \(shards) shards of at most \(minutes) min and \(memory) MB:"
        + " \(folder.path)/submit submits them")
  }

  /// The seconds that some cells take, spread over the plan, on a thread of their own.
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
    do {
      try folder.run(spread, threads: threads, for: seconds) { time in
        times.withLock { $0.append(time) }
      }
    } catch let failure as Failure where failure.code == .software {
      // A cell that fails will fail in its shard, too, which says so; the others can be timed.
      guard times.withLock({ !$0.isEmpty }) else { throw failure }
    }
    return times.withLock(\.self)
  }

  // MARK: - The scripts

  private func submit(minutes: Int, megabytes: Int) -> String {
    """
    #!/bin/sh
    # Submits the sweep in this folder to Slurm: its shards as an array of jobs, and their merge after them.
    #
    #   submit [options of sbatch…]     such as --partition=short --account=mine
    #
    # What is finished is never computed again: to go on after any failure, submit it again. What is missing
    # in the end is submitted again by itself, with more time and memory.
    set -eu
    cd "$(dirname "$0")"
    mkdir -p logs
    round=${CLOSEDLOOP_ROUND:-1}
    shards=$(sbatch --parsable --time=$((\(minutes) * round)) --mem=$((\(megabytes) * round))M \\
      "$@" shards.sbatch)
    merge=$(sbatch --parsable --time=$((10 * round)) --mem=$((\(mergeMegabytes) * round))M "$@" \\
      --dependency="afterany:${shards%%;*}" merge.sbatch "$round" "$@")
    echo "submitted the shards as job $shards and their merge as job $merge: to stop, scancel both at once"

    """
  }

  private func shardScript(_ shards: Int) -> String {
    """
    #!/bin/sh
    #SBATCH --job-name=closedloop
    #SBATCH --array=1-\(shards)
    #SBATCH --cpus-per-task=\(threads)
    #SBATCH --requeue
    #SBATCH --open-mode=append
    #SBATCH --output=logs/shard-%a.log
    # A shard that fails is run again at once, and goes on with its first unfinished cell.
    closedloop=\(Self.program)
    trial=1
    until "$closedloop" sweep sweep.json --output . --threads \(threads) \\
      --shard "$SLURM_ARRAY_TASK_ID/\(shards)"; do
      code=$?
      [ "$trial" -lt \(Self.trials) ] || exit "$code"
      trial=$((trial + 1))
    done

    """
  }

  private var mergeScript: String {
    """
    #!/bin/sh
    #SBATCH --job-name=closedloop-merge
    #SBATCH --requeue
    #SBATCH --open-mode=append
    #SBATCH --output=logs/merge.log
    # Where cells are missing, because of a node or a limit, their shards are submitted again.
    closedloop=\(Self.program)
    round=$1
    shift
    code=0
    "$closedloop" merge . --output . || code=$?
    [ "$code" = 65 ] && [ "$round" -lt \(Self.trials) ] || exit "$code"
    CLOSEDLOOP_ROUND=$((round + 1)) exec ./submit "$@"

    """
  }

  /// What the merge is given: it has all rows in memory several times.
  private var mergeMegabytes: Int {
    let files = FileManager.default
    let folder = "\(folder.path)/cells"
    let sizes = ((try? files.contentsOfDirectory(atPath: folder)) ?? []).map { name in
      (try? files.attributesOfItem(atPath: "\(folder)/\(name)")[.size] as? Int) ?? 0
    }
    let mean = Double(sizes.reduce(0, +)) / Double(max(1, sizes.count))
    return Self.megabytes(10 * mean * Double(self.folder.plan.count))
  }

  // MARK: - Words

  /// This very program, as a word of the shell.
  private static var program: String {
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    return "'" + path.replacing("'", with: "'\\''") + "'"
  }

  /// The most memory that this process has had so far, in bytes.
  private static var largestSoFar: Double {
    var usage = rusage()
    let ofThisProcess: Int32 = 0  // RUSAGE_SELF, whose type differs between systems.
    getrusage(ofThisProcess, &usage)
    #if os(macOS)
      return Double(usage.ru_maxrss)
    #else
      return 1024 * Double(usage.ru_maxrss)
    #endif
  }

  /// In steps of 64 MB, 256 at least.
  private static func megabytes(_ bytes: Double) -> Int {
    max(256, 64 * Int((bytes / (64 * 1024 * 1024)).rounded(.up)))
  }

  private static func brief(_ seconds: Double) -> String {
    String(format: seconds < 10 ? "%.2g s" : "%.0f s", seconds)
  }
}
