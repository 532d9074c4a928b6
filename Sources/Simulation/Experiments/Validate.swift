import Documents

/// Checks shared by definitions.
package enum Validate {
  package static func count(
    _ field: String, _ value: Int, atLeast lower: Int = 1, atMost upper: Int
  )
    throws
  {
    guard value >= lower, value <= upper else {
      throw DefinitionError(
        field: field, value: "\(value)", allowed: "a whole number from \(lower) to \(upper)")
    }
  }

  package static func number(_ field: String, _ value: Double, in range: ClosedRange<Double>) throws
  {
    guard range.contains(value) else {
      throw DefinitionError(
        field: field, value: DefinitionError.plain(value),
        allowed:
          "a number from \(DefinitionError.plain(range.lowerBound)) to \(DefinitionError.plain(range.upperBound))"
      )
    }
  }

  /// A time in units of M generations that is one generation at least.
  package static func time(_ field: String, _ value: Double, samples: Int) throws {
    guard value * Double(samples) >= 1 else {
      throw DefinitionError(
        field: "\(field) × samples", value: "\(DefinitionError.plain(value)) × \(samples)",
        allowed: "a product of at least 1, one generation")
    }
  }

  package static func list<T>(_ field: String, _ values: [T], each: (T) throws -> Void) throws {
    guard !values.isEmpty else {
      throw DefinitionError(field: field, value: "an empty list", allowed: "at least one value")
    }
    for value in values { try each(value) }
  }

  /// Chains that each keep at least as many generations as they burn in, and one at least.
  ///
  /// - Parameters:
  ///   - kept: generations kept, if that may be more than `generations`.
  ///   - name: what the burn-in is called, if it is not a field.
  package static func longRun(
    generations: Int, kept: Int? = nil, chains: Int, burnIn: Int, called name: String = "burnIn"
  ) throws {
    try count("chains", chains, atLeast: 2, atMost: 1000)
    try count(name, burnIn, atLeast: 0, atMost: 1_000_000_000)
    try count("generations", generations, atMost: longest)
    let least = chains * max(1, burnIn)
    guard kept ?? generations >= least else {
      throw DefinitionError(
        field: "generations", value: "\(generations)",
        allowed: burnIn == 0
          ? "at least \(chains), one for each of the chains"
          : "at least chains × \(name) = \(chains) × \(burnIn) = \(least), so that each chain keeps"
            + " as many generations as it burns in")
    }
  }

  /// The largest number of generations.
  package static let longest = 1_000_000_000_000

  /// N and M of spins that are sampled by level: sums of S² must stay exact.
  package static func spins(_ section: String?, _ spins: Int, samples: [Int], atLeast lower: Int)
    throws
  {
    let prefix = section.map { "\($0)." } ?? ""
    try count("\(prefix)spins", spins, atLeast: lower, atMost: 10_000)
    let limit = (1 << 53) / (spins * spins)
    try list("\(prefix)samples", samples) { try count("\(prefix)samples", $0, atMost: limit) }
  }

  /// m external points with a value of S that N spins can have.
  package static func anchor(_ field: String, _ anchor: Int, spins: Int) throws {
    guard (-spins...spins).contains(anchor), (anchor + spins).isMultiple(of: 2) else {
      let first = [-spins, 2 - spins].map(String.init).joined(separator: ", ")
      throw DefinitionError(
        field: field, value: "\(anchor)",
        allowed: "a value that S can have with N = \(spins): \(first)"
          + (spins > 2 ? ", …, \(spins)" : spins > 1 ? ", \(spins)" : ""))
    }
  }

  /// N and M, and their product: beyond 2⁵³ the sum over a training set is no longer exact.
  package static func spinsAndSamples(_ section: String, spins: [Int], samples: [Int]) throws {
    let limit = 1 << 53
    try list("\(section).spins", spins) { try count("\(section).spins", $0, atMost: limit) }
    try list("\(section).samples", samples) { try count("\(section).samples", $0, atMost: limit) }
    for n in spins {
      for m in samples {
        let (product, overflow) = n.multipliedReportingOverflow(by: m)
        if overflow || product > limit {
          throw DefinitionError(
            field: "\(section).spins × \(section).samples", value: "\(n) × \(m)",
            allowed: "a product of at most 2^53 = \(limit)")
        }
        if product < 2 {
          throw DefinitionError(
            field: "\(section).spins × \(section).samples", value: "\(n) × \(m)",
            allowed: "a product of at least 2, since one spin in one sample is absorbed at once")
        }
      }
    }
  }
}
