/// A simulation as far as it has come, to the last bit: more replicates go on with it as though they had been there from
/// the beginning.
package struct SimulationState: Sendable, Equatable {
  /// How many replicates are in it.
  package let replicates: Int
  /// What is recorded of them, in lines of numbers.
  package let lines: [String]

  /// What a text of ``lines`` says.
  package init(replicates: Int, lines: [String]) {
    (self.replicates, self.lines) = (replicates, lines)
  }

  /// The state of whole blocks of replicates; how each ended is not kept.
  init(_ record: SimulationRecord, of replicates: Int) {
    self.replicates = replicates
    var lines = record.moments.indices.map { index in
      let counts = ["\(record.replicates[index])", "\(record.absorbed[index])"]
      // The description of a double has as many digits as it needs to be read back.
      return (counts + record.moments[index].flatMap(\.numbers).map { "\($0)" })
        .joined(separator: " ")
    }
    if let ended = record.ended {
      let first = ended.first
      lines.append("\(ended.count) \(first.replicate) \(first.generation) \(first.reason)")
    }
    self.lines = lines
  }
}
