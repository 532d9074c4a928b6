import Simulation
import Testing

/// What a cluster is asked for, from given numbers: no machine is timed.
@Suite struct ShardRequestTests {
  private static let mega = 1024.0 * 1024

  private static func request(
    timed: [(work: Double, seconds: Double)] = [(1, 30)], left: [Double],
    threads: Int = 1, shards: Int? = nil, peak: Double = 1
  ) -> ShardRequest {
    ShardRequest(
      timed: timed, left: left.enumerated().map { ($0.offset + 1, $0.element) },
      threads: threads, shards: shards, peak: peak)
  }

  /// Twice what was measured, in steps of 64 MB, and 256 MB at least.
  @Test(arguments: [
    (0, 256), (100, 256), (128, 256), (128.1, 320), (160, 320), (161, 384), (1000, 2048),
  ])
  func memoryIsTwiceTheMeasured(peak: Double, asked: Int) {
    #expect(Self.request(left: [1], peak: peak * Self.mega).megabytes == asked)
  }

  /// Twice the seconds of the fullest shard and of the largest cell, in whole minutes.
  @Test func timeIsTwiceTheExpected() {
    // Four cells of 30 s in two shards: 2 (60 + 30) s.
    #expect(Self.request(left: [1, 1, 1, 1], shards: 2).minutes == 3)
    // On two threads: 2 (30 + 30) s.
    #expect(Self.request(left: [1, 1, 1, 1], threads: 2, shards: 2).minutes == 2)
    // Two of the timed cells took 120 s for work of 4, and one of the others has work of 10: 300 s.
    let uneven = Self.request(timed: [(1, 30), (3, 90)], left: [10, 1, 1], shards: 3)
    #expect(uneven.minutes == 20)
    // The first shard is left with three cells, the second with none.
    let failed = ShardRequest(
      timed: [(1, 30)], left: [(1, 1), (3, 1), (5, 1)], threads: 1, shards: 2, peak: 1)
    #expect(failed.minutes == 4)
    #expect(Self.request(timed: [(1, 0.001)], left: [1]).minutes == 1)
  }

  /// A shard lasts half an hour, unless that makes more than a thousand, or more than there are cells.
  @Test func shardsLastHalfAnHour() {
    let cells = [Double](repeating: 1, count: 600)
    #expect(Self.request(left: cells).shards == 10)
    #expect(Self.request(left: cells, threads: 3).shards == 4)
    #expect(Self.request(timed: [(1, 1e6)], left: cells).shards == 600)
    let many = [Double](repeating: 1, count: 2000)
    #expect(Self.request(timed: [(1, 1e6)], left: many).shards == 1000)
    #expect(Self.request(left: many, shards: 1500).shards == 1500)
  }

  /// A sweep that was finished while it was timed still has scripts.
  @Test func nothingLeftIsOneShardOfAMinute() {
    for timed in [[(work: 1.0, seconds: 0.01)], []] {
      let nothing = Self.request(timed: timed, left: [])
      #expect((nothing.shards, nothing.minutes, nothing.megabytes) == (1, 1, 256))
    }
  }
}
