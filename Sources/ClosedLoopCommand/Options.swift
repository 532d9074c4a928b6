import ArgumentParser
import Claims
import Documents
import Figures
import Foundation
import Simulation

extension Scale: ExpressibleByArgument {}

/// Options of every command that computes.
struct ComputeOptions: ParsableArguments {
  @Option(help: "The paper's parameters (paper), or enough to see the shape (quick).")
  var scale: Scale = .paper

  @Option(
    name: .customLong("seed"), parsing: .unconditional,
    help: ArgumentHelp(
      "Root seed of all random streams, from 0 to 2^64 - 1 (20260514).", valueName: "seed"),
    transform: { try wholeNumber("--seed", $0, in: 0...UInt64.max) })
  var givenSeed: UInt64?
  var seed: UInt64 { givenSeed ?? defaultSeed }

  @Option(
    parsing: .unconditional,
    help: "Number of threads, from 1 to 1024; results do not depend on it.",
    transform: { try wholeNumber("--threads", $0, in: 1...1024) })
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount
}

/// The number that `text` spells, if it lies in `range`.
func wholeNumber<T: FixedWidthInteger>(
  _ option: String, _ text: String, in range: ClosedRange<T>
) throws -> T {
  guard let value = T(text), range.contains(value) else {
    throw Failure(
      code: .badArguments,
      sentence: "\(option) \(text) is not allowed: use a whole number from"
        + " \(range.lowerBound) to \(range.upperBound)")
  }
  return value
}

/// The experiment called `id`; capital letters do not matter.
func experiment(_ id: String) throws -> any Experiment.Type {
  guard let found = experiment(named: id) else {
    throw unknownWord("experiment", id, among: allExperiments.map { $0.id })
  }
  return found
}

/// The figure that belongs to experiment `id`; capital letters do not matter.
func figure(_ id: String) throws -> any Figure.Type {
  let ids = allFigures.map { $0.id }
  guard let known = Words.match(id, in: ids),
    let found = allFigures.first(where: { $0.id == known })
  else { throw unknownWord("figure", id, among: ids) }
  return found
}

/// Stops at once if gnuplot is missing or cannot draw on a terminal, before hours of work are lost to it.
func requireGnuplot(for terminal: String = Terminal.svg.gnuplotName) throws {
  do {
    try Gnuplot.require(terminal)
  } catch {
    switch error {
    case .missing, .noTerminal: throw Failure(code: .missingProgram, sentence: "\(error)")
    case .system, .refused:
      throw Failure(code: .missingProgram, sentence: "gnuplot does not run: \(error)")
    }
  }
}
