import Machines
import Randomness
import Theory

/// What a generation is trained on.
enum DigitPolicy: String, CaseIterable, Sendable {
  /// The last model's pictures alone.
  case replace
  /// Those, and few fresh digits: one, as built in.
  case few
  /// Those, and many.
  case many
  /// The real digits that the first model learnt from, and all pictures so far.
  case accumulate

  /// The next training set.
  ///
  /// - Parameters:
  ///   - pictures: of the last model.
  ///   - last: the last training set.
  func training(
    _ pictures: [UInt64], after last: [UInt64], _ definition: DigitLoopDefinition,
    truth: [Digit], streams: GenerationStreams
  ) -> [UInt64] {
    var stream = streams.stream(for: .external)
    let fresh = (0..<external(definition)).map { _ in
      truth[stream.nextIndex(below: truth.count)].pixels
    }
    return (self == .accumulate ? last : []) + pictures + fresh
  }

  /// Fresh digits in each generation.
  func external(_ definition: DigitLoopDefinition) -> Int {
    switch self {
    case .few: definition.few
    case .many: definition.many
    case .replace, .accumulate: 0
    }
  }

  /// What theory says of the variance of the pixels, if each has the mean of the training set.
  ///
  /// - Parameter real: digits that the first model learnt from.
  func variance(_ definition: DigitLoopDefinition, real: Int) -> HeterozygosityRecursion {
    HeterozygosityRecursion(
      samples: definition.samples, external: external(definition),
      pool: self == .accumulate ? real : nil)
  }
}
