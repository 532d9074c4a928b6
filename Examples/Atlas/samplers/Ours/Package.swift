// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Ours",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "closed-loop", path: "../../../..")],
  targets: [
    .executableTarget(
      name: "Ours", dependencies: [.product(name: "ClosedLoop", package: "closed-loop")])
  ])
