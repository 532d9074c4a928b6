// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "closed-loop",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ClosedLoop", targets: ["ClosedLoop"]),
    .library(name: "EnumeratedFamilies", targets: ["EnumeratedFamilies"]),
    .executable(name: "closedloop", targets: ["ClosedLoopCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
  ],
  targets: [
    // MARK: - Library: randomness and numbers

    .target(name: "CSquareRoot"),
    .target(name: "PortableMath", dependencies: ["CSquareRoot"]),
    .target(name: "CNormalLayers"),
    .target(name: "RandomStreams", dependencies: ["CNormalLayers", "PortableMath"]),
    .target(name: "CNumericalMethods"),
    .target(name: "NumericalMethods", dependencies: ["CNumericalMethods"]),
    .target(name: "StatisticalChecks", dependencies: ["NumericalMethods"]),
    .target(
      name: "CLinearProgramming",
      linkerSettings: [.linkedLibrary("Clp"), .linkedLibrary("CoinUtils")]),
    .target(
      name: "ConvexFaces",
      dependencies: ["CLinearProgramming", .product(name: "BigInt", package: "BigInt")]),

    // MARK: - Library: the closed loop

    .target(name: "ExponentialFamilies", dependencies: ["PortableMath", "RandomStreams"]),
    .target(name: "Retraining", dependencies: ["ExponentialFamilies", "RandomStreams"]),
    // Beyond exponential families.
    .target(
      name: "BoltzmannMachines",
      dependencies: ["ExponentialFamilies", "PortableMath", "RandomStreams", "Retraining"]),
    .target(
      name: "Theory",
      dependencies: [
        "ExponentialFamilies", "NumericalMethods", "PortableMath",
        .product(name: "BigInt", package: "BigInt"),
      ]),
    .target(
      name: "ClosedLoop",
      dependencies: ["RandomStreams", "ExponentialFamilies", "Retraining", "Theory"]),
    // Apart from the core, which so needs no linear programming.
    .target(
      name: "EnumeratedFamilies",
      dependencies: [
        "ConvexFaces", "ExponentialFamilies", "PortableMath", "RandomStreams", "Tables",
        .product(name: "BigInt", package: "BigInt"),
      ]),

    // MARK: - Beyond exponential families

    .target(name: "Digits", dependencies: ["RandomStreams"], exclude: ["LICENSE.md"]),
    .target(name: "BinaryNetworks", dependencies: ["PortableMath", "RandomStreams"]),

    // MARK: - Experiments

    .target(name: "Tables"),
    .target(name: "Definitions"),
    .target(
      name: "Experiments",
      dependencies: [
        "BinaryNetworks", "BoltzmannMachines", "Definitions", "Digits", "EnumeratedFamilies",
        "PortableMath", "RandomStreams", "ExponentialFamilies", "Retraining", "Theory",
        "NumericalMethods",
        "StatisticalChecks", "Tables",
      ]),

    // MARK: - Laboratory

    .target(
      name: "Laboratory",
      dependencies: [
        "Definitions", "Experiments", "PortableMath", "RandomStreams", "ExponentialFamilies",
        "EnumeratedFamilies", "Retraining", "Theory", "Tables",
      ]),

    // MARK: - Plotting

    .target(
      name: "CGnuplot",
      linkerSettings: [
        .linkedLibrary("boost_iostreams"),
        .linkedLibrary("boost_system"),
        .linkedLibrary("boost_filesystem"),
      ]),
    .target(name: "Figures", dependencies: ["CGnuplot", "Definitions", "Tables"]),

    // MARK: - Drafts

    .target(name: "Drafts", dependencies: ["Definitions", "Tables"]),

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
        "CRevision", "Definitions", "Drafts", "EnumeratedFamilies", "Experiments", "Laboratory",
        "Figures", "Retraining", "Tables",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // MARK: - Tests

    .target(
      name: "_TestSupport",
      dependencies: [
        "RandomStreams", "ExponentialFamilies", "EnumeratedFamilies", "Retraining", "Theory",
        "NumericalMethods", "StatisticalChecks",
      ],
      path: "Tests/_TestSupport"),
    .testTarget(
      name: "PortableMathTests", dependencies: ["PortableMath", "_TestSupport"],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "RandomStreamsTests",
      dependencies: [
        "CNormalLayers", "RandomStreams", "StatisticalChecks", "NumericalMethods", "_TestSupport",
      ],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "NumericalMethodsTests",
      dependencies: ["NumericalMethods", "StatisticalChecks", "_TestSupport"],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "ConvexFacesTests",
      dependencies: [
        "ConvexFaces", "_TestSupport", .product(name: "BigInt", package: "BigInt"),
      ]),
    .testTarget(
      name: "ExponentialFamiliesTests",
      dependencies: [
        "ExponentialFamilies", "PortableMath", "RandomStreams", "StatisticalChecks",
        "NumericalMethods", "_TestSupport",
      ],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "EnumeratedFamiliesTests",
      dependencies: [
        "EnumeratedFamilies", "ExponentialFamilies", "RandomStreams", "Retraining",
        "_TestSupport",
      ]),
    .testTarget(
      name: "BoltzmannMachinesTests",
      dependencies: [
        "BoltzmannMachines", "ExponentialFamilies", "RandomStreams", "Retraining", "_TestSupport",
      ]),
    .testTarget(
      name: "RetrainingTests",
      dependencies: [
        "Retraining", "ExponentialFamilies", "RandomStreams", "StatisticalChecks", "_TestSupport",
      ]),
    .testTarget(name: "DigitsTests", dependencies: ["Digits", "RandomStreams"]),
    .testTarget(
      name: "BinaryNetworksTests",
      dependencies: ["BinaryNetworks", "PortableMath", "RandomStreams", "_TestSupport"]),
    .testTarget(
      name: "TheoryTests",
      dependencies: ["Theory", "ExponentialFamilies", "NumericalMethods", "_TestSupport"],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "TheoremTests",
      dependencies: [
        "BoltzmannMachines", "Experiments", "Retraining", "Theory", "ExponentialFamilies",
        "RandomStreams", "StatisticalChecks", "_TestSupport",
      ]),
    .testTarget(name: "ClosedLoopTests", dependencies: ["ClosedLoop", "EnumeratedFamilies"]),
    .testTarget(name: "TablesTests", dependencies: ["Tables"]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "Definitions", "Digits", "Experiments", "RandomStreams", "Tables", "_TestSupport",
      ]),
    .testTarget(
      name: "DraftsTests", dependencies: ["Drafts", "Experiments", "Tables"]),
    .testTarget(name: "DefinitionsTests", dependencies: ["Definitions"]),
    .testTarget(
      name: "LaboratoryTests",
      dependencies: [
        "Laboratory", "Definitions", "EnumeratedFamilies", "Experiments", "ExponentialFamilies",
        "Retraining", "RandomStreams", "NumericalMethods", "StatisticalChecks", "Tables",
        "_TestSupport",
      ]),
    .testTarget(
      name: "FiguresTests", dependencies: ["Figures", "Experiments", "Tables", "_TestSupport"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "ClosedLoopCommand", "Definitions", "Experiments", "Laboratory", "_TestSupport",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
