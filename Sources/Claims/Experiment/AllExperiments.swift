import Documents
import Simulation

/// The standard experiments, in the order in which they are listed and run.
package let experiments: [any Experiment.Type] = [
  Figure1.self, Figure2.self, Figure3.self, FixedAnchor.self, InfiniteSynthetic.self,
  RandomEnergy.self, MotionField.self, Entropy.self, Coordinates.self, OtherFamilies.self,
  Dose.self, AccumulatedData.self, SampleWeights.self, Tails.self, Errors.self, Blur.self,
  Libraries.self, Remedies.self,
]

/// The experiments beyond exponential families, which take minutes.
///
/// `make figures-beyond` runs them; they are in no default set.
package let beyondExperiments: [any Experiment.Type] = [
  ClosedMachines.self, DigitsMachine.self, DigitsNetwork.self,
]

/// Both sets.
package let allExperiments = experiments + beyondExperiments

/// The experiment with an identifier; capital letters do not matter.
package func experiment(named id: String) -> (any Experiment.Type)? {
  let known = Words.match(id, in: allExperiments.map { $0.id })
  return allExperiments.first { $0.id == known }
}

extension SweepPlan {
  /// Reads a plan of a simulation or of any of these experiments; its cells are still to be checked.
  ///
  /// - Parameters:
  ///   - others: other kinds of definitions that there are.
  ///   - values: which numbers the program gives.
  /// - Throws: ``DefinitionError`` naming the field, its value and what is allowed.
  package init(
    _ document: JSONValue, others: [any SweepKind] = [], values: Int = SweepPlan.valuesRevision
  ) throws(DefinitionError) {
    let kinds: [any SweepKind] = others + [SweptExperiment(allExperiments), SweptSimulation()]
    try self.init(document, kinds: kinds, values: values)
  }
}
