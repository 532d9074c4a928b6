import Documents

/// Checks of several fields at once that definitions share.
package enum Validate {
  /// Whole numbers ≥ 1 that double precision holds exactly.
  package static let exact = 1...(1 << 53)
  /// Numbers of generations.
  package static let generations = 1...1_000_000_000_000
  /// Numbers of generations that a chain burns in.
  package static let burnIn = 0...1_000_000_000
  /// Values of S of some number of spins.
  package static let levels = -10_000...10_000

  /// Throws unless a condition holds that fields, or a product of them, must satisfy.
  package static func that(
    _ isAllowed: Bool, _ field: String, _ value: @autoclosure () -> String,
    use allowed: @autoclosure () -> String
  ) throws(DefinitionError) {
    guard isAllowed else {
      throw DefinitionError(field: field, value: value(), allowed: allowed())
    }
  }

  /// Whole numbers at most as large as other fields allow.
  package static func count(
    _ field: String, _ values: [Int], from lower: Int = 1, to upper: Int
  ) throws(DefinitionError) {
    for value in values {
      try that(
        value >= lower && value <= upper, field, "\(value)",
        use: "a whole number from \(lower) to \(upper)")
    }
  }

  /// A time in units of M generations that is one generation at least.
  package static func time(
    _ field: String, _ value: Double, samples: Int
  ) throws(DefinitionError) {
    try that(
      value * Double(samples) >= 1, "\(field) × samples",
      "\(DefinitionError.plain(value)) × \(samples)", use: "a product of at least 1, one generation"
    )
  }

  /// Chains that each keep at least as many generations as they burn in, and one at least.
  ///
  /// - Parameters:
  ///   - kept: generations kept, if that may be more than `generations`.
  ///   - name: what the burn-in is called, if it is not a field.
  package static func longRun(
    generations: Int, kept: Int? = nil, chains: Int, burnIn: Int, called name: String = "burnIn"
  ) throws(DefinitionError) {
    let least = chains * max(1, burnIn)
    try that(
      kept ?? generations >= least, "generations", "\(generations)",
      use: burnIn == 0
        ? "at least \(chains), one for each of the chains"
        : "at least chains × \(name) = \(chains) × \(burnIn) = \(least), so that each chain keeps"
          + " as many generations as it burns in")
  }

  /// M of N spins that are sampled by level: sums of S² must stay exact.
  package static func byLevel(
    _ field: String, _ samples: [Int], spins: Int
  ) throws(DefinitionError) {
    try count(field, samples, to: exact.upperBound / (spins * spins))
  }

  /// External points with values of S that N spins can have.
  package static func anchor(
    _ field: String, _ anchors: [Int], spins: Int
  ) throws(DefinitionError) {
    let first = [-spins, 2 - spins].map(String.init).joined(separator: ", ")
    for anchor in anchors {
      try that(
        abs(anchor) <= spins && (anchor + spins).isMultiple(of: 2), field, "\(anchor)",
        use: "a value that S can have with N = \(spins): \(first)"
          + (spins > 2 ? ", …, \(spins)" : spins > 1 ? ", \(spins)" : ""))
    }
  }

  /// The product of N and M: beyond 2⁵³ the sum over a training set is no longer exact.
  package static func spinsAndSamples(
    _ section: String, spins: [Int], samples: [Int]
  ) throws(DefinitionError) {
    for (n, m) in spins.flatMap({ n in samples.map { (n, $0) } }) {
      let (product, overflow) = n.multipliedReportingOverflow(by: m)
      let (field, value) = ("\(section).spins × \(section).samples", "\(n) × \(m)")
      try that(
        !overflow && product <= exact.upperBound, field, value,
        use: "a product of at most 2^53 = \(exact.upperBound)")
      try that(
        product >= 2, field, value,
        use: "a product of at least 2, since one spin in one sample is absorbed at once")
    }
  }
}
