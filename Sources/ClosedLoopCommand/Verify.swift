import ArgumentParser
import Claims
import Documents
import Foundation
import Loop
import Report

/// `closedloop verify`.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks the claims and prints a verdict on each.",
    discussion: """
      A claim holds if every check behind it passes: proofs in rational arithmetic \
      for small cases, linear algebra for middling ones, simulations at the paper's \
      scale. It differs if what the preprint prints is refuted and a corrected value \
      holds. What agrees with a prediction is fixed before it is measured. A correct \
      program fails with a probability below 1e-6, whatever the seed. The exit code \
      is 1 if a claim does not come out as recorded.

      EXAMPLES
        closedloop verify
        closedloop verify P1 P3 --checks
        closedloop verify A
        closedloop verify --json
      """)

  @Argument(help: "Claims to check, or P, X or A for a group; all of them unless given.")
  var ids: [String] = []

  @OptionGroup var compute: ComputeOptions

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print every check behind each verdict.")
  var checks = false

  @Option(help: "Also write claims.csv and checks.csv into this folder.")
  var output: String?

  func run() throws {
    let tests = try claims(called: ids)
    if let output, !ids.isEmpty {
      throw Failure(
        code: .badArguments,
        sentence: "--output \(output) is not allowed with \(ids.joined(separator: ", ")):"
          + " claims.csv holds all claims, so name none")
    }
    var claims: [Claim] = []
    if let output {
      try OutputFolder.fill(output) { folder in
        claims = try evaluate(tests)
        try folder.write(ClaimTables.claims(claims).csv, to: "claims.csv")
        try folder.write(ClaimTables.checks(of: claims).csv, to: "checks.csv")
        return ["claims.csv", "checks.csv"]
      }
    } else {
      claims = try evaluate(tests)
    }
    if json {
      try Output.printJSON(claims)
    } else {
      for claim in claims { try show(claim) }
    }
    try conclude(claims)
    for claim in claims where !claim.isAsRecorded {
      let check = claim.checks.first { !$0.isAsExpected }
      throw Failure(
        code: .disagreement,
        sentence: "\(claim.id) \(claim.verdict.rawValue), on record it \(claim.recorded.rawValue):"
          + " \(check?.name ?? claim.quantity)")
    }
  }

  private func evaluate(_ tests: [any ClaimTest.Type]) throws -> [Claim] {
    let context = RunContext(threads: compute.threads)
    context.meter.plan(Double(tests.count))
    let progress = Progress("verify", meter: context.meter)
    defer { progress.finish() }
    return try tests.map { test in
      defer { context.meter.complete(1) }
      return try test.evaluate(scale: compute.scale, seed: compute.seed, context: context)
    }
  }

  /// One line on all of them; where machines read the results, beside those.
  private func conclude(_ claims: [Claim]) throws {
    let surprises = claims.count { !$0.isAsRecorded }
    let verdicts = Claim.Verdict.allCases.compactMap { verdict in
      let count = claims.count { $0.verdict == verdict }
      return count > 0 ? "\(count) \(Self.words(verdict, of: count))" : nil
    }
    let line =
      "\(claims.count) claim\(claims.count == 1 ? "" : "s"), "
      + (surprises > 0
        ? "\(surprises) NOT AS ON RECORD" : claims.count == 1 ? "as on record" : "all as on record")
      + ": \(verdicts.joined(separator: ", "))"
    if json { Output.note(line) } else { try Output.print(line) }
    if let output { Output.wrote(["claims.csv", "checks.csv"], into: output) }
  }

  private static func words(_ verdict: Claim.Verdict, of count: Int) -> String {
    let s = count == 1 ? "s" : ""
    return switch verdict {
    case .holds: "hold\(s)"
    case .holdsWithCondition: "hold\(s) with a condition"
    case .differs: "differ\(s) from what is printed"
    }
  }

  private func show(_ claim: Claim) throws {
    // A difference that is known is no failure.
    let surprise =
      !claim.isAsRecorded
      ? ", NOT AS ON RECORD" : claim.verdict == .differs ? ", as on record" : ""
    try Output.print("\(claim.id)  \(claim.verdict.rawValue)\(surprise)  (\(claim.reference))")
    try Output.print("    \(claim.statement)")
    try Output.print("    \(claim.quantity):")
    try Output.print(
      "    predicted \(Self.short(claim.prediction)), measured \(Self.short(claim.measurement))"
        + " ± \(Self.short(claim.uncertainty))\(Self.agreement(of: claim));"
        + " \(claim.checks.count) checks;"
        + " see \(claim.evidence.joined(separator: ", "))")
    if checks {
      for check in claim.checks {
        try Output.print(
          "      \(Self.outcome(of: check)) \(check.method.rawValue): \(check.name):"
            + " predicted \(Self.short(check.prediction)),"
            + " measured \(Self.short(check.measurement)); from \(Self.short(check.lower))"
            + " to \(Self.short(check.upper)) would agree")
      }
    }
  }

  /// Where the preprint is to be corrected, what was predicted is what it prints.
  private static func agreement(of claim: Claim) -> String {
    claim.checks[0].role == .printed ? " (predicted as printed: refuted)" : ""
  }

  private static func outcome(of check: Check) -> String {
    switch (check.passed, check.role) {
    case (true, .claimed): "agrees "
    case (false, .printed): "refuted"
    case (false, .claimed): "DIFFERS"
    case (true, .printed): "STANDS "
    }
  }

  private static func short(_ value: Double) -> String { String(format: "%.6g", value) }
}
