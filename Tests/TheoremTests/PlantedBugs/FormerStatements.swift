/// Statements that were made once and are false, each with the check that refutes it.
///
/// A wrong statement is a planted bug like a wrong program: a check that agrees with both shows nothing.
struct FormerStatement: CustomStringConvertible, Sendable {
  /// Of the claim.
  let id: String
  /// What was said.
  let description: String
  /// How the name of the check begins.
  let check: String
  /// What the check would have to find if the statement were true.
  let value: Double

  init(_ id: String, _ statement: String, refutedBy check: String, value: Double) {
    (self.id, description, self.check, self.value) = (id, "\(id): \(statement)", check, value)
  }

  static let all = [
    FormerStatement(
      "P2", "samples that share one value of the statistic absorb",
      refutedBy: "models that end the loop", value: 9),
    FormerStatement(
      "P2", "samples that share one value of the statistic absorb, at the rate of such samples",
      refutedBy: "fraction absorbed in two generations", value: 0.652_343_75),
    FormerStatement(
      "P10", "the law is reached as 1/M wherever the mean statistic has a bounded density",
      refutedBy: "ratio of the distances to Eq. 18 at M = 50 and 100, Gaussian prior", value: 2),
    FormerStatement(
      "P11", "if Eq. 18 is not normalisable the loop collapses: with a prior on one of two fields",
      refutedBy: "probability of a total collapse by generation 400, two free spins, a Gaussian",
      value: 1),
    FormerStatement(
      "P11", "if Eq. 18 is not normalisable the loop collapses: with points on an edge",
      refutedBy: "probability of a total collapse by generation 400, two free spins, two points",
      value: 1),
    FormerStatement(
      "P11", "a mean that is one of the values of φ is on the boundary",
      refutedBy: "decisions about existence", value: 15),
    FormerStatement(
      "P12", "the mean of the point is kept, and so the loop lives",
      refutedBy: "probability of a frequency from 0.1 to 0.3", value: 0),
    FormerStatement(
      "X7", "a loop whose point is not interior collapses, for good and all",
      refutedBy: "probability of a total collapse at generation 100", value: 1),
    FormerStatement(
      "X7", "fresh points keep every model off the boundary",
      refutedBy: "stationary probability of a model on the boundary", value: 0),
    FormerStatement(
      "X8", "a conjugate prior with an interior mean prevents collapse, in whatever coordinate",
      refutedBy: "fraction alive at generation 40 in the angle", value: 1),
    FormerStatement(
      "X8", "a conjugate prior with an interior mean prevents collapse, of a negative weight, too",
      refutedBy: "fraction alive at generation 40 in the frequency", value: 1),
    FormerStatement(
      "X9", "the loop lives unless its real data are all alike",
      refutedBy: "generations up to 5 on the boundary", value: 0),
    FormerStatement(
      "X10", "weights last n^(M−1) generations at most, n the number of values",
      refutedBy: "mean time to collapse of N spins that weights bring back to S = 0, N = 2",
      value: 3),
    FormerStatement(
      "X10", "weights last n^(M−1) generations at most, n the number of values: more spins",
      refutedBy: "mean time to collapse of N spins that weights bring back to S = 0, N = 10",
      value: 11),
    FormerStatement(
      "X10", "weights last n^(M−1) generations at most, n the number of values: two parameters",
      refutedBy:
        "mean time to collapse from the centre of a triangle, two parameters, four values, M = 1",
      value: 1),
    FormerStatement(
      "X10", "all samples sharing one value of φ end a loop", refutedBy: "values of φ, of nine",
      value: 9),
    FormerStatement(
      "X13", "E D(p*‖p) is finite at every M", refutedBy: "stationary probability that D(p*‖p)",
      value: 0),
    FormerStatement(
      "X13", "K points cost D/(2K), however they are weighted",
      refutedBy: "mean sum of both divergences, two spins with a fixed point counted four",
      value: 0.5),
    FormerStatement(
      "X14", "without sampling error no loop collapses",
      refutedBy: "largest of three probabilities after 12 generations", value: 0.4),
  ]
}
