import Families
import Loop

/// A closed loop in each of several families, for claims that compare them.
package struct FamilyPrograms<
  Counts: ClosedProgram, Times: ClosedProgram, Gaussians: ClosedProgram, Means: ClosedProgram,
  Vectors: ClosedProgram
>: Sendable
where
  Counts.Family == PoissonFamily, Times.Family == GammaKnownShape,
  Gaussians.Family == GaussianFamily, Means.Family == GaussianKnownVariance,
  Vectors.Family == MultivariateGaussian
{
  /// Of a Poisson rate.
  let counts: Counts
  /// Of the mean of exponential times.
  let times: Times
  /// Of a Gaussian whose mean and variance are free.
  let gaussians: Gaussians
  /// Of the mean of a Gaussian of known variance.
  let means: Means
  /// Of a Gaussian of several variables.
  let vectors: Vectors

  /// The real programs, except for those that are given.
  package init(
    counts: Counts = ClosedLoopProgram<PoissonFamily>(),
    times: Times = ClosedLoopProgram<GammaKnownShape>(),
    gaussians: Gaussians = ClosedLoopProgram<GaussianFamily>(),
    means: Means = ClosedLoopProgram<GaussianKnownVariance>(),
    vectors: Vectors = ClosedLoopProgram<MultivariateGaussian>()
  ) {
    (self.counts, self.times, self.gaussians) = (counts, times, gaussians)
    (self.means, self.vectors) = (means, vectors)
  }
}
