import Documents
import Families
import Loop
import Randomness
import Simulation
import Theory

/// Two classes that collapse: they seldom become one, and soon have nothing to do with the truth.
package enum Blur: Experiment {
  package static let id = "blur"
  package static let summary =
    "X15: collapsing classes part rather than blur, and leave the truth; one fresh point a class prevents it"
  package static let caption = """
    Do concepts blur together? Two classes of F binary features each, refitted with their labels. \
    (a) The error of the model's own classifier on the truth grows to a limit, while the overlap of \
    the model's two classes falls on average: they rather part than blur, and have less and less to \
    do with the truth. With one fresh point a class both stay. (b) The probability that both classes \
    end as one and the same point, by how different they were. Points: simulation; lines: exact.
    """

  /// Two features, 25 points a class.
  package static func definition(_ scale: Scale) -> BlurDefinition {
    var definition = BlurDefinition()
    if scale == .quick {
      definition.samples = 10
      definition.replicates = 400
    }
    return definition
  }

  /// Errors against time, and ends against the difference of the classes.
  package static func run(_ definition: BlurDefinition, context: RunContext) throws -> [Table] {
    let ends = definition.featureCounts.count * (definition.steps + 1)
    context.meter.plan(Double((ends + 2) * definition.replicates))
    var errors = Table(
      name: "blur",
      columns: [
        "fresh", "generation", "error", "error_error", "error_exact", "overlap", "overlap_error",
        "overlap_exact", "error_limit",
      ])
    for fresh in [0, definition.fresh] {
      try append(definition, fresh: fresh, to: &errors, context)
    }
    var end = Table(
      name: "blur-end",
      columns: ["features", "difference", "same", "lower", "upper", "exact"])
    var exact = Table(name: "blur-end-exact", columns: ["features", "difference", "same"])
    for features in definition.featureCounts {
      for step in 0...definition.steps {
        let difference = Double(step) / Double(definition.steps)
        try append(definition, features: features, difference: difference, to: &end, context)
      }
      for step in 0...100 {
        let classes = TwoClasses(features: features, difference: Double(step) / 100)
        exact.append([
          .integer(features), .number(Double(step) / 100), .number(classes.probabilityOfOnePoint),
        ])
      }
    }
    return [errors, end, exact]
  }

  private static func loops(
    _ definition: BlurDefinition, _ truth: TwoClasses, fresh: Int, _ name: String
  ) -> ClassLoops<AnchoredLoopProgram<FlatPrior<IndependentSpins>>> {
    ClassLoops(
      program: AnchoredLoopProgram(), truth: truth, samples: definition.samples, fresh: fresh,
      key: StreamKey(rootSeed: definition.seed).child(id).child(name))
  }

  /// Errors of the model's classifier on the truth, and between its own classes.
  private static func append(
    _ definition: BlurDefinition, fresh: Int, to table: inout Table, _ context: RunContext
  ) throws {
    let (times, truth) = (definition.generations, definition.truth)
    let loops = loops(definition, truth, fresh: fresh, "fresh \(fresh)")
    let laws = truth.laws
    let runs = try loops.models(
      at: times, definition.replicates, context,
      progress: { context.meter.complete(Double($0)) }
    ).map { $0.map { $0.errors(on: laws) } }
    let exact =
      definition.isEnumerated(fresh: fresh)
      ? loops.exactErrors(at: times) : times.map { _ in SIMD2(.nan, .nan) }
    for (index, t) in times.enumerated() {
      let error = Estimate(runs.map { $0[index].x })
      let overlap = Estimate(runs.map { $0[index].y })
      table.append([
        .integer(fresh), .integer(t), .number(error.mean), .number(error.standardError),
        .number(exact[index].x), .number(overlap.mean), .number(overlap.standardError),
        .number(exact[index].y), .number(fresh == 0 ? truth.finalError : .nan),
      ])
    }
  }

  /// How often both classes end at one point.
  private static func append(
    _ definition: BlurDefinition, features: Int, difference: Double, to table: inout Table,
    _ context: RunContext
  ) throws {
    let truth = TwoClasses(features: features, difference: difference)
    let loops = loops(definition, truth, fresh: 0, "end, F = \(features), \(difference)")
    let ends = try loops.ends(
      horizon: loops.horizon(exceptWith: 1e-12), definition.replicates, context,
      progress: { context.meter.complete(Double($0)) })
    let count = ends.count { $0.endsAtOnePoint == true }
    table.append(
      [.integer(features), .number(difference)]
        + Table.Cell.fraction(of: count, in: ends.count) + [.number(truth.probabilityOfOnePoint)])
  }
}

extension ClassLoops {
  /// Expectations of the errors in the given generations, or of `function` of them, by summing over the laws
  /// of all counts.
  func exactErrors(
    at times: [Int], of function: (SIMD2<Double>) -> SIMD2<Double> = { $0 }
  ) -> [SIMD2<Double>] {
    let (truth, size) = (truth, size)
    let features = (truth.zero + truth.one).map {
      TwoClasses.countLaws(of: $0, samples: samples, fresh: fresh, at: times)
    }
    let laws = truth.laws
    return times.indices.map { t in
      TwoClasses.expectations(over: features.map { $0[t] }) {
        function(ClassPair(counts: $0, size: size).errors(on: laws))
      }
    }
  }

  /// A generation by which all features of both classes are certain, except with the given probability.
  func horizon(exceptWith probability: Double) -> Int {
    let frequencies = truth.zero + truth.one
    return frequencies.map {
      IndependentSpinsTheory.absorptionHorizon(
        population: samples, from: $0, exceptWith: probability / Double(frequencies.count))
    }.max()!
  }
}
