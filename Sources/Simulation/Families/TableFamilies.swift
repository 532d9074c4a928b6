import Documents
import EnumeratedFamilies
import Families

extension EnumeratedFamily: SimulatedFamily {
  package static var kind: String { "table" }
  package static var summary: String {
    "a finite set: file, a CSV of statistics (and name, base), or ising, all fields and couplings of so"
      + " many spins (3); members by natural or mean, at first θ = 0"
  }
  package static func make(_ fields: inout Fields) throws(DefinitionError) -> EnumeratedFamily {
    if fields.has("csv") {
      let text = try fields.text("csv")
      let first = text.split(separator: "\n").first.map(String.init) ?? ""
      let name = first.isEmpty ? "an empty table" : "the table \"\(first.prefix(40))…\""
      let family: EnumeratedFamily
      do throws(TableError) {
        family = try EnumeratedFamily(csv: text)
      } catch {
        throw fields.error("file", name, allowed: "another one: \(error)")
      }
      // Names of columns that every simulation has.
      let taken = [
        "generation", "absorbed", "entropy", "kl_truth_model", "kl_model_truth", "states", "cell",
        "replicate", "replicates", "outcome", "alive", "reason",
      ]
      if let name = family.statisticNames.first(where: taken.contains) {
        throw fields.error("file", "a statistic called \(name)", allowed: "another name for it")
      }
      return family
    }
    return isingModel(spins: try fields.integer("ising", in: 1...12, standard: 3))
  }
  package var standardMember: Member {
    member(at: DenseVector([Double](repeating: 0, count: dimension)))
  }
  package var observables: [Observable<EnumeratedFamily>] {
    [Observable(name: "states") { Double($0.states.count) }]
  }
}
