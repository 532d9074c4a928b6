import Documents
import Families
import Loop
import Randomness
import Simulation

/// Figure 1: under closed-loop maximum likelihood independent spins end polarised, and coupled ones at
/// any level.
package enum Figure1: Experiment {
  package static let id = "fig1"
  package static let summary =
    "Fig. 1: closed-loop maximum likelihood ends all up, all down, or with couplings at any level"
  package static let caption = """
    Collapse. N spins, refitted by maximum likelihood to M samples of themselves. (a) Four runs of \
    the mean statistic and, below, of the field (an inset in the paper), to the end: all spins \
    alike. (b) The time this takes, in units of NM: nine cases, one law; grey where the paper has \
    black. Inset: its mean, measured (dots, with standard errors), exact (circles), and in the limit \
    (line). (c) The probability to end all up is the initial frequency of up spins; the two M are \
    drawn slightly apart. (d) With a coupling to fit besides the field, the spins may end at any \
    level S = N − 2k; the mean start of the runs that end at a level (red) is close to that level. \
    100 runs from each of 41 fields from −2 to 2; the initial value is the mean of the first sample.
    """

  /// Panels a and d as in the paper; 10 000 replicates a curve in b; 200 runs a point in c.
  package static func definition(_ scale: Scale) -> Figure1Definition {
    var definition = Figure1Definition()
    if scale == .quick {
      definition.b.replicates = 300
      definition.b.exactMeanUpTo = 1000
      definition.b.exactLawUpTo = 250
      definition.c.replicates = 50
      definition.d.replicates = 2
    }
    return definition
  }

  /// The tables of all panels.
  package static func run(
    _ definition: Figure1Definition, context: RunContext
  ) throws -> [Table] {
    let key = StreamKey(rootSeed: definition.seed).child(id)
    let a = TrajectoryPanel(definition: definition.a, key: key.child("a"))
    let b = AbsorptionTimePanel(definition: definition.b, key: key.child("b"))
    let c = FinalStatePanel(definition: definition.c, key: key.child("c"))
    let d = FinalLevelPanel(definition: definition.d, key: key.child("d"))
    context.meter.plan(a.work + b.work + c.work + d.work)
    return [try a.table(context)] + (try b.tables(context)) + [try c.table(context)]
      + (try d.tables(context))
  }
}

/// The loop of Figure 1: N independent spins, M samples, nothing external, maximum likelihood.
typealias SpinLoop = RetrainingLoop<
  TabulatedReplace<IndependentSpins>, MaximumLikelihood<IndependentSpins>
>

extension RetrainingLoop
where Policy == TabulatedReplace<IndependentSpins>, Fit == MaximumLikelihood<IndependentSpins> {
  init(spins: Int, samples: Int) {
    self.init(closedLoopOf: IndependentSpins(spins: spins), samples: samples)
  }

  /// The branch of `key` for this loop's N and M.
  func key(under key: StreamKey) -> StreamKey { key.child("N=\(family.spins) M=\(samples)") }
}

extension RetrainingLoop where Policy.Family == IndependentSpins {
  /// n = NM, the population of the equivalent Wright–Fisher chain.
  var population: Int { family.spins * samples }
}
