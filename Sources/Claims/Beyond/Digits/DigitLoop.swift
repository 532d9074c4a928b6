import Documents
import Loop
import Machines
import Randomness

/// Generations of one model of handwritten digits under every policy, in several runs.
struct DigitLoop<Model: PictureModel>: Sendable {
  let id: String
  let definition: DigitLoopDefinition
  let key: StreamKey
  let split: DigitSplit
  private let truthMeans: [Double]
  private let classifier = ClassMeans()

  /// What one run leaves: measures at the recorded generations, and pictures at those shown.
  private struct Run: Sendable {
    var measures: [(common: DigitMeasures, left: Double, own: [Double])] = []
    var pictures: [[UInt64]] = []
    var history = DigitHistory()
  }

  init(id: String, _ definition: DigitLoopDefinition, seed: UInt64) {
    self.id = id
    self.definition = definition
    key = StreamKey(rootSeed: seed).child(id)
    split = DigitSplit(
      training: definition.training, rareClass: definition.rareClass,
      rareShare: definition.rareShare, key: StreamKey(rootSeed: seed).child("digits"))
    truthMeans = bitMeans(split.truth.map(\.pixels))
  }

  /// The share of the rare class in the truth.
  var rareShare: Double {
    Double(split.truth.count { $0.label == definition.rareClass }) / Double(split.truth.count)
  }
  /// The truth's pictures.
  var truth: [UInt64] { split.truth.map(\.pixels) }
  /// The truth's pixel means.
  var means: [Double] { truthMeans }

  /// Runs all policies from one first model.
  ///
  /// - Parameters:
  ///   - first: the model that has learnt the truth.
  ///   - columns: names of measures that only this kind of model has; each becomes a mean and an error.
  ///   - own: these measures, of a model and pictures of its own.
  /// - Returns: the table of measures, the dark pixels of the pictures shown, what pixels tell of each run, and the
  ///   generations of one run of each policy.
  func run(
    from first: Model, columns: [String], context: RunContext,
    own: @escaping @Sendable (Model, [UInt64]) -> [Double]
  ) throws -> [Table] {
    let policies = DigitPolicy.allCases
    let count = policies.count * definition.replicates
    // A diagnosis takes about as long as the run.
    context.meter.plan(2 * Double(count * (definition.generations + 1)))
    let runs = try Replicates(count: count, threads: context.threads).map { index in
      run(
        policies[index % policies.count], replicate: index / policies.count, from: first, context,
        own)
    }
    var table = Table(
      name: id,
      columns: [
        "policy", "samples", "external", "generation", "variance", "variance_error",
        "variance_exact",
        "misfit", "misfit_error", "classes", "classes_error", "fixed", "fixed_error", "rare",
        "rare_error", "rare_left", "rare_left_error",
      ] + columns.flatMap { [$0, "\($0)_error"] })
    var pictures = Table(
      name: "\(id)-pictures", columns: ["policy", "generation", "picture", "row", "first", "last"])
    show(split.truth.prefix(4 * definition.pictures).map(\.pixels), "truth", 0, &pictures)
    for (index, policy) in policies.enumerated() {
      let mine = stride(from: index, to: runs.count, by: policies.count).map { runs[$0] }
      append(mine, of: policy, to: &table)
      for (generation, shown) in zip(definition.recorded.filter(isShown), mine[0].pictures) {
        show(shown, policy.rawValue, generation, &pictures)
      }
    }
    let diagnoses = DigitDiagnoses(id: id, definition: definition, truth: truth)
    let byPolicy = policies.indices.flatMap { index in
      stride(from: index, to: count, by: policies.count).map { $0 }
    }
    let found = try Replicates(count: count, threads: context.threads).map { place in
      let (run, replicate) = (byPolicy[place], byPolicy[place] / policies.count)
      defer { context.meter.complete(Double(definition.generations + 1)) }
      return (
        policy: policies[run % policies.count], replicate: replicate,
        diagnosis: diagnoses.diagnosis(runs[run].history, replicate: replicate)
      )
    }
    return [table, pictures, diagnoses.table(found)]
      + diagnoses.files(policies.indices.map { (policies[$0], runs[$0].history) })
  }

