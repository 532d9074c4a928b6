/// What is asked of a cluster for the cells of a sweep, from those that were timed.
package struct ShardRequest: Sendable, Equatable {
  /// How many shards there are.
  package let shards: Int
  /// How long each may take.
  package let minutes: Int
  /// How much memory each may have.
  package let megabytes: Int

  /// What is asked for, in units of what was measured.
  private static let margin = 2.0
  /// Without another wish, a shard should last about this many seconds.
  private static let usual = 1800.0
  /// Without another wish, there are at most so many shards.
  private static let most = 1000

  /// The request.
  ///
  /// Time goes with the work of a cell, in seconds per unit as it was on average over the cells that were timed.
  ///
  /// - Parameters:
  ///   - timed: the work of some cells and the seconds that each took on one thread; one at
  ///     least, if any are left.
  ///   - left: the indices of the others, from 1, and their work.
  ///   - threads: how many cells of a shard run at the same time.
  ///   - shards: how many there shall be, if that is given.
  ///   - peak: the most memory in use so far, in bytes.
  package init(
    timed: [(work: Double, seconds: Double)], left: [(index: Int, work: Double)], threads: Int,
    shards: Int?, peak: Double
  ) {
    let measured = timed.map(\.work).reduce(0, +)
    let pace = measured > 0 ? timed.map(\.seconds).reduce(0, +) / measured : 0
    let all = pace * left.map(\.work).reduce(0, +)
    let wanted = min(all / Double(threads) / Self.usual, Double(Self.most)).rounded(.up)
    let count = shards ?? max(1, min(Int(wanted), left.count))
    // A shard that failed may have far more to do than the others.
    var loads = [Int: Double]()
    for cell in left { loads[(cell.index - 1) % count, default: 0] += pace * cell.work }
    // At the end one thread may be busy with the largest cell while the others have nothing to do.
    let longest = max(
      timed.map(\.seconds).max() ?? 0, pace * (left.map(\.work).max() ?? 0))
    let seconds = Self.margin * ((loads.values.max() ?? 0) / Double(threads) + longest)
    self.shards = count
    minutes = max(1, Int((seconds / 60).rounded(.up)))
    megabytes = Self.megabytes(Self.margin * peak)
  }

  /// So many bytes in steps of 64 MB, 256 MB at least.
  package static func megabytes(_ bytes: Double) -> Int {
    max(256, 64 * Int((bytes / (64 * 1024 * 1024)).rounded(.up)))
  }
}
