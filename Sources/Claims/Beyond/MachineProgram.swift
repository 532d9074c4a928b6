import Loop
import Machines

/// A loop of Boltzmann machines: what is made of the fit and of the data policy asked for.
package protocol MachineProgram: Sendable {
  /// How each generation is fitted.
  func fit<M: BoltzmannMachine>(_ fit: MachineFit<M>) -> MachineFit<M>
  /// What each generation is trained on, with the given points from outside, if any.
  func policy<M: BoltzmannMachine>(
    _ external: ExternalData<BoltzmannFamily<M>>.Source?
  ) -> any DataPolicy<BoltzmannFamily<M>>
}

/// The real program.
package struct MachineLoopProgram: MachineProgram {
  /// The real program.
  package init() {}

  /// The fit as it is.
  package func fit<M: BoltzmannMachine>(_ fit: MachineFit<M>) -> MachineFit<M> { fit }

  /// The loop's own samples, and the points from outside.
  package func policy<M: BoltzmannMachine>(
    _ external: ExternalData<BoltzmannFamily<M>>.Source?
  ) -> any DataPolicy<BoltzmannFamily<M>> {
    external.map { ExternalData($0) } ?? Replace()
  }
}