  private func isShown(_ generation: Int) -> Bool { definition.shown.contains(generation) }

  private func run(
    _ policy: DigitPolicy, replicate: Int, from first: Model, _ context: RunContext,
    _ own: (Model, [UInt64]) -> [Double]
  ) -> Run {
    let streams = ReplicateStreams(key: key.child(policy.rawValue), replicate: replicate)
    var (model, data, result) = (first, truth, Run())
    let recorded = Set(definition.recorded)
    // Generations since the last row, and those of them in which the rare class has half its share at least.
    var since = (generations: 0.0, rare: 0.0)
    for generation in 0...definition.generations {
      let here = streams.generation(generation)
      if generation > 0 {
        var stream = here.stream(for: .estimation)
        model.fit(to: data, using: &stream)
      }
      var stream = here.stream(for: .synthetic)
      let pictures = model.samples(definition.samples, trainedOn: data, using: &stream)
      let rare = pictures.count { classifier.label(of: $0) == definition.rareClass }
      since.generations += 1
      since.rare += 2 * Double(rare) >= rareShare * Double(pictures.count) ? 1 : 0
      if recorded.contains(generation) {
        let measures = DigitMeasures(
          pictures, trainedOn: data, fixed: model.fixed, truth: truthMeans, classifier: classifier,
          rareClass: definition.rareClass)
        result.measures.append((measures, since.rare / since.generations, own(model, pictures)))
        since = (0, 0)
        if generation > 0 { result.history.append(generation, data) }
      }
      if isShown(generation) { result.pictures.append(Array(pictures.prefix(definition.pictures))) }
      data = policy.training(
        pictures, after: data, definition, truth: split.truth, streams: here)
      context.meter.complete(1)
    }
    return result
  }

  /// A row for each recorded generation.
  private func append(_ runs: [Run], of policy: DigitPolicy, to table: inout Table) {
    var exact = policy.variance(definition, real: split.truth.count)
    var now = 0
    for (place, generation) in definition.recorded.enumerated() {
      let here = runs.map { $0.measures[place] }
      while now < generation {
        exact.advance()
        now += 1
      }
      func cells(_ value: (DigitMeasures) -> Double) -> [Table.Cell] {
        Self.cells(here.map { value($0.common) })
      }
      var row: [Table.Cell] = [
        .text(policy.rawValue), .integer(definition.samples), .integer(policy.external(definition)),
        .integer(generation),
      ]
      row += cells(\.variance) + [.number(exact.value)]
      row += cells(\.misfit) + cells(\.classes) + cells(\.fixed) + cells(\.rare)
      row += Self.cells(here.map(\.left))
      for column in here[0].own.indices { row += Self.cells(here.map { $0.own[column] }) }
      table.append(row)
    }
  }

  /// Mean and standard error.
  private static func cells(_ values: [Double]) -> [Table.Cell] {
    let estimate = Estimate(values)
    return [.number(estimate.mean), .number(estimate.standardError)]
  }

  /// Runs of dark pixels, row by row.
  private func show(_ shown: [UInt64], _ policy: String, _ generation: Int, _ table: inout Table) {
    for (index, picture) in shown.enumerated() {
      for y in 0..<8 {
        let row = picture >> UInt64(8 * y) & 0xff
        var x = 0
        while x < 8 {
          guard row >> UInt64(x) & 1 == 1 else {
            x += 1
            continue
          }
          let first = x
          while x < 8, row >> UInt64(x) & 1 == 1 { x += 1 }
          table.append([
            .text(policy), .integer(generation), .integer(index), .integer(y), .integer(first),
            .integer(x - 1),
          ])
        }
      }
    }
  }
}
