import Foundation
import Simulation

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
  /// Where shards leave word that they failed by themselves.
  private static let mark = "logs/failed"

  func write() throws {
    let pilot = try timeCells()
    let left = folder.state(of: 1...folder.plan.count).left
    let request = ShardRequest(
      timed: pilot.map { ($0.work, $0.seconds) }, left: left.map { ($0.cell, $0.work) },
      threads: threads, shards: shards,
      peak: PeakMemory.bytes + Double(threads) * PeakMemory.bytesOfPrograms)
    try OutputFolder.fill(folder.path) { output in
      try output.write(submit(request), to: "submit")
      try output.makeExecutable("submit")
      try output.write(shardScript(request), to: "shards.sbatch")
      try output.write(mergeScript, to: "merge.sbatch")
      return ["submit", "shards.sbatch", "merge.sbatch"]
    }
    try Output.print(words(pilot.map(\.seconds), left: left.count, request))
    warn(of: pilot.compactMap { run in run.failure.map { (run.cell, $0) } }, among: pilot.count)
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

  /// Some cells, spread over the plan, with the seconds that each takes on a thread of its own.
  private func timeCells() throws -> [SweepFolder.Run] {
    let left = folder.state(of: 1...folder.plan.count).left
    guard !left.isEmpty else { return [] }
    // Multiples of the golden ratio fill an interval evenly, however many there are.
    let golden = 0.618_033_988_749_895
    var seen = Set<Int>()
    let spread = (1...(8 * left.count)).map {
      left[Int((Double($0) * golden).truncatingRemainder(dividingBy: 1) * Double(left.count))]
    }.filter { seen.insert($0.cell).inserted }
    return try folder.run(spread, threads: threads, for: seconds)
  }

  // MARK: - The scripts

  private func submit(_ request: ShardRequest) -> String {
    """
    #!/bin/sh
    # Submits the sweep in this folder to Slurm: its shards as arrays of jobs, and their merge after them.
    #
    #   submit [options of sbatch…]     such as --partition=short --account=mine
    #
    # What is finished is never computed again: to go on after any failure, submit it again. What is missing
    # in the end, because of a node or a limit, is submitted again by itself, with more time and memory.
    set -eu
    cd "$(dirname "$0")"
    mkdir -p logs
    rm -f \(Self.mark)
    round=${CLOSEDLOOP_ROUND:-1}
    shards=\(request.shards)
    # The numbers of an array's jobs are below this.
    limit=$(scontrol show config 2>/dev/null | sed -n 's/^MaxArraySize *= *\\([0-9]*\\).*/\\1/p')
    most=$((${limit:-1001} - 1))
    [ "$most" -ge 1 ] || most=1
    first=0
    jobs=
    while [ "$first" -lt "$shards" ]; do
      size=$((shards - first))
      [ "$size" -le "$most" ] || size=$most
      log=logs/shard-%a.log
      [ "$first" = 0 ] || log=logs/shard-$first+%a.log
      job=$(sbatch --parsable --array="1-$size" --output="$log" --time=$((\(request.minutes) * round)) \\
        --mem=$((\(request.megabytes) * round))M "$@" shards.sbatch "$first")
      jobs=$jobs:${job%%;*}
      first=$((first + size))
    done
    merge=$(sbatch --parsable --time=$((10 * round)) --mem=$((\(mergeMegabytes) * round))M "$@" \\
      --dependency="afterany$jobs" merge.sbatch "$round" "$@")
    jobs=$(echo "${jobs#:}" | tr : ' ')
    echo "submitted the shards as job $jobs and their merge as job ${merge%%;*}: to stop, scancel all at once"

    """
  }

  private func shardScript(_ request: ShardRequest) -> String {
    """
    #!/bin/sh
    #SBATCH --job-name=closedloop
    #SBATCH --cpus-per-task=\(threads)
    #SBATCH --requeue
    #SBATCH --open-mode=append
    # A program that is killed is run again at once, and goes on with what is not finished. Any other failure would
    # only come again.
    closedloop=\(Self.program)
    \(place)shard=$(($1 + SLURM_ARRAY_TASK_ID))/\(request.shards)
    trial=1
    until "$closedloop" sweep \(here("sweep.json")) --output \(here()) --threads \(threads) --shard "$shard"; do
      code=$?
      if [ "$code" -le 128 ]; then
        echo "shard $shard: exit code $code" >>\(here(Self.mark))
        exit "$code"
      fi
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
    # Where cells are missing, because of a node or a limit, they are submitted again; not where a program failed by
    # itself.
    closedloop=\(Self.program)
    \(place)round=$1
    shift
    code=0
    "$closedloop" merge \(here()) --output \(here()) || code=$?
    [ "$code" = 65 ] && [ ! -e \(here(Self.mark)) ] && [ "$round" -lt \(Self.trials) ] || exit "$code"
    CLOSEDLOOP_ROUND=$((round + 1)) exec \(here("./submit")) "$@"

    """
  }

  /// What the merge is given: it has all rows in memory several times.
  private var mergeMegabytes: Int {
    let cells = FileManager.default.enumerator(
      at: URL(fileURLWithPath: "\(folder.path)/cells"), includingPropertiesForKeys: nil)
    let sizes = (cells?.compactMap { $0 as? URL } ?? []).compactMap { file -> Int? in
      let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
      // What more replicates would go on with is not read.
      let isPiece = file.pathExtension.isEmpty && !file.path.contains(".folder/")
      return values?.isRegularFile == true && isPiece ? values?.fileSize : nil
    }
    let mean = Double(sizes.reduce(0, +)) / Double(max(1, sizes.count))
    return ShardRequest.megabytes(10 * mean * Double(self.folder.plan.count))
  }

  // MARK: - Words

  /// Where files are named by paths, scripts go to where these begin, and know the folder of the sweep.
  private var place: String {
    guard folder.plan.readsFiles else { return "" }
    let directory = FileManager.default.currentDirectoryPath
    return "folder=$PWD\ncd \(Self.quoted(directory))\n"
  }

  /// A file of the folder, or the folder, as a word of the shell.
  private func here(_ name: String = "") -> String {
    guard folder.plan.readsFiles else { return name.isEmpty ? "." : name }
    return name.isEmpty ? "\"$folder\"" : "\"$folder/\(name)\""
  }

  /// This very program, as a word of the shell.
  private static var program: String {
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    return quoted(path)
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  private static func brief(_ seconds: Double) -> String {
    String(format: seconds < 10 ? "%.2g s" : "%.0f s", seconds)
  }
}
