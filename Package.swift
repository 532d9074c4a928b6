// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "closed-loop",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ClosedLoop", targets: ["ClosedLoop"]),
    .library(name: "EnumeratedFamilies", targets: ["EnumeratedFamilies"]),
    .library(name: "Diagnosis", targets: ["Diagnosis"]),
    .executable(name: "closedloop", targets: ["ClosedLoopCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
    // Starts, watches and ends the programs of closedloop drive, which by hand is hard to get right.
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    // For make docs only: nothing that is built links it.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"),
  ],
  targets: [
    // Each target imports only what stands above it; Scripts/import-graph draws that, and checks it.

    // MARK: - Randomness and numbers

    .target(name: "CPortable"),
    .target(name: "PortableMath", dependencies: ["CPortable"]),
    .target(name: "Randomness", dependencies: ["CPortable", "PortableMath"]),
    .target(name: "CNumericalMethods"),
    .target(name: "NumericalMethods", dependencies: ["CNumericalMethods"]),

    // MARK: - Families of models

    .target(name: "Families", dependencies: ["PortableMath", "Randomness"]),
    .target(name: "Documents"),
    .target(
      name: "CLinearProgramming",
      linkerSettings: [.linkedLibrary("Clp"), .linkedLibrary("CoinUtils")]),
    // Apart from the others, which so need no linear programming.
    .target(
      name: "EnumeratedFamilies",
      dependencies: [
        "CLinearProgramming", "Documents", "Families", "PortableMath", "Randomness",
        .product(name: "BigInt", package: "BigInt"),
      ]),

    // MARK: - Simulation and theory: neither imports the other

    .target(name: "Loop", dependencies: ["Families", "PortableMath", "Randomness"]),
    .target(
      name: "Theory",
      dependencies: [
        "Families", "NumericalMethods", "PortableMath",
        .product(name: "BigInt", package: "BigInt"),
      ]),
    // Models that are no exponential families, in the same loop.
    .target(
      name: "Machines",
      dependencies: ["Documents", "Families", "Loop", "PortableMath", "Randomness"],
      exclude: ["Digits/LICENSE.md"]),
    .target(name: "ClosedLoop", dependencies: ["Families", "Loop", "Randomness", "Theory"]),

    // MARK: - Where they meet

    .target(
      name: "Simulation",
      dependencies: [
        "Documents", "EnumeratedFamilies", "Families", "Loop", "PortableMath", "Randomness",
        "Theory",
      ]),
    // Generations of other people's data.
    .target(
      name: "Diagnosis",
      dependencies: [
        "Documents", "Loop", "NumericalMethods", "PortableMath", "Randomness", "Theory",
      ]),
    // Any program as the model.
    .target(
      name: "Driving",
      dependencies: [
        "Diagnosis", "Documents", "Loop", "Randomness", "Simulation",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .target(
      name: "Claims",
      dependencies: [
        "Diagnosis", "Documents", "EnumeratedFamilies", "Families", "Loop", "Machines",
        "NumericalMethods",
        "PortableMath", "Randomness", "Simulation", "Theory",
      ]),

    // MARK: - What is made of results

    .target(
      name: "CGnuplot",
      linkerSettings: [
        .linkedLibrary("boost_iostreams"),
        .linkedLibrary("boost_system"),
        .linkedLibrary("boost_filesystem"),
      ]),
    .target(name: "Figures", dependencies: ["CGnuplot", "Documents"]),
    .target(
      name: "Report", dependencies: ["Claims", "Documents", "Figures", "Loop", "Simulation"],
      // In the program, which so stays one file.
      resources: [.embedInCode("Page/page.css"), .embedInCode("Page/page.js")]),

    // MARK: - The command

    // The environment is a part of what is built, as the state of a repository around it would not be.
    .target(
      name: "CRevision",
      cSettings: Context.environment["CLOSEDLOOP_REVISION"].map {
        [.define("CLOSEDLOOP_REVISION", to: "\"\($0)\"")]
      } ?? []),
    .executableTarget(
      name: "ClosedLoopCommand",
      dependencies: [
        "CRevision", "Claims", "Diagnosis", "Documents", "Driving", "EnumeratedFamilies",
        "Families", "Figures", "Loop", "Randomness", "Report", "Simulation", "Theory",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // MARK: - Tests

    .target(
      name: "_TestSupport",
      dependencies: [
        "EnumeratedFamilies", "Families", "Loop", "NumericalMethods", "Randomness", "Simulation",
        "Theory",
      ],
      path: "Tests/_TestSupport"),
    .testTarget(
      name: "PortableMathTests", dependencies: ["PortableMath", "_TestSupport"],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "RandomnessTests",
      dependencies: ["CPortable", "NumericalMethods", "Randomness", "_TestSupport"],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "NumericalMethodsTests", dependencies: ["NumericalMethods", "_TestSupport"],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "FamiliesTests",
      dependencies: ["Families", "NumericalMethods", "PortableMath", "Randomness", "_TestSupport"],
      resources: [.copy("Golden")]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
    .testTarget(
      name: "EnumeratedFamiliesTests",
      dependencies: [
        "EnumeratedFamilies", "Families", "Loop", "Randomness", "_TestSupport",
        .product(name: "BigInt", package: "BigInt"),
      ]),
    .testTarget(
      name: "LoopTests",
      dependencies: ["Families", "Loop", "NumericalMethods", "Randomness", "_TestSupport"]),
    .testTarget(
      name: "TheoryTests",
      dependencies: ["Families", "NumericalMethods", "Theory", "_TestSupport"],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "MachinesTests",
      dependencies: ["Families", "Loop", "Machines", "PortableMath", "Randomness", "_TestSupport"]),
    .testTarget(name: "ClosedLoopTests", dependencies: ["ClosedLoop", "EnumeratedFamilies"]),
    .testTarget(
      name: "DiagnosisTests",
      dependencies: [
        "Diagnosis", "Documents", "NumericalMethods", "Randomness", "Theory", "_TestSupport",
      ]),
    .testTarget(
      name: "DrivingTests",
      dependencies: ["Diagnosis", "Documents", "Driving", "Randomness", "_TestSupport"]),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "Claims", "Documents", "EnumeratedFamilies", "Families", "Loop", "NumericalMethods",
        "Randomness", "Simulation", "_TestSupport",
      ]),
    .testTarget(
      name: "ClaimsTests",
      dependencies: ["Claims", "Documents", "Machines", "Randomness", "_TestSupport"]),
    .testTarget(
      name: "TheoremTests",
      dependencies: [
        "Claims", "EnumeratedFamilies", "Families", "Loop", "Machines", "NumericalMethods",
        "Randomness", "Theory", "_TestSupport",
      ]),
    .testTarget(
      name: "FiguresTests", dependencies: ["Claims", "Documents", "Figures", "_TestSupport"]),
    .testTarget(name: "ReportTests", dependencies: ["Claims", "Documents", "Report"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Claims", "ClosedLoopCommand", "Documents", "NumericalMethods", "Simulation",
        "Theory", "_TestSupport",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// MARK: - Debug builds

// Tests simulate, which takes ten to fifty times as long without the optimiser. So debug builds optimise the
// modules with the loops, and keep every check of the language; release builds are as they would be. What stands
// above gains little, and its compilation would take three times as long.
//
// SwiftPM refuses such flags to a package that is fetched as a dependency of another, which it puts into a folder
// `checkouts`; there they are left out.
if !Context.packageDirectory.contains("/checkouts/") {
  let optimised: Set = [
    "PortableMath", "Randomness", "NumericalMethods", "Families", "EnumeratedFamilies", "Loop",
    "Theory", "Machines", "Diagnosis", "Driving", "_TestSupport",
  ]
  for target in package.targets where optimised.contains(target.name) {
    target.swiftSettings = [
      .unsafeFlags(
        ["-O", "-whole-module-optimization", "-disable-batch-mode", "-num-threads", "2"],
        .when(configuration: .debug))
    ]
  }
  for target in package.targets where ["CPortable", "CNumericalMethods"].contains(target.name) {
    target.cSettings = [.unsafeFlags(["-O2"], .when(configuration: .debug))]
    target.cxxSettings = [.unsafeFlags(["-O2"], .when(configuration: .debug))]
  }
}
