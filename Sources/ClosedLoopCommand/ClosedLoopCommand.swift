import ArgumentParser
import CRevision
import Foundation

/// The command `closedloop`.
@main
struct ClosedLoopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "closedloop",
    abstract: "Regenerates and checks the results on closed-loop learning and model collapse.",
    discussion: """
      A model is fitted, samples are drawn from it, the next model is fitted to \
      those samples, and so on. Each experiment here is a seeded definition: the \
      same definition gives the same bytes, on any number of threads.

      EXAMPLES
        closedloop list
        closedloop run fig1
        closedloop simulate --family gaussian --samples 100 --predict
        closedloop sweep plan.json --output scan
        closedloop verify
      """,
    version: versionWithRevision,
    subcommands: [
      List.self, Run.self, Plot.self, Simulate.self, Sweep.self, Merge.self, MapCommand.self,
      Budget.self, Diagnose.self, Drive.self, Model.self,
      DefinitionCommand.self, Verify.self,
      Explain.self, Ledger.self, ReportCommand.self, Compare.self, Numbers.self,
      ReviewDraft.self,
    ])

  /// Without a command: what a newcomer may try next.
  func run() throws { try Output.print(Self.nextSteps) }

  private static let nextSteps = """
    A model is fitted, samples are drawn from it, the next model is fitted to those samples,
    and so on: what becomes of it, and what prevents its collapse? Try

      closedloop list                      # what there is: experiments and claims
      closedloop explain P1                # a claim: what it says, when it is true, and why
      closedloop simulate --family gaussian --samples 20 --predict
                                           # a loop of your own beside its theory
      closedloop run fig1 --scale quick    # Figure 1 of the paper with fewer runs, in seconds
      closedloop budget --samples 200 --external 1
                                           # what one fresh real point keeps
      closedloop diagnose --help           # what is happening to generations of your data

    All commands: closedloop --help. All choices of one: closedloop simulate --help.
    The manual: README.md and the pages of docs/ in the repository; where the program was
    installed by make install, also man closedloop.
    """

  /// The version, with the revision of the sources where the program was built by `make install`.
  private static let versionWithRevision: String = {
    let version = "0.1.0"
    let revision = String(cString: closedloop_revision())
    return revision.isEmpty ? version : "\(version) (revision \(revision))"
  }()

  /// Runs the command and turns every error into one sentence and the right exit code.
  static func main() {
    Output.install()
    Interruption.install()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if let failure = ParserComplaint.unknownCommand(arguments) { throw failure }
      do {
        var command = try parseAsRoot()
        try command.run()
      } catch  where isHelp(error) {
        try Output.print(fullMessage(for: error))
      }
    } catch is Output.NobodyReads {
      Foundation.exit(Output.NobodyReads.exitCode)
    } catch let failure as Failure {
      fail(failure)
    } catch {
      // The parser's complaints become one sentence.
      guard exitCode(for: error) == .validationFailure else {
        fail(Failure(unanswered: error))
      }
      let sentence = ParserComplaint(arguments).sentence(message(for: error))
      fail(Failure(code: .badArguments, sentence: sentence))
    }
  }

  /// Whether it is no error but help or the version, which were asked for.
  private static func isHelp(_ error: any Error) -> Bool {
    !(error is Failure) && !(error is Output.NobodyReads) && exitCode(for: error) == .success
  }

  private static func fail(_ failure: Failure) -> Never {
    Output.note("closedloop: \(failure.sentence)")
    Foundation.exit(failure.code.rawValue)
  }
}

/// Exit codes, after sysexits(3).
enum Code: Int32 {
  /// A claim or a comparison failed.
  case disagreement = 1
  case badArguments = 64
  case badData = 65
  case missingProgram = 69
  /// gnuplot refused a script of ours, or a computation failed that should not.
  case software = 70
  case cannotWrite = 73
}

/// An error with its sentence and exit code.
struct Failure: Error, CustomStringConvertible {
  let code: Code
  let sentence: String
  var description: String { sentence }
}
