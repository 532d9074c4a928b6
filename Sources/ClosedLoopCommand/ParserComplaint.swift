import ArgumentParser
import Documents

/// What the parser of arguments complains of, in one sentence that points to the help of its own command.
struct ParserComplaint {
  private let command: any ParsableCommand.Type
  /// "closedloop simulate".
  private let name: String

  /// For the arguments after the name of the program.
  init(_ arguments: [String]) {
    let first = arguments.first ?? ""
    let subcommand = Self.subcommands.first { $0.name == first }
    command = subcommand?.type ?? ClosedLoopCommand.self
    name = subcommand.map { "closedloop \($0.name)" } ?? "closedloop"
  }

  private static var subcommands: [(name: String, type: any ParsableCommand.Type)] {
    ClosedLoopCommand.configuration.subcommands.map {
      ($0.configuration.commandName ?? "\($0)".lowercased(), $0)
    }
  }

  /// A complaint about a command that does not exist, if that is the first word, or what help is asked for.
  static func unknownCommand(_ arguments: [String]) -> Failure? {
    let word = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    let known = subcommands.map(\.name)
    guard let word, !word.hasPrefix("-"), word != "help", !known.contains(word) else { return nil }
    return unknownWord("command", word, among: known)
  }

  /// The sentence for a message of the parser.
  func sentence(_ message: String) -> String {
    let words = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    let see = "see \(name) --help"
    if let match = words.firstMatch(of: /Unknown option '(-[^'= ]*)/) {
      let option = String(match.1)
      let choice = Words.choice(of: options, for: option)
      return "there is no option \(option) of \(name): use \(choice)"
        + (choice.hasSuffix("?") ? " See" : "; see") + " \(name) --help"
    }
    if let match = words.firstMatch(
      of: /The value '(.*)' is invalid for '(--[a-z-]+).*Please provide one of (.*)\./)
    {
      let values = match.3.matches(of: /'([^']*)'/).map { String($0.1) }
      return "\(match.2) \(match.1) is not allowed: use "
        + Words.choice(of: values, for: match.1)
    }
    // What a reading of ours says is a sentence by itself.
    if let match = words.firstMatch(
      of: /The value '.*' is invalid for '[^']*': (--.* is not allowed: .*)/)
    {
      return String(match.1)
    }
    return "\(words.hasSuffix(".") ? String(words.dropLast()) : words); \(see)"
  }

  /// The options that the help of the command lists.
  private var options: [String] {
    command.helpMessage().split(separator: "\n").compactMap { line in
      line.prefixMatch(of: /\ \ (?:-[a-z], )?(--[a-z-]+)/).map { String($0.1) }
    }
  }
}
