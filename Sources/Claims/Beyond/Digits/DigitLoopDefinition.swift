import Machines
import Simulation

/// What both experiments with handwritten digits have in common: the truth, the policies, what is recorded.
package struct DigitLoopDefinition: Codable, Sendable, Equatable {
  /// Digits that are not held out.
  package var training = 1500
  /// The class that is made rare in the truth.
  package var rareClass = 0
  /// Its share of the truth.
  package var rareShare = 0.02
  /// M.
  package var samples = 200
  /// m of the policy with few fresh digits.
  package var few = 1
  /// m of the policy with many.
  package var many = 20
  /// How long each run is.
  package var generations = 600
  /// Runs of each policy.
  package var replicates = 6
  /// Every so many generations, and at those shown, a row is written.
  package var recordEvery = 20
  /// Generations whose pictures are shown, from the first run.
  package var shown = [0, 10, 50, 200, 600]
  /// Pictures shown of each.
  package var pictures = 6

  /// The built-in definition.
  package init() {}

  /// Enough to see the shape.
  static var quick: Self {
    var definition = Self()
    (definition.samples, definition.many, definition.generations) = (30, 3, 60)
    (definition.replicates, definition.shown, definition.recordEvery) = (2, [0, 5, 20, 60], 5)
    return definition
  }

  /// Generations with a row, in order.
  var recorded: [Int] {
    let shown = shown.filter { $0 <= generations }
    return Set(stride(from: 0, through: generations, by: recordEvery) + shown + [1]).sorted()
  }

  func validate() throws {
    try Validate.count("loop.training", training, atLeast: 100, atMost: Digit.all.count - 1)
    try Validate.count("loop.rareClass", rareClass, atLeast: 0, atMost: 9)
    try Validate.number("loop.rareShare", rareShare, in: 0.001...0.5)
    try Validate.count("loop.samples", samples, atLeast: 2, atMost: 100_000)
    try Validate.count("loop.few", few, atMost: 1000)
    try Validate.count("loop.many", many, atMost: 100_000)
    try Validate.count("loop.generations", generations, atMost: 100_000)
    try Validate.count("loop.replicates", replicates, atLeast: 2, atMost: 1000)
    try Validate.count("loop.recordEvery", recordEvery, atMost: 100_000)
    try Validate.list("loop.shown", shown) {
      try Validate.count("loop.shown", $0, atLeast: 0, atMost: 100_000)
    }
    try Validate.count("loop.pictures", pictures, atMost: 24)
  }
}
