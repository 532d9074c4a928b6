import Foundation
import Testing
import _TestSupport

/// The tables of `simulate` as they stand on a terminal.
@Suite(.inTurn(.other)) struct TerminalTests {
  /// What the command prints on a terminal of so many columns, line by line.
  private static func lines(
    _ arguments: [String], columns: UInt16
  ) throws -> (code: Int32, lines: [String]) {
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = arguments
    let text = try Terminal.output(of: process, columns: columns, withErrors: false)
    return (
      process.terminationStatus,
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    )
  }

  private static let gaussian = [
    "simulate", "--family", "gaussian", "--samples", "10", "--generations", "20", "--replicates",
    "40",
  ]

  @Test(arguments: [60, 80, 120, 300])
  func tablesFit(columns: UInt16) throws {
    let (code, lines) = try Self.lines(Self.gaussian + ["--predict"], columns: columns)
    #expect(code == 0 && lines.allSatisfy { $0.count <= Int(columns) }, "\(lines)")
    // Each part has all generations, and in each all lines of numbers end where the header does.
    let heads = lines.indices.filter { lines[$0].hasPrefix("generation  ") }
    #expect(columns == 300 ? heads.count == 1 : heads.count > 1)
    for head in heads {
      #expect(
        lines[head + 1].hasPrefix("         0  ") && lines[head + 12].hasPrefix("        20  "))
    }
    let all = lines.joined(separator: " ")
    #expect(all.contains("theory") && all.contains("of which there are 40"))
    #expect(!all.contains("-0 ") && !all.contains("e-17") && !all.contains("nan"))
  }

  /// A mean that rare runs carry: none of a few is there, and its logarithm is where it should be.
  @Test func disagreementIsMarked() throws {
    let (_, right) = try Self.lines(Self.gaussian + ["--predict"], columns: 300)
    #expect(right.contains { $0.contains("there is none here") })
    #expect(!right.contains { $0.contains("* ") && $0.first == " " })
    let (_, wrong) = try Self.lines(
      [
        "simulate", "--family", "exponential", "--samples", "10", "--generations", "20000",
        "--replicates", "4", "--record", "at=0:20000", "--predict",
      ], columns: 300)
    let cells = wrong[2].split(separator: " ")
    #expect(Array(cells[..<5]) == ["20000", "0", "0", "0*", "1"], "\(wrong)")
    #expect(wrong[2].count { $0 == "*" } == 1 && wrong[2].contains("-1017"))
    #expect(!wrong.contains { $0.contains("there is none here") })
  }

  @Test func scriptsGetCSV() throws {
    let (_, plain) = try Self.lines(Self.gaussian + ["--csv"], columns: 80)
    #expect(plain[0].hasPrefix("generation,replicates,absorbed,absorbed_standard_error,s_mean,"))
    #expect(try Command.run(Self.gaussian).output == plain.joined(separator: "\n"))
    let (_, json) = try Self.lines(Self.gaussian + ["--json"], columns: 80)
    #expect(json[0] == "[")
  }

  @Test func endsHaveTheirReasons() throws {
    let options = [
      "simulate", "--family", "gaussian", "--policy", "subsample,replacement=true", "--samples",
      "2",
      "--generations", "3", "--replicates", "20", "--ends",
    ]
    let (code, lines) = try Self.lines(options, columns: 200)
    #expect(
      code == 0 && lines[0].hasPrefix("replicate  outcome ")
        && lines.contains { $0.hasSuffix("reason") })
    #expect(lines.count { $0.contains("variance is lost") } > 0)
  }
}
