import ArgumentParser
import Documents
import Foundation
import Theory

/// `closedloop budget`.
struct Budget: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells how much fresh real data a loop needs, and what it keeps with some.",
    discussion: """
      Each generation learns from M synthetic points and K fresh real ones. Asked with \
      --external K: what that keeps. Asked with a goal: the least K for it. Nothing is \
      simulated: what the table calls exact is so at this M, K and weight, for every model \
      whose share of a value is that of its training set; a limit holds for large M.

      WORDS
        diversity   E x(1 - x)/(p(1 - p)) of the share x of a value whose true
                    share is p
        minority    a value of true share p: how often a training set lacks it
        divergence  E[D(truth|model) + D(model|truth)] in nats, for a model with
                    D parameters
        weight      how many synthetic points a real one counts for; best: what
                    keeps most diversity

      EXAMPLES
        closedloop budget --samples 200 --external 1
        closedloop budget --samples 200 --external 1,10,50 --weight best
        closedloop budget --samples 200 --keep-diversity 0.9
        closedloop budget --samples 200 --minority 0.02 --present 0.95
        closedloop budget --samples 1000 --within 0.05 --parameters 20
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("M, synthetic points in each generation, from 1 to 10^9.", valueName: "M"),
    transform: { try wholeNumber("--samples", $0, in: 1...1_000_000_000) })
  var samples: Int

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "K, fresh real points in each generation, or several with commas: what do they keep?",
      valueName: "K"),
    transform: readExternal)
  var external: [[Int]] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Goal: keep this part of the diversity.", valueName: "part"),
    transform: { try fraction("--keep-diversity", $0) })
  var keepDiversity: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The true share of a minority (0.02); without another question: goal, keep it present.",
      valueName: "p"),
    transform: { try fraction("--minority", $0) })
  var minority: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Goal: in what part of all generations the minority is to be there (0.95).", valueName: "part"
    ),
    transform: { try fraction("--present", $0) })
  var present: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Goal: stay within this divergence.", valueName: "nats"),
    transform: { try positiveNumber("--within", $0, upTo: 1e9) })
  var within: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number of free parameters of the model.", valueName: "D"),
    transform: { try wholeNumber("--parameters", $0, in: 1...1_000_000_000_000) })
  var parameters: Int = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What a real point counts for, or best.", valueName: "weight"),
    transform: readWeight)
  var weight: RealDataBudget.Weighting = .each(1)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Also tell what is kept in generation t, from 1 to 100000, of a start at the truth.",
      valueName: "t"),
    transform: { try wholeNumber("--generation", $0, in: 1...100_000) })
  var generation: Int?

  @OptionGroup(title: "The answer") var answer: AnswerOptions

  func run() throws {
    try answer.check()
    try answer.give(try BudgetAnswer(to: try question, over: self))
  }

  /// What is asked.
  ///
  /// - Throws: ``Failure`` with exit code 64 unless it is one question.
  private var question: BudgetQuestion {
    get throws {
      let isAboutMinority =
        present != nil
        || minority != nil && external.isEmpty && keepDiversity == nil && within == nil
      var questions: [(option: String, question: BudgetQuestion)] = []
      if !external.isEmpty {
        // Each number once, in order.
        questions.append(("--external", .external(Set(external.joined()).sorted())))
      }
      if let keepDiversity { questions.append(("--keep-diversity", .diversity(keepDiversity))) }
      if isAboutMinority {
        questions.append((present == nil ? "--minority" : "--present", .present(present ?? 0.95)))
      }
      if let within { questions.append(("--within", .within(within))) }
      let choice =
        "--external K, or one goal: --keep-diversity, --minority with --present, or --within"
      guard let first = questions.first else {
        throw Failure(code: .badArguments, sentence: "nothing is asked: use \(choice)")
      }
      guard questions.count == 1 else {
        throw Failure(
          code: .badArguments,
          sentence: "\(first.option) and \(questions[1].option) are not allowed together: use"
            + " \(choice)")
      }
      return first.question
    }
  }
}

/// What is asked of a budget.
enum BudgetQuestion: Sendable, Equatable {
  /// What so many points keep.
  case external([Int])
  /// How many points keep a part of the diversity.
  case diversity(Double)
  /// How many points keep a minority in a part of the generations.
  case present(Double)
  /// How many points keep the divergence below so many nats.
  case within(Double)
}
