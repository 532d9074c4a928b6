import Documents
import Families
import Loop
import Randomness
import Simulation
import Theory

/// Habits of well-known libraries, each with a law of its own in a closed loop.
package enum Libraries: Experiment {
  package static let id = "libraries"
  package static let summary =
    "A1–A4: what constants in fits, kernels and a squared variance of well-known libraries do to a closed loop"
  package static let caption = """
    What libraries do. (a) A constant ε added to the variance of a Gaussian: the probability that v \
    exceeds a multiple of εM, with the divisor M (blue) and M − 1 (red), M = 20. Lines: exact; dashed: for \
    large M, tails of powers −2 and −1. (b) Kernel estimates with Scott's bandwidth for M = 100, in units \
    of the data (red), fixed (blue), and fixed with all data kept (green): mean variance, filled, and its \
    median, open. Lines: the exact mean. (c) A constant α added to the counts of two symbols, M = 50: the \
    law of a probability. Lines: exact; dashed: Beta(2α, 2α). (d) Samples that take the variance for the \
    standard deviation: the probability that the loop ends at 0 and not at ∞, by its first variance. \
    Points: simulation; lines: exact.
    """

  /// M = 20, 100 and 50.
  package static func definition(_ scale: Scale) -> LibrariesDefinition {
    var definition = LibrariesDefinition()
    if scale == .quick {
      definition.floorReplicates = 500
      definition.kernelSamples = 20
      definition.kernelReplicates = 50
      definition.kernelGenerations = 100
      definition.poolGenerations = 30
      definition.smoothingSamples = 20
      definition.smoothingReplicates = 400
      definition.squaredReplicates = 100
    }
    return definition
  }

  /// One table a panel.
  package static func run(
    _ definition: LibrariesDefinition, context: RunContext
  ) throws -> [Table] {
    let tables = LibraryTables(definition: definition, context: context)
    context.meter.plan(tables.work)
    return try [tables.floor(), tables.kernels(), tables.smoothing(), tables.squared()]
  }
}
