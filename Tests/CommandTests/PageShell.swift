import Foundation

/// A shell in an empty folder in which the words of the pages are programs.
struct PageShell {
  let folder: String

  /// What came of a line.
  struct Outcome {
    let code: Int32
    /// What a terminal of 80 columns shows in the end.
    let output: String
  }

  /// Experiments and claims take the quick scale unless what they print is on the page.
  private static let closedloop = """
    #!/bin/sh
    case $1 in
      run | verify) exec '\(Command.executable.path)' "$@" $PAGE_SCALE ;;
      review) cd '\(Page.root)' ;;
    esac
    exec '\(Command.executable.path)' "$@"

    """

  /// Targets of this project are looked up and not made; shards of a sweep are.
  private static let make = """
    #!/bin/sh
    [ "$1" = -j ] && exec /usr/bin/make "$@"
    exec /usr/bin/make --dry-run -C '\(Page.root)' "$@"

    """

  /// A package that is to be built or run must be there and say what it is.
  private static let swift = """
    #!/bin/sh
    PATH=$PAGE_PATH
    case $1 in
      build | run | test) swift package --scratch-path "$PAGE_FOLDER/.build/swift" dump-package ;;
      format) exit 0 ;;
      *) exit 64 ;;
    esac

    """

  /// Slurm on one node without a queue: what is submitted is run.
  private static let sbatch = """
    #!/bin/sh
    last=1
    while :; do
      case $1 in
        --array=1-*) last=${1#--array=1-} ;;
        --*) ;;
        *) break ;;
      esac
      shift
    done
    script=$1
    shift
    for index in $(seq "$last"); do
      SLURM_ARRAY_TASK_ID=$index sh "$script" "$@" >>logs/all 2>&1
    done
    echo 7

    """

  /// Runs `body` with a shell, in a folder that goes away with it.
  static func with(_ body: (PageShell) throws -> Void) throws {
    try Command.withFolder { folder in
      let programs = folder + "/.build/release"
      try FileManager.default.createDirectory(atPath: programs, withIntermediateDirectories: true)
      for (name, text) in [
        ("closedloop", closedloop), ("make", make), ("swift", swift), ("sbatch", sbatch),
      ] {
        try text.write(toFile: "\(programs)/\(name)", atomically: true, encoding: .utf8)
        try Command.allowRunning("\(programs)/\(name)")
      }
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/Examples", withDestinationPath: "\(Page.root)/Examples")
      try body(PageShell(folder: folder))
    }
  }

  /// Runs a line.
  ///
  /// - Parameter quick: whether experiments and claims take the quick scale.
  func run(_ line: String, quick: Bool) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-ec", line]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ProcessInfo.processInfo.environment.merging([
      "PATH": "\(folder)/.build/release:\(path)", "PAGE_PATH": path, "PAGE_FOLDER": folder,
      "PAGE_SCALE": quick ? "--scale quick" : "",
    ]) { $1 }
    let output = try Terminal.output(of: process, columns: 80, withErrors: true)
    return Outcome(code: process.terminationStatus, output: Terminal.settled(output))
  }
}
