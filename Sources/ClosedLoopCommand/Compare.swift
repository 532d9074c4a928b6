import ArgumentParser

/// `closedloop compare`.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares two folders of results.",
    discussion: """
      Every file of the first folder must be in the second with the same bytes, or, \
      for tables, with the same words and with numbers within 1e-9 of each other, \
      relatively. Pictures must agree byte by byte if the same version of gnuplot \
      wrote them and are left out otherwise. The exit code is 1 at the first \
      difference.

      EXAMPLES
        closedloop compare figures results --except beyond
        closedloop compare figures/beyond results
      """)

  @Argument(help: "The folder with the results expected.")
  var expected: String

  @Argument(help: "The folder with the results found.")
  var found: String

  @Option(help: "A folder inside both that is left out.")
  var except: String?

  func run() throws {
    let comparison = FolderComparison(expected: expected, found: found, except: except)
    let report = try comparison.run()
    try Output.print(report)
  }
}
