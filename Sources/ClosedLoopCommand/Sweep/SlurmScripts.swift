import Foundation
import Laboratory
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

  /// How often a shard is tried in a job, and how often what is missing is submitted.
  private static let trials = 3

  func write() throws {
    let pilot = try timeCells()
    let left = folder.unfinished(of: 1...folder.plan.count)
    let request = ShardRequest(
      timed: pilot.map { (1, $0) }, left: left.map { ($0, 1) }, threads: threads, shards: shards,
      peak: PeakMemory.bytes)
    try OutputFolder.fill(folder.path) { output in
      try output.write(submit(request), to: "submit")
      try output.makeExecutable("submit")
      try output.write(shardScript(request.shards), to: "shards.sbatch")
      try output.write(mergeScript, to: "merge.sbatch")
      return ["submit", "shards.sbatch", "merge.sbatch"]
    }
    try Output.print(words(pilot, left: left.count, request))
  }

  private func words(_ pilot: [Double], left: Int, _ request: ShardRequest) -> String {
    let submit = "\(folder.path)/submit"
    guard left > 0 else {
      return
        "every cell is finished: \(submit) has nothing left but the merge, and closedloop merge"
        + " \(folder.path) --output \(folder.path) does it here"
    }
    let mean = Self.brief(pilot.reduce(0, +) / Double(pilot.count))
    return "\(pilot.count) cells timed and kept: \(mean) each, at most"
      + " \(Self.brief(pilot.max()!)); \(left) left in \(request.shards) shards of at most"
      + " \(request.minutes) min and \(request.megabytes) MB: \(submit) submits them"
  }

  /// The seconds that some cells take, spread over the plan, on a thread of their own.
  private func timeCells() throws -> [Double] {
    let left = folder.unfinished(of: 1...folder.plan.count)
    guard !left.isEmpty else { return [] }
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

  private func submit(_ request: ShardRequest) -> String {
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
    shards=$(sbatch --parsable --time=$((\(request.minutes) * round)) --mem=$((\(request.megabytes) * round))M \\
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
    return ShardRequest.megabytes(10 * mean * Double(self.folder.plan.count))
  }

  // MARK: - Words

  /// This very program, as a word of the shell.
  private static var program: String {
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    return "'" + path.replacing("'", with: "'\\''") + "'"
  }

  private static func brief(_ seconds: Double) -> String {
    String(format: seconds < 10 ? "%.2g s" : "%.0f s", seconds)
  }
}
