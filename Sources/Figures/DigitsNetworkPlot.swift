/// A small network on handwritten digits: its pictures, what is left of their variety, and what it makes of real
/// ones.
package enum DigitsNetworkPlot: Figure {
  /// `digits-network`.
  package static let id = "digits-network"

  /// Its tables.
  package static let inputs = DigitsPlot.inputs(
    id, own: ["first", "entropy", "likelihood", "rare_likelihood", "possible"])

  /// Measures that only a model with an exact likelihood has.
  private static let own = [
    DigitsPlot.Measure(
      column: "likelihood", title: "log-likelihood of real digits, nats", range: ("*", "3")),
    DigitsPlot.Measure(
      column: "entropy", title: "entropy of the network, nats", range: ("0", "*")),
    DigitsPlot.Measure(
      column: "possible", title: "real digits it could write", range: ("-0.03", "1.03")),
  ]

  /// Pictures above, three rows of three panels below.
  package static func script(for data: FigureData, on terminal: Terminal) -> String {
    DigitsPlot.script(
      id, of: "a small neural network", DigitsPlot.common + own, height: 1340,
      grid: (bottom: 0.693, top: 0.975),
      rows: [
        (bottom: 0.4955, top: 0.6664), (bottom: 0.2627, top: 0.4336), (bottom: 0.039, top: 0.21),
      ], data, terminal)
  }
}
