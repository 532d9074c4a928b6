import Documents

/// What a plan of a sweep may vary: all that is known of one kind of definition.
package protocol SweepKind: Sendable {
  /// Whether a definition is of this kind.
  func owns(_ definition: [String: JSONValue]) -> Bool
  /// Whether a definition names files, by paths that begin where the program runs.
  var readsFiles: Bool { get }
  /// Checks what a plan asks for beside its definition.
  ///
  /// - Parameters:
  ///   - predicts: whether predictions are to stand beside what is found.
  ///   - table: the one of several tables that is kept.
  /// - Throws: ``DefinitionError``.
  func check(predicts: Bool, table: JSONValue?) throws(DefinitionError)
  /// A cell with a definition.
  ///
  /// - Throws: ``DefinitionError`` where it cannot be made complete.
  func content(_ definition: JSONValue, of plan: SweepSettings) throws -> SweepContent
}

extension SweepKind {
  package var readsFiles: Bool { false }
}

/// What a plan asks for beside its definition.
package struct SweepSettings: Sendable {
  /// Whether predictions stand beside what is found.
  package let predicts: Bool
  /// The one of several tables that is kept.
  package let table: String?
  /// What numbers depend on besides definitions.
  package let program: String
}

/// A cell of a sweep, ready to be found or run.
package struct SweepContent: Sendable {
  /// Under which its results are kept.
  package let address: SweepAddress
  /// What there is to do, checked in all its parts.
  package let prepare: @Sendable () throws -> SweepJob

  /// A cell of an address.
  package init(_ address: SweepAddress, prepare: @escaping @Sendable () throws -> SweepJob) {
    (self.address, self.prepare) = (address, prepare)
  }
}

/// Definitions of `closedloop simulate`.
package struct SweptSimulation: SweepKind {
  /// The kind.
  package init() {}

  package func owns(_ definition: [String: JSONValue]) -> Bool { true }

  package func check(predicts: Bool, table: JSONValue?) throws(DefinitionError) {
    if let table {
      throw DefinitionError(
        field: "table", value: table.text, allowed: "none with a simulation")
    }
  }

  package func content(_ definition: JSONValue, of plan: SweepSettings) throws -> SweepContent {
    let whole = try SimulationDefinition.complete(definition)
    let beside = "\(plan.program)\n\(plan.predicts ? "with" : "without") predictions"
    return SweepContent(SweepAddress(of: whole, beside: beside)) {
      let simulation = try SimulationDefinition.simulation(whole)
      return SweepJob(work: simulation.work) { context, state, _ in
        let result = try simulation.run(context: context, after: state)
        // Where no replicate reached a row, the first of them has the reason.
        if result.table.rows.isEmpty, let ended = result.ended { throw ended.first }
        return (plan.predicts ? result.predicted : result.table, result.state)
      }
    }
  }
}

/// Definitions of experiments, which say so by their `experiment`.
package struct SweptExperiment: SweepKind {
  private let experiments: [any Experiment.Type]

  /// Those of some experiments.
  package init(_ experiments: [any Experiment.Type]) { self.experiments = experiments }

  package func owns(_ definition: [String: JSONValue]) -> Bool { definition["experiment"] != nil }

  package func check(predicts: Bool, table: JSONValue?) throws(DefinitionError) {
    switch table {
    case nil, .string?: break
    case .some(let other):
      throw DefinitionError(
        field: "table", value: other.text, allowed: "the name of one of its tables")
    }
    if predicts {
      throw DefinitionError(
        field: "predict", value: "true", allowed: "false: an experiment has its own theory")
    }
  }

  package func content(_ definition: JSONValue, of plan: SweepSettings) throws -> SweepContent {
    guard case .object(let given) = definition, let id = given["experiment"] else {
      preconditionFailure("a definition of an experiment names it")
    }
    let type = try experiment(called: id, among: experiments)
    let (text, job) = try type.job(definition, table: plan.table)
    let address = SweepAddress(of: "\(plan.program)\n\(type.id) \(plan.table ?? type.id)\n\(text)")
    return SweepContent(address) { job }
  }
}

extension Experiment {
  /// The whole definition as text, and what keeps one of the experiment's tables.
  fileprivate static func job(_ document: JSONValue, table: String?) throws -> (String, SweepJob) {
    let definition = try definition(from: document)
    let job = SweepJob(work: 1) { context, _, _ in
      let tables = try run(definition, context: context)
      guard let kept = tables.first(where: { $0.name == table ?? id }) else {
        throw DefinitionError(
          field: "table", value: table ?? "nothing",
          allowed: Words.choice(of: tables.map(\.name), for: table ?? ""))
      }
      return (kept, nil)
    }
    return (definition.json, job)
  }
}
