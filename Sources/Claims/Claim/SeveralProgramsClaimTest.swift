import Loop
import Simulation

/// The programs that a claim is checked on, where there are several; each can be replaced by a wrong one.
package protocol ProgramBundle: Sendable {
  /// The real programs.
  init()
}

/// A claim about several loops at once.
package protocol SeveralProgramsClaimTest: ClaimTest {
  /// The loops that are checked.
  associatedtype Programs: ProgramBundle

  /// All checks of `programs`, the headline first.
  static func checks(
    of programs: Programs, scale: Scale, seed: UInt64, context: RunContext
  ) throws -> [Check]
}

extension SeveralProgramsClaimTest {
  /// All checks of the real programs.
  package static func checks(scale: Scale, seed: UInt64, context: RunContext) throws -> [Check] {
    try checks(of: Programs(), scale: scale, seed: seed, context: context)
  }

  /// Runs all checks on `programs` and draws the verdict.
  package static func evaluate(
    _ programs: Programs, scale: Scale, seed: UInt64 = defaultSeed, context: RunContext
  ) throws -> Claim {
    claim(from: try checks(of: programs, scale: scale, seed: seed, context: context))
  }
}
