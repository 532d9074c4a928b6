import Tables

/// Every remedy beside every other: what is left of the truth's variance, and how far the models are from it.
public enum Remedies: Experiment {
  /// `remedies`.
  public static let id = "remedies"
  /// One line for `closedloop list`.
  public static let summary =
    "What collapses, what does not, and at what price: every policy on one axis"

  /// One Bernoulli variable, M = 10.
  public static func definition(_ scale: Scale) -> RemediesDefinition {
    var definition = RemediesDefinition()
    if scale == .quick { (definition.replicates, definition.manySamples) = (400, 100) }
    return definition
  }

  /// One row a remedy.
  public static func run(_ definition: RemediesDefinition, context: RunContext) throws -> [Table] {
    var runs = RemedyRuns(definition, context)
    try runs.closedLoops()
    try runs.coordinates()
    try runs.externalPoints()
    try runs.priors()
    try runs.pools()
    return [runs.table]
  }
}
