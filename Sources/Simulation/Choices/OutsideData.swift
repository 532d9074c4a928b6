import Families

/// What comes into a loop from outside, as far as it decides whether an absorbed model stays so.
enum OutsideData<Family: SimulatedFamily>: Sendable {
  /// Nothing.
  case none
  /// The same points in every generation, with these statistics.
  case same(Family.Statistics)
  /// The same points in every generation, which each replicate draws once.
  case drawnOnce(count: Int, from: Family.Member)
  /// Others in every generation.
  case changing

  /// Points drawn anew in every generation, some of which are the loop's own output.
  ///
  /// A source with a single value of φ gives the same points each time.
  init(fresh count: Int, from giver: Family.Member, impurity: Double) {
    if count == 0 || impurity == 1 {
      self = .none
    } else if giver.isAbsorbed, impurity == 0 {
      self = .drawnOnce(count: count, from: giver)
    } else {
      self = .changing
    }
  }
}
