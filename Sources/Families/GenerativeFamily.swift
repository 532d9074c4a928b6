/// What a closed loop needs of a family of models: training sets that can be drawn from them, and added up.
///
/// Every ``ExponentialFamily`` is one. So is a machine with hidden units, whose models have no finite
/// statistic: its training sets are kept whole.
public protocol GenerativeFamily: Sendable {
  /// A training set, as the models are fitted to it.
  associatedtype Statistics: AdditiveStatistics
  /// A model.
  associatedtype Member: GenerativeMember

  /// The statistics of `count` independent points of `member`.
  func drawStatistics<G: RandomNumberGenerator>(
    of count: Int, from member: Member, using generator: inout G
  ) -> Statistics
}

/// What is kept of a training set, in a form in which two add up.
public protocol AdditiveStatistics: Sendable, Equatable {
  /// The statistics of two training sets taken together.
  static func + (a: Self, b: Self) -> Self
}

/// A model of a closed loop.
public protocol GenerativeMember: Sendable, Equatable {
  /// Whether all points of the model are alike, as far as a fit can see, so that a closed loop never leaves (Eq. 6).
  var isAbsorbed: Bool { get }
}
