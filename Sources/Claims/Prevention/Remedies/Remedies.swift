import Documents
import Loop
import Simulation

/// Every remedy beside every other: what is left of the truth's variance, and how far the models are from it.
package enum Remedies: Experiment {
  package static let id = "remedies"
  package static let summary =
    "What collapses, what does not, and at what price: every policy on one axis"
  package static let caption = """
    What collapses (red) and what does not (blue), for a probability of success p under the truth p* \
    = 0.3 and M = 10, after a thousand generations; two rows say that they have another M. Dots: the \
    variance p(1 − p) that is left of the truth's, on average; nothing of it is a collapse. \
    Diamonds: the mean squared distance from the truth, which is the price. Simulations, and exact \
    values as strokes. A blue loop may be at 0 or 1 now and then, with the impure source most of the \
    time; with points from outside it comes back.
    """

  /// One Bernoulli variable, M = 10.
  package static func definition(_ scale: Scale) -> RemediesDefinition {
    var definition = RemediesDefinition()
    if scale == .quick { (definition.replicates, definition.manySamples) = (400, 100) }
    return definition
  }

  /// One row a remedy.
  package static func run(_ definition: RemediesDefinition, context: RunContext) throws -> [Table] {
    var runs = RemedyRuns(definition, context)
    try runs.closedLoops()
    try runs.coordinates()
    try runs.externalPoints()
    try runs.priors()
    try runs.pools()
    return [runs.table]
  }
}
