import Foundation
import Theory

/// The number inside (0, 1) that `text` spells.
func fraction(_ option: String, _ text: String) throws -> Double {
  guard let value = Double(text), value >= 1e-9, value <= 1 - 1e-9 else {
    throw Failure(
      code: .badArguments,
      sentence: "\(option) \(text) is not allowed: use a number between 0 and 1, such as 0.02, from"
        + " 1e-9 to 1 - 1e-9")
  }
  return value
}

/// The number from 1e-9 to `most` that `text` spells.
func positiveNumber(_ option: String, _ text: String, upTo most: Double) throws -> Double {
  guard let value = Double(text), value >= 1e-9, value <= most else {
    throw Failure(
      code: .badArguments,
      sentence: "\(option) \(text) is not allowed: use a number from 1e-9 to"
        + " \(BudgetWords.plain(most))")
  }
  return value
}

/// Numbers of real points, with commas or colons between them.
func readExternal(_ text: String) throws -> [Int] {
  let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == ":" }
  guard parts.count <= 100 else {
    throw Failure(
      code: .badArguments,
      sentence: "--external with \(parts.count) numbers is not allowed: use at most 100")
  }
  return try parts.map {
    try wholeNumber("--external", String($0), in: 0...RealDataBudget.mostPoints)
  }
}

/// A weight, or the best one.
func readWeight(_ text: String) throws -> RealDataBudget.Weighting {
  if text.lowercased() == "best" { return .best }
  guard let value = Double(text), value >= 1e-6, value <= 1e6 else {
    throw Failure(
      code: .badArguments,
      sentence: "--weight \(text) is not allowed: use best, or a number from 1e-6 to 1e6")
  }
  return .each(value)
}
