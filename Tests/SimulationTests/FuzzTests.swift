import Claims
import Documents
import EnumeratedFamilies
import Foundation
import Simulation
import Testing
import _TestSupport

/// Thousands of damaged definitions, plans and tables: each is read or refused, and none stops the program.
@Suite(.inTurn(.other)) struct FuzzTests {
  private static let definitions: [String] = simulationExamples.compactMap {
    try? $0.document().json
  }
  private static let plans = definitions.map {
    #"{"definition": \#($0), "axes": [{"samples": [5, 9], "seed": [1, 2]}, "#
      + #"{"policy": ["replace", "external,count=2"]}], "predict": true}"#
  }

  @Test func damagedDefinitionsAreReadOrRefused() throws {
    var (read, refused) = (0, 0)
    for text in Mutations(of: Self.definitions, count: 6000, seed: 1) {
      do {
        _ = try SimulationDefinition.simulation(try JSONValue(json: text))
        read += 1
      } catch let error as DefinitionError {
        #expect(!error.description.isEmpty)
        refused += 1
      } catch is JSONError {
        refused += 1
      }
    }
    #expect(read > 100 && refused > 1000, "\(read) read, \(refused) refused")
  }

  @Test func damagedPlansAreReadOrRefused() throws {
    var (read, refused) = (0, 0)
    for text in Mutations(of: Self.plans, count: 3000, seed: 2) {
      do {
        let plan = try SweepPlan(try JSONValue(json: text))
        // Cells that are refused have their reason.
        #expect(try plan.refusals(1...plan.count).allSatisfy { !$0.reason.isEmpty })
        read += 1
      } catch is DefinitionError {
        refused += 1
      } catch is JSONError {
        refused += 1
      }
    }
    #expect(read > 50 && refused > 500, "\(read) read, \(refused) refused")
  }

  @Test func damagedExperimentsAreReadOrRefused() throws {
    func damage<E: Experiment>(_ type: E.Type) throws -> (read: Int, refused: Int) {
      let text = try E.document(.quick).json
      var (read, refused) = (0, 0)
      for text in Mutations(of: [text], count: 900, seed: 3) {
        do {
          _ = try E.definition(from: try JSONValue(json: text))
          read += 1
        } catch {
          refused += 1
        }
      }
      return (read, refused)
    }
    let counts = try allExperiments.map { try damage($0) }
    let (read, refused) = (counts.map(\.read).reduce(0, +), counts.map(\.refused).reduce(0, +))
    #expect(read > 200 && refused > 1000, "\(read) read, \(refused) refused")
  }

  @Test func damagedOptionsAreReadOrRefused() throws {
    let options = simulationExamples.flatMap(\.options)
    var (read, refused) = (0, 0)
    for text in Mutations(of: options.map(\.text), count: 5000, seed: 4) {
      for field in ["family", "policy", "samples"] {
        do {
          _ = try SimulationOptions.document([(field, text)])
          read += 1
        } catch {
          refused += 1
        }
      }
    }
    #expect(read > 1000 && refused > 500, "\(read) read, \(refused) refused")
  }

  @Test func damagedTablesAreReadOrRefused() throws {
    let tables = [
      "name,base,x\na,1,0\nb,2,1\n\"c, d\",1,3\n", "x,y\n0,1\n1,0\n2,2\n", "x\n1\n2\n",
    ]
    var (read, refused) = (0, 0)
    for text in Mutations(of: tables, count: 6000, seed: 5) {
      do {
        let table = try Table(name: "t", csv: text)
        // What was read is written and read again, except for the digits of numbers.
        let again = try Table(name: "t", csv: table.csv)
        #expect(again.csv == table.csv, "\(text)")
        read += 1
      } catch {
        refused += 1
      }
      do throws(TableError) {
        _ = try EnumeratedFamily(csv: text)
      } catch {
        #expect(!"\(error)".isEmpty)
      }
    }
    #expect(read > 500 && refused > 500, "\(read) read, \(refused) refused")
  }

  /// No damaged piece is taken for a whole one.
  @Test func damagedPiecesAreRefused() throws {
    let plan = try SweepPlan(try JSONValue(json: Self.plans[1]))
    let whole = SweepPiece(
      Table(name: "sweep", columns: ["t", "x"], rows: [[3, 0.5], [3, 1.5]]),
      at: try #require(plan.cell(3).address))
    for text in Mutations(of: [whole.text], count: 6000, seed: 6) {
      if let piece = SweepPiece(text: text) { #expect(text == piece.text && piece == whole) }
    }
  }
}
