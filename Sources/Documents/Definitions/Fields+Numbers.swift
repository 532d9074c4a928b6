extension Fields {
  /// A whole number in a range.
  package mutating func integer(
    _ field: String, in range: ClosedRange<Int>, standard: Int? = nil
  ) throws(DefinitionError) -> Int {
    try number(field, Allowed(range), standard: standard)
  }

  /// A number in a range.
  package mutating func number(
    _ field: String, in range: ClosedRange<Double>, standard: Double? = nil
  ) throws(DefinitionError) -> Double {
    try number(field, Allowed(range), standard: standard)
  }

  /// A number in a range, or `nil` if the field is absent.
  package mutating func optional<Number: FieldNumber>(
    _ field: String, in range: ClosedRange<Number>
  ) throws(DefinitionError) -> Number? {
    note(field, Allowed(range).short)
    return has(field) ? try number(field, Allowed(range), standard: nil) : nil
  }

  /// A number that is allowed.
  mutating func number<Number: FieldNumber>(
    _ field: String, _ allowed: Allowed<Number>, standard: Number?
  ) throws(DefinitionError) -> Number {
    note(field, allowed.short, standard?.json)
    guard let value = take(field) else { return try need(field, standard, allowed.words) }
    guard let number = allowed.number(value) else {
      throw error(field, value.text, allowed: allowed.words)
    }
    return number
  }

  /// A list of such numbers, one at least; a number alone is a list of one.
  mutating func list<Number: FieldNumber>(
    _ field: String, _ allowed: Allowed<Number>, standard: [Number]
  ) throws(DefinitionError) -> [Number] {
    guard let value = take(field) else { return standard }
    var numbers: [Number] = []
    for part in value.list {
      guard let number = allowed.number(part) else {
        throw error(field, part.text, allowed: allowed.words)
      }
      numbers.append(number)
    }
    guard !numbers.isEmpty else {
      throw error(field, "an empty list", allowed: "at least one value")
    }
    return numbers
  }

  /// A list of numbers, all in a range; a number alone is a list of one.
  ///
  /// - Parameter count: how many are needed.
  package mutating func numbers(
    _ field: String, count: ClosedRange<Int>, in range: ClosedRange<Double>
  ) throws(DefinitionError) -> [Double] {
    let one = Allowed(range)
    let many = noteNumbers(field, count, one)
    let allowed = count == 1...1 ? one.words : "a list of \(many) numbers, each \(one.words)"
    guard let value = take(field) else { return try need(field, nil, allowed) }
    let parts = value.list
    guard count.contains(parts.count) else {
      throw error(
        field, parts.count == 1 ? value.text : "a list of \(parts.count)", allowed: allowed)
    }
    var numbers: [Double] = []
    for part in parts {
      guard let number = one.number(part) else {
        throw error(field, part.text, allowed: allowed)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The same, or `nil` if the field is absent.
  package mutating func optional(
    _ field: String, count: Int, in range: ClosedRange<Double>
  ) throws(DefinitionError) -> [Double]? {
    noteNumbers(field, count...count, Allowed(range))
    return has(field) ? try numbers(field, count: count...count, in: range) : nil
  }

  /// A list of as many numbers as a family has of something.
  ///
  /// - Parameter family: how another number of them is asked for: "categorical,symbols".
  package mutating func numbers(
    _ field: String, count: Int, in range: ClosedRange<Double>, counted family: String
  ) throws(DefinitionError) -> [Double] {
    if case .array(let list)? = values[field], list.count != count, list.count >= 2 {
      throw error(
        field, "a list of \(list.count)",
        allowed: "a list of \(count) numbers, or \(list.count) with the family"
          + " \(family)=\(list.count)")
    }
    return try numbers(field, count: count...count, in: range)
  }

  /// Notes the same of a list, and says how many numbers it has.
  @discardableResult private func noteNumbers(
    _ field: String, _ count: ClosedRange<Int>, _ one: Allowed<Double>
  ) -> String {
    let (low, high) = (count.lowerBound, count.upperBound)
    let many = low == high ? "\(low)" : "\(low) to \(high)"
    note(field, high == 1 ? one.short : "\(many) numbers, each \(one.short)")
    return many
  }
}

extension ClosedRange<Double> {
  /// All finite numbers.
  package static var finite: Self {
    -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  }
  /// All finite numbers from 0 on.
  package static var nonnegative: Self { 0...Double.greatestFiniteMagnitude }
}
