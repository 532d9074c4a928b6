import Definitions
import EnumeratedFamilies
import ExponentialFamilies

extension EnumeratedFamily: LaboratoryFamily {
  package static var kind: String { "table" }
  package static var summary: String {
    "a finite set: file, a CSV of statistics (and name, base), or ising, all fields and couplings of so"
      + " many spins (3); members by natural or mean, at first θ = 0"
  }
  package static func make(_ fields: inout Fields) throws(DefinitionError) -> EnumeratedFamily {
    if fields.has("csv") {
      let text = try fields.text("csv")
      do throws(TableError) {
        return try EnumeratedFamily(csv: text)
      } catch {
        let first = text.split(separator: "\n").first.map(String.init) ?? ""
        throw fields.error(
          "csv", first.isEmpty ? "an empty text" : "the table \"\(first.prefix(40))…\"",
          allowed: "another one: \(error)")
      }
    }
    return isingModel(spins: try fields.integer("ising", in: 1...12, standard: 3))
  }
  package var naturalRanges: [ClosedRange<Double>]? {
    [ClosedRange<Double>](repeating: -1e6...1e6, count: dimension)
  }
  package var standardMember: Member {
    member(at: DenseVector([Double](repeating: 0, count: dimension)))
  }
  package var observables: [Observable<EnumeratedFamily>] {
    [Observable(name: "states") { Double($0.states.count) }]
  }
}
