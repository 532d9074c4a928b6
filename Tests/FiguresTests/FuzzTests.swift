import Claims
import Documents
import Figures
import Loop
import Simulation
import Testing
import _TestSupport

/// Damaged tables are drawn or refused, and none stops the program.
@Suite(.inTurn(.other)) struct FuzzTests {
  private static func damage<E: Experiment, F: Figure>(_ experiment: E.Type, _ figure: F.Type)
    throws
  {
    let definition = try E.definition(
      .quick, seed: 1, settings: SmallDefinitions.settings[E.id]!)
    let tables = try E.run(definition, context: RunContext(threads: 2))
    let texts = F.inputs.compactMap { input in tables.first { $0.name == input.table }?.csv }
    #expect(texts.count == F.inputs.count)
    var (drawn, refused) = (0, 0)
    for (index, input) in F.inputs.enumerated() {
      for text in Mutations(of: [texts[index]], count: 200, seed: UInt64(index)) {
        do {
          let damaged = try Table(name: input.table, csv: text)
          let data = try FigureData(
            tables.filter { $0.name != input.table } + [damaged], for: F.inputs)
          #expect(F.script(for: data, on: .svg).hasSuffix("\n"))
          drawn += 1
        } catch is CSVError {
          refused += 1
        }
      }
    }
    #expect(drawn > 0 && refused > 20, "\(F.id): \(drawn) drawn, \(refused) refused")
  }

  @Test(arguments: zip(experiments.map { $0.id }, figures.map { $0.id }))
  func damagedTablesAreDrawnOrRefused(id: String, figure: String) throws {
    let experiment = try #require(experiments.first { $0.id == id })
    let figure = try #require(figures.first { $0.id == figure })
    try Self.open(experiment, figure)
  }

  private static func open<E: Experiment>(_ experiment: E.Type, _ figure: any Figure.Type) throws {
    try damage(experiment, figure)
  }
}
