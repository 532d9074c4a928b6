// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "closed-loop-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "closed-loop", path: "..")
  ],
  targets: [
    .target(
      name: "JobRuns", dependencies: [.product(name: "ClosedLoop", package: "closed-loop")]),
    .executableTarget(name: "job-timer", dependencies: ["JobRuns"]),
    .executableTarget(
      name: "diagnose-timer",
      dependencies: [.product(name: "Diagnosis", package: "closed-loop")]),
  ],
  swiftLanguageModes: [.v6]
)

// For earlier compilers, the library of benchmarks asks for an older swift-argument-parser than ours.
#if compiler(>=6.3)
  package.dependencies.append(
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []))
  package.targets.append(
    .executableTarget(
      name: "Loops",
      dependencies: ["JobRuns", .product(name: "Benchmark", package: "benchmark")],
      path: "Loops",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]))
#endif
