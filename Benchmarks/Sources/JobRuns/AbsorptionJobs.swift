import ClosedLoop

extension Job {
  /// The mean absorption time of the haploid Wright–Fisher chain of population n, from all starts.
  ///
  /// Exact, by elimination on a band: of a row some 12 standard deviations to either side are kept.
  static func f(_ population: Int) -> Job {
    Job(name: "f-\(population)", replicates: 1, generations: 0) { _ in
      {
        let times = try WrightFisherChain(population: population).meanAbsorptionTimes()
        return JobResult(generations: 0, checks: [("time", times[population / 2])])
      }
    }
  }
}
