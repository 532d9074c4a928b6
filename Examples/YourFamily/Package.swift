// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "your-family",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Elsewhere: .package(url: "…/closed-loop", revision: "…").
    .package(name: "closed-loop", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "YourFamily", dependencies: [.product(name: "ClosedLoop", package: "closed-loop")])
  ],
  swiftLanguageModes: [.v6]
)
