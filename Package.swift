// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "closed-loop",
  platforms: [.macOS(.v15)],
  targets: [
    // MARK: - Library: randomness and numbers

    .target(name: "PortableMath"),
    .target(name: "RandomStreams", dependencies: ["PortableMath"]),
    .target(name: "CNumericalMethods"),
    .target(name: "NumericalMethods", dependencies: ["CNumericalMethods"]),
    .target(name: "StatisticalChecks", dependencies: ["NumericalMethods"]),

    // MARK: - Library: the closed loop

    .target(name: "ExponentialFamilies", dependencies: ["PortableMath", "RandomStreams"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
