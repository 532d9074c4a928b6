import Benchmark
import ClosedLoop
import JobRuns

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput],
    // A thousand generations or variates at a time; twenty thousand first are the burn-in.
    warmupIterations: 20, scalingFactor: .kilo,
    maxDuration: .seconds(2), maxIterations: 1_000_000)

  let streams = ReplicateStreams(key: StreamKey(rootSeed: 1), replicate: 0)
  generations("Fig. 2 i, M = 50", Figure2Cases.i(samples: 50, streams: streams))
  for samples in [50, 400] {
    generations(
      "Fig. 2 ii, M = \(samples)", Figure2Cases.ii(samples: samples, streams: streams))
    generations(
      "Fig. 2 iii, M = \(samples)", Figure2Cases.iii(samples: samples, streams: streams))
  }

  wholeRun("Job a: a Gaussian, data replaced", .a)
  wholeRun("Job b: spins to absorption", .b)
  wholeRun("Job e: a Gaussian, all data kept", .e)

  philoxBlocks()
  let binomial = Binomial(trials: 1000, probability: 0.3)
  variates("Binomial, n = 1000, p = 0.3") { binomial.draw(using: &$0) }
  let poisson = Poisson(mean: 200)
  variates("Poisson, mean 200") { poisson.draw(using: &$0) }
  multinomialVariates(50)
  multinomialVariates(400)

  estimates("Maximum likelihood, coupled spins", MaximumLikelihood())
  estimates(
    "Maximum a posteriori, Gaussian prior",
    MaximumAPosteriori(prior: GaussianPrior(mean: SIMD2(0, 0), variance: SIMD2(2, 2))))
}

/// Generations of a loop, one chain throughout.
func generations<Policy, Fit>(_ name: String, _ chain: RetrainingChain<Policy, Fit>) {
  var chain = chain
  Benchmark(name) { benchmark in
    // A local copy may live in registers; the captured one may not.
    var running = chain
    for _ in benchmark.scaledIterations { try running.advance() }
    chain = running
  }
}

/// A job with a tenth of its replicates, from start to end.
func wholeRun(_ name: String, _ job: Job) {
  let configuration = Benchmark.Configuration(
    metrics: [.wallClock, .throughput], warmupIterations: 1, scalingFactor: .one,
    maxDuration: .seconds(2))
  Benchmark(name, configuration: configuration) { benchmark in
    let run = try job.prepared(replicates: job.replicates / 10, seed: 1)
    benchmark.startMeasurement()
    blackHole(try run().checks)
  }
}

/// Blocks of the generator, one counter after another.
func philoxBlocks() {
  Benchmark("Philox block of 256 bits") { benchmark in
    var all: UInt64 = 0
    for i in benchmark.scaledIterations {
      let block = Philox4x64.block(counter: (UInt64(i), 0, 0, 0), key: (1, 2))
      all ^= block.0 ^ block.1 ^ block.2 ^ block.3
    }
    blackHole(all)
  }
}

/// Variates of one law, from one stream.
func variates(_ name: String, _ draw: @escaping (inout RandomStream) -> Int) {
  var stream = RandomStream(key: StreamKey(rootSeed: 1))
  Benchmark(name) { benchmark in
    var running = stream
    var sum = 0
    for _ in benchmark.scaledIterations { sum &+= draw(&running) }
    stream = running
    blackHole(sum)
  }
}

/// Counts of the eleven levels of ten free spins.
func multinomialVariates(_ trials: Int) {
  let family = CoupledSpins(spins: 10)
  let weights = family.levelProbabilities(of: family.member(at: SIMD2(0, 0)))
  var counts = [Int](repeating: 0, count: weights.count)
  variates("Multinomial, n = \(trials), 11 outcomes") { stream in
    weights.withUnsafeBufferPointer { weights in
      counts.withUnsafeMutableBufferPointer { counts in
        Multinomial.draw(trials, weights: weights, into: counts, using: &stream)
        return counts[0]
      }
    }
  }
}

/// Estimates from a thousand training sets of 50 points, one after another.
func estimates<Fit: DeterministicEstimator>(_ name: String, _ estimator: Fit)
where Fit.Family == CoupledSpins {
  let family = CoupledSpins(spins: 10)
  let model = family.member(at: SIMD2(0.1, -0.9))
  var stream = RandomStream(key: StreamKey(rootSeed: 1))
  let data = (0..<1000).map { _ in
    SufficientStatistics(sum: family.drawSum(of: 50, from: model, using: &stream), count: 50)
  }
  Benchmark(name) { benchmark in
    var sum = SIMD2<Double>()
    for i in benchmark.scaledIterations {
      sum += try estimator.estimate(from: data[i], in: family).naturalParameter ?? SIMD2(0, 0)
    }
    blackHole(sum)
  }
}
