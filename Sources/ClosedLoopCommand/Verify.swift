import ArgumentParser
import Experiments
import Foundation
import Tables

/// `closedloop verify`.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks the claims and prints a verdict on each.",
    discussion: """
      A claim holds if every check behind it passes: proofs in rational arithmetic \
      for small cases, linear algebra for middling ones, simulations at the paper's \
      scale. A correct program fails with a probability below 1e-6, whatever the \
      seed. The exit code is 1 if a claim differs.

      EXAMPLES
        closedloop verify
        closedloop verify P1 P3 --checks
        closedloop verify --json
      """)

  @Argument(help: "Claims to check; all of them unless given.")
  var ids: [String] = []

  @OptionGroup var compute: ComputeOptions

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print every check behind each verdict.")
  var checks = false

  @Option(help: "Also write claims.csv into this folder.")
  var output: String?

  func run() throws {
    let known = claimTests.map { $0.id }
    if let unknown = ids.first(where: { !known.contains($0) }) {
      throw Failure(
        code: .badArguments,
        sentence: "there is no claim \"\(unknown)\": use \(known.joined(separator: ", "))")
    }
    let tests = claimTests.filter { ids.isEmpty || ids.contains($0.id) }
    let folder = try output.map { try OutputFolder($0) }
    defer { folder?.discard() }
    var claims: [Claim] = []
    let meter = WorkMeter()
    meter.plan(Double(tests.count))
    let progress = Progress("verify", meter: meter)
    for test in tests {
      claims.append(
        try test.evaluate(
          scale: compute.scale, seed: compute.seed, context: RunContext(threads: compute.threads)))
      meter.complete(1)
    }
    progress.finish()
    if json {
      try printJSON(claims)
    } else {
      for claim in claims { show(claim) }
    }
    if let folder {
      try folder.write(Table(claims).csv, to: "claims.csv")
      try folder.commit(["claims.csv"])
    }
    if let failed = claims.first(where: { $0.verdict == .differs }) {
      let check = failed.checks.first { !$0.passed }
      throw Failure(
        code: .disagreement,
        sentence: "\(failed.id) does not come out as recorded: \(check?.name ?? failed.quantity)")
    }
  }

  private func show(_ claim: Claim) {
    print("\(claim.id)  \(claim.verdict.rawValue)  (\(claim.reference))")
    print("    \(claim.statement)")
    print("    \(claim.quantity):")
    print(
      "    predicted \(Self.short(claim.prediction)), measured \(Self.short(claim.measurement))"
        + " ± \(Self.short(claim.uncertainty)); \(claim.checks.count) checks;"
        + " see \(claim.evidence.joined(separator: ", "))")
    if checks {
      for check in claim.checks {
        print(
          "      \(check.passed ? "agrees " : "DIFFERS") \(check.method.rawValue): \(check.name):"
            + " predicted \(Self.short(check.prediction)),"
            + " measured \(Self.short(check.measurement))"
            + " in [\(Self.short(check.lower)), \(Self.short(check.upper))]")
      }
    }
  }

  private static func short(_ value: Double) -> String { String(format: "%.6g", value) }
}

extension Table {
  /// The claims table, one row a claim.
  init(_ claims: [Claim]) {
    self.init(
      name: "claims",
      columns: [
        "id", "verdict", "reference", "quantity", "prediction", "measurement", "uncertainty",
        "evidence",
      ],
      rows: claims.map { claim in
        [
          .text(claim.id), .text(claim.verdict.rawValue), .text(claim.reference),
          .text(claim.quantity), .number(claim.prediction),
          .number(claim.measurement), .number(claim.uncertainty),
          .text(claim.evidence.joined(separator: "; ")),
        ]
      })
  }
}
