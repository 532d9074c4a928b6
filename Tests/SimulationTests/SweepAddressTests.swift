import Claims
import Documents
import Foundation
import Loop
import Simulation
import Testing

/// Where results are kept, and how much work they are.
@Suite struct SweepAddressTests {
  private static func addresses(_ json: String) throws -> [SweepAddress] {
    let plan = try SmallSweeps.plan(json)
    return try (1...plan.count).map { try #require(plan.cell($0).address) }
  }

  /// A plan with more values, another axis or other words for the same has the cells of the other.
  @Test(arguments: [
    (
      #"{"family": "poisson", "samples": 5}"#, #"[{"samples": [2, 5]}, {"seed": [7, 20260514]}]"#,
      #"[]"#, 4
    ),
    (
      #"{"family": "poisson"}"#, #"[{"policy": ["accumulate", "replace"]}, {"samples": [100, 7]}]"#,
      #"[{"generations": [1000]}]"#, 3
    ),
    (
      #"{"family": {"kind": "poisson"}, "policy": {"kind": "external"}}"#,
      #"[{"policy.count": [1, 2, 3]}]"#, #"[{"policy.count": [3, 2]}]"#, 2
    ),
  ])
  func addressesFollowFromDefinitions(definition: String, long: String, short: String, place: Int)
    throws
  {
    let all = try Self.addresses(#"{"definition": \#(definition), "axes": \#(long)}"#)
    let few = try Self.addresses(#"{"definition": \#(definition), "axes": \#(short)}"#)
    #expect(Set(all).count == all.count)
    #expect(Set(few).isSubset(of: all))
    #expect(few.last == all[place - 1])
  }

  @Test func otherResultsHaveOtherAddresses() throws {
    let plans = [
      #"{"definition": {"family": "poisson"}, "axes": []}"#,
      #"{"definition": {"family": "poisson"}, "axes": [], "predict": true}"#,
      #"{"definition": {"family": "poisson", "seed": 1}, "axes": []}"#,
      #"{"definition": {"family": "geometric"}, "axes": []}"#,
      #"{"definition": {"experiment": "rem"}, "axes": []}"#,
      #"{"definition": {"experiment": "rem"}, "axes": [], "table": "a"}"#,
      #"{"definition": {"experiment": "rem", "seed": 1}, "axes": []}"#,
    ]
    #expect(Set(try plans.flatMap(Self.addresses)).count == plans.count)
    let document = try JSONValue(json: plans[0])
    let first = try SweepPlan(document).cell(1).address
    #expect(try SweepPlan(document, values: 2).cell(1).address != first, "other numbers")
    // More replicates go on with the same runs.
    let more = try Self.addresses(
      #"{"definition": {"family": "poisson", "replicates": 200}, "axes": []}"#)[0]
    #expect(more != first && more.definition == first?.definition && more.replicates == 200)
    #expect(more.path == "\(more.definition.prefix(2))/\(more.definition)-200")
  }

  /// What a definition leaves out is filled in with what it means.
  @Test(arguments: [
    #"{"family": "poisson"}"#, #"{"family": "binomial", "policy": "external", "prior": null}"#,
  ])
  func completeDefinitionsMeanTheSame(json: String) throws {
    let document = try JSONValue(json: json)
    let complete = try SimulationDefinition.complete(document)
    #expect(complete != document)
    let tables = try [document, complete].map {
      try SimulationDefinition.simulation($0).run(context: SmallSweeps.context).table.csv
    }
    #expect(tables[0] == tables[1])
    #expect(try SimulationDefinition.complete(complete) == complete)
  }

  /// Larger in what takes time, and by as much.
  @Test func workGrowsWithWhatThereIsToDo() throws {
    func work(_ fields: String) throws -> Double {
      try SimulationDefinition.simulation(JSONValue(json: "{\(fields)}")).work
    }
    let base = try work(#""family": "gaussian", "replicates": 10, "generations": 1000"#)
    #expect(try work(#""family": "gaussian", "replicates": 20, "generations": 1000"#) == 2 * base)
    let long = try work(#""family": "gaussian", "replicates": 10, "generations": 10000"#)
    #expect(abs(long / base - 10) < 0.1)
    let mode = #""family": "gaussian", "replicates": 10, "generations": 1000, "estimator": "map""#
    #expect(try work(mode) > 5 * base)
    // Where all are absorbed after some M generations, the rest takes no time.
    func closed(_ generations: Int) throws -> Double {
      try work(#""family": "binomial", "samples": 10, "generations": \#(generations)"#)
    }
    #expect(try closed(1000) == closed(1_000_000) && closed(1000) > closed(10))
  }
}
